import type * as z from 'zod';
import { type Consumer, eachRecord } from '#shared/messaging/each-record.ts';

/**
 * How often a record was delivered, this time included, the id it keeps over all deliveries, and the handle of this
 * one.
 */
export type Receipt = {
  readonly messageId: string;
  readonly receives: number;
  readonly receiptHandle: string;
};

/**
 * A consumer of messages that are not events of ours. A throw fails that record only, which comes again until the
 * queue gives it up.
 */
export const queueConsumer = <S extends z.ZodType>(
  schema: S,
  run: (message: z.infer<S>, receipt: Receipt) => Promise<unknown>,
): Consumer =>
  eachRecord(({ body, messageId, receiptHandle, attributes }) =>
    run(schema.parse(JSON.parse(body)), {
      messageId,
      receives: Number(attributes.ApproximateReceiveCount),
      receiptHandle,
    }),
  );
