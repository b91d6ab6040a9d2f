import * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import { attributesAnswer, messageAnswer } from './answers.ts';
import { runBatch } from './batch.ts';
import { messageBytes } from './message.ts';
import { LARGEST_MESSAGE_BYTES } from './queue.ts';
import type { Sent, Sqs } from './sqs.ts';

/** An action and the resource it needs, for the access decision. */
export type Access = { readonly action: string; readonly arn: string };

type Operation = (sqs: Sqs, input: unknown) => unknown;

const attribute = z.strictObject({
  DataType: z.string(),
  StringValue: z.string().optional(),
  BinaryValue: z.string().optional(),
});
const messageFields = {
  MessageBody: z.string(),
  DelaySeconds: z.int().min(0).max(900).optional(),
  MessageAttributes: z.record(z.string(), attribute).optional(),
};
const seconds = z.int().min(0).max(43_200);
const names = z.array(z.string()).default([]);
const QueueUrl = z.string();
const entries = <T extends z.ZodRawShape>(shape: T) => z.array(z.strictObject({ Id: z.string(), ...shape }));

const nameOf = (urlOrArn: string): string => urlOrArn.split(/[/:]/).at(-1) ?? '';

const operation =
  <T>(schema: z.ZodType<T>, run: (sqs: Sqs, input: T) => unknown): Operation =>
  (sqs, input) => {
    const parsed = schema.safeParse(input);
    if (parsed.success) return run(sqs, parsed.data);
    const [issue] = parsed.error.issues;
    throw new AwsError('InvalidParameterValue', `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`);
  };

const sentAnswer = (sent: Sent) => ({
  MessageId: sent.id,
  MD5OfMessageBody: sent.bodyMd5,
  MD5OfMessageAttributes: sent.attributesMd5,
});

const sendOne = (sqs: Sqs, queue: string, input: z.infer<z.ZodObject<typeof messageFields>>) =>
  sentAnswer(
    sqs.send(queue, input.MessageBody, {
      ...(input.MessageAttributes && { attributes: input.MessageAttributes }),
      ...(input.DelaySeconds !== undefined && { delayMs: input.DelaySeconds * 1000 }),
    }),
  );

