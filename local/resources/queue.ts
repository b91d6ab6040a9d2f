import * as z from 'zod';
import { inert, seconds, tags, text } from './property.ts';

const encryption = inert('no encryption at rest locally: the disk of the machine is the boundary');

/** AWS::SQS::Queue as the local SQS plays it: standard queues only. */
export const Queue = z.strictObject({
  QueueName: text.optional(),
  VisibilityTimeout: seconds.optional(),
  MessageRetentionPeriod: seconds.optional(),
  DelaySeconds: seconds.optional(),
  ReceiveMessageWaitTimeSeconds: seconds.optional(),
  MaximumMessageSize: z.number().int().positive().optional(),
  RedrivePolicy: z
    .strictObject({ deadLetterTargetArn: text, maxReceiveCount: z.coerce.number().int() })
    .optional(),
  RedriveAllowPolicy: inert('any queue of the template may name its dead-letter queue'),
  SqsManagedSseEnabled: encryption,
  KmsMasterKeyId: encryption,
  KmsDataKeyReusePeriodSeconds: encryption,
  Tags: tags,
});
