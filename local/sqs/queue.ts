import { AwsError } from '../core/aws-error.ts';

/** A queue as the template declares it; times in seconds as CloudFormation has them. */
export type QueueDeclaration = {
  readonly name: string;
  readonly visibilityTimeoutSeconds?: number;
  readonly delaySeconds?: number;
  readonly retentionSeconds?: number;
  readonly receiveWaitSeconds?: number;
  readonly maximumMessageBytes?: number;
  readonly redrive?: { readonly deadLetterQueue: string; readonly maxReceiveCount: number };
};

export type Queue = Required<Omit<QueueDeclaration, 'redrive'>> &
  Pick<QueueDeclaration, 'redrive'> & { readonly arn: string };

/** 1 MiB for a message, its attributes included, and for a whole batch (SendMessageBatch, API reference). */
export const LARGEST_MESSAGE_BYTES = 1_048_576;

/** Queue attributes and their documented limits (CreateQueue, API reference): lowest, highest, default. */
const LIMITS = {
  visibilityTimeoutSeconds: [0, 43_200, 30],
  delaySeconds: [0, 900, 0],
  retentionSeconds: [60, 1_209_600, 345_600],
  receiveWaitSeconds: [0, 20, 0],
  maximumMessageBytes: [1024, LARGEST_MESSAGE_BYTES, LARGEST_MESSAGE_BYTES],
} as const;

/**
 * Completes a declaration with AWS's defaults. Throws AwsError on a value outside the documented limits
 * and on a FIFO queue, which the local cloud does not play.
 */
export function queueFrom(declaration: QueueDeclaration, arnPrefix: string): Queue {
  const { name, redrive } = declaration;
  if (name.endsWith('.fifo'))
    throw new AwsError('UnsupportedOperation', `Queue ${name}: FIFO queues are not supported here.`);
  if (!/^[\w-]{1,80}$/.test(name))
    throw new AwsError(
      'InvalidParameterValue',
      `Queue name "${name}" needs 1 to 80 letters, digits, - or _.`,
    );
  const setting = (key: keyof typeof LIMITS): number => {
    const [lowest, highest, standard] = LIMITS[key];
    const value = declaration[key] ?? standard;
    if (Number.isInteger(value) && value >= lowest && value <= highest) return value;
    throw new AwsError('InvalidAttributeValue', `Queue ${name}: ${key} must be ${lowest} to ${highest}.`);
  };
  if (redrive && !(redrive.maxReceiveCount >= 1 && redrive.maxReceiveCount <= 1000))
    throw new AwsError('InvalidAttributeValue', `Queue ${name}: maxReceiveCount must be 1 to 1000.`);
  return {
    name,
    arn: `${arnPrefix}${name}`,
    visibilityTimeoutSeconds: setting('visibilityTimeoutSeconds'),
    delaySeconds: setting('delaySeconds'),
    retentionSeconds: setting('retentionSeconds'),
    receiveWaitSeconds: setting('receiveWaitSeconds'),
    maximumMessageBytes: setting('maximumMessageBytes'),
    ...(redrive && { redrive }),
  };
}
