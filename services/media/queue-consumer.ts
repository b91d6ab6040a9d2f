import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type * as z from 'zod';

/** How often a record was delivered, this time included, and the id it keeps over all deliveries. */
export type Receipt = { readonly messageId: string; readonly receives: number };

/**
 * A consumer of messages that are not events of ours. A throw fails that record only, which comes again until the
 * queue gives it up.
 */
export function queueConsumer<S extends z.ZodType>(
  schema: S,
  run: (message: z.infer<S>, receipt: Receipt) => Promise<unknown>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    const receives = Number(attributes.ApproximateReceiveCount);
    await run(schema.parse(JSON.parse(body)), { messageId, receives });
  };
  return (event, context) =>
    processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
}