const OPERATIONS: Readonly<Record<string, Operation>> = {
  GetQueueUrl: operation(z.strictObject({ QueueName: z.string() }), (sqs, { QueueName }) => ({
    QueueUrl: sqs.queueUrl(QueueName),
  })),
  ListQueues: operation(z.strictObject({ QueueNamePrefix: z.string().default('') }), (sqs, input) => ({
    QueueUrls: sqs
      .queueNames()
      .filter((name) => name.startsWith(input.QueueNamePrefix))
      .map((name) => sqs.queueUrl(name)),
  })),
  SendMessage: operation(
    z.strictObject({ QueueUrl, ...messageFields }),
    (sqs, { QueueUrl: url, ...message }) => sendOne(sqs, nameOf(url), message),
  ),
  SendMessageBatch: operation(z.strictObject({ QueueUrl, Entries: entries(messageFields) }), (sqs, input) => {
    const bytes = input.Entries.reduce(
      (n, e) => n + messageBytes(e.MessageBody, e.MessageAttributes ?? {}),
      0,
    );
    if (bytes > LARGEST_MESSAGE_BYTES)
      throw new AwsError(
        'BatchRequestTooLong',
        `Batch requests cannot be longer than ${LARGEST_MESSAGE_BYTES} bytes. You have sent ${bytes} bytes.`,
      );
    return runBatch(input.Entries, (entry) => sendOne(sqs, nameOf(input.QueueUrl), entry));
  }),
  ReceiveMessage: operation(
    z.strictObject({
      QueueUrl,
      MaxNumberOfMessages: z.int().min(1).max(10).default(1),
      WaitTimeSeconds: z.int().min(0).max(20).optional(),
      VisibilityTimeout: seconds.optional(),
      AttributeNames: names,
      MessageSystemAttributeNames: names,
      MessageAttributeNames: names,
    }),
    async (sqs, input) => {
      const messages = await sqs.receive(nameOf(input.QueueUrl), {
        max: input.MaxNumberOfMessages,
        ...(input.WaitTimeSeconds !== undefined && { waitMs: input.WaitTimeSeconds * 1000 }),
        ...(input.VisibilityTimeout !== undefined && { visibilityMs: input.VisibilityTimeout * 1000 }),
      });
      const system = [...input.AttributeNames, ...input.MessageSystemAttributeNames];
      if (messages.length === 0) return {};
      return { Messages: messages.map((m) => messageAnswer(m, system, input.MessageAttributeNames)) };
    },
  ),
  DeleteMessage: operation(z.strictObject({ QueueUrl, ReceiptHandle: z.string() }), (sqs, input) => {
    sqs.remove(nameOf(input.QueueUrl), input.ReceiptHandle);
    return {};
  }),
  DeleteMessageBatch: operation(
    z.strictObject({ QueueUrl, Entries: entries({ ReceiptHandle: z.string() }) }),
    (sqs, input) =>
      runBatch(input.Entries, (entry) => {
        sqs.remove(nameOf(input.QueueUrl), entry.ReceiptHandle);
        return {};
      }),
  ),
  ChangeMessageVisibility: operation(
    z.strictObject({ QueueUrl, ReceiptHandle: z.string(), VisibilityTimeout: seconds }),
    (sqs, input) => {
      sqs.changeVisibility(nameOf(input.QueueUrl), input.ReceiptHandle, input.VisibilityTimeout * 1000);
      return {};
    },
  ),
  ChangeMessageVisibilityBatch: operation(
    z.strictObject({ QueueUrl, Entries: entries({ ReceiptHandle: z.string(), VisibilityTimeout: seconds }) }),
    (sqs, input) =>
      runBatch(input.Entries, (entry) => {
        sqs.changeVisibility(nameOf(input.QueueUrl), entry.ReceiptHandle, entry.VisibilityTimeout * 1000);
        return {};
      }),
  ),
  GetQueueAttributes: operation(z.strictObject({ QueueUrl, AttributeNames: names }), (sqs, input) => {
    const name = nameOf(input.QueueUrl);
    return { Attributes: attributesAnswer(sqs.queue(name), sqs.counts(name), input.AttributeNames) };
  }),
  PurgeQueue: operation(z.strictObject({ QueueUrl }), (sqs, input) => {
    sqs.purge(nameOf(input.QueueUrl));
    return {};
  }),
  StartMessageMoveTask: operation(
    z.strictObject({ SourceArn: z.string(), DestinationArn: z.string().optional() }),
    (sqs, input) => {
      const destination = input.DestinationArn === undefined ? undefined : nameOf(input.DestinationArn);
      return { TaskHandle: sqs.startMove(nameOf(input.SourceArn), destination).handle };
    },
  ),
  ListMessageMoveTasks: operation(
    z.strictObject({ SourceArn: z.string(), MaxResults: z.int().min(1).max(10).default(1) }),
    (sqs, input) => ({
      Results: sqs.moveTasks(nameOf(input.SourceArn), input.MaxResults).map((task) => ({
        Status: task.moved === task.found ? 'COMPLETED' : 'FAILED',
        SourceArn: task.source,
        DestinationArn: task.destination ?? undefined,
        ApproximateNumberOfMessagesMoved: task.moved,
        ApproximateNumberOfMessagesToMove: task.found,
        FailureReason: task.moved === task.found ? undefined : 'CouldNotDetermineMessageSource',
        StartedTimestamp: task.startedAt,
      })),
    }),
  ),
};

/** Runs one operation. Throws AwsError; an operation that the local cloud does not play is refused by name. */
export function callOperation(sqs: Sqs, name: string, input: unknown): unknown {
  const run = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
  if (!run) throw new AwsError('UnsupportedOperation', `The local SQS does not offer ${name}.`);
  return run(sqs, input);
}

/** The IAM action and queue of a request; a batch needs the action of its single form (SQS, IAM actions). */
export function accessOf(name: string, input: Record<string, unknown>, arnPrefix: string): Access {
  const target = input.QueueUrl ?? input.SourceArn ?? input.QueueName;
  const arn = typeof target === 'string' ? `${arnPrefix}${nameOf(target)}` : '*';
  return { action: `sqs:${name.replace(/Batch$/, '')}`, arn };
}
