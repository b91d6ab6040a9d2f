import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { logger } from '#shared/observability/telemetry.ts';

export type Consumer = (event: SQSEvent, context: Context) => Promise<SQSBatchResponse>;

/**
 * Runs the records of a queue's batch one after the other: the logger's keys belong to one record at a time, and the
 * writes of one batch do not fight over the same counter. A throw is logged, since the partial response tells nobody
 * why, and fails that record only, which comes again until the queue gives it up.
 */
export function eachRecord(run: (record: SQSRecord) => Promise<unknown>): Consumer {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async (record: SQSRecord): Promise<void> => {
    logger.resetKeys();
    try {
      await run(record);
    } catch (error) {
      const receives = Number(record.attributes.ApproximateReceiveCount);
      logger.error('record not handled', { error: error as Error, messageId: record.messageId, receives });
      throw error;
    }
  };
  return (event, context) =>
    processPartialResponse(event, one, processor, {
      context,
      processInParallel: false,
      throwOnFullBatchFailure: false,
    });
}
