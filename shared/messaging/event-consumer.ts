import { BatchProcessor, EventType, processPartialResponse } from '@aws-lambda-powertools/batch';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { EventContract, ReceivedEvent } from '#events/define-event.ts';
import { logger } from '#shared/observability/telemetry.ts';

/**
 * EventBridge → queue → here, one contract per function. Each record is parsed loosely by its contract;
 * a throw fails that record only, which comes again and ends in the dead-letter queue after three attempts.
 */
export function eventConsumer<C extends EventContract>(
  contract: C,
  run: (event: ReceivedEvent<C>) => Promise<void>,
): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const processor = new BatchProcessor(EventType.SQS);
  const one = async (record: SQSRecord): Promise<void> => {
    const event = contract.received.parse(JSON.parse(record.body).detail) as ReceivedEvent<C>;
    logger.appendKeys({ correlationId: event.metadata.correlationId, detailType: contract.detailType });
    await run(event);
  };
  return (event, context) =>
    processPartialResponse(event, one, processor, { context, throwOnFullBatchFailure: false });
}
