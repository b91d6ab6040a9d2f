/** A message attribute as SQS takes it. */
export type MessageAttribute = { readonly DataType: 'String' | 'Number'; readonly StringValue: string };
export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;

/** Something one service hands to another, named by ARN: a rule to its target, a function to its destination. */
export type Delivery = {
  readonly arn: string;
  /** JSON text: the event of a function or bus, the body of a queue message. */
  readonly payload: string;
  readonly attributes?: MessageAttributes;
  /** Who sends, for resource policies: the service principal and the ARN in aws:SourceArn. */
  readonly principal: string;
  readonly sourceArn: string;
  /** The role that the sender takes on (Scheduler), when the target's own policy does not decide. */
  readonly roleArn?: string;
  readonly messageGroupId?: string;
};

/**
 * Hands over within the caller's transaction: it must be synchronous and durable by writing to the same database.
 * Throws AwsError when the target is missing, refuses or asks to slow down.
 */
export type Deliver = (delivery: Delivery) => void;

/** Message attributes from plain values; numbers become Number attributes, undefined is left out. */
export function messageAttributes(
  values: Readonly<Record<string, string | number | undefined>>,
): MessageAttributes {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [
      name,
      { DataType: typeof value === 'number' ? 'Number' : 'String', StringValue: String(value) },
    ]),
  );
}
