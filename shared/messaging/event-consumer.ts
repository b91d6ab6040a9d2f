import type { EventContract, EventMetadata, ReceivedEvent } from '#events/define-event.ts';
import { logger } from '#shared/observability/telemetry.ts';
import { type Consumer, eachRecord } from './each-record.ts';

type Delivered = { readonly 'detail-type': string; readonly detail: unknown };
/** An event of one of several contracts, told apart by its detail type. */
export type AnyEvent = {
  readonly detailType: string;
  readonly metadata: EventMetadata;
  readonly data: unknown;
};

/**
 * EventBridge → queue → here. Each record is parsed loosely by its contract; one of a type that nobody asked for is
 * acknowledged. A throw fails that record only, which comes again and ends in the dead-letter queue after three attempts.
 */
export function eventsConsumer(
  contracts: readonly EventContract[],
  run: (event: AnyEvent) => Promise<unknown>,
): Consumer {
  const byType = new Map(contracts.map((contract) => [contract.detailType, contract]));
  return eachRecord(async ({ body }) => {
    const delivered = JSON.parse(body) as Delivered;
    const contract = byType.get(delivered['detail-type']);
    if (!contract) return;
    const received = contract.received.parse(delivered.detail) as Omit<AnyEvent, 'detailType'>;
    logger.appendKeys({ correlationId: received.metadata.correlationId, detailType: contract.detailType });
    await run({ detailType: contract.detailType, ...received });
  });
}

/** The consumer of one event, typed by its contract. */
export const eventConsumer = <C extends EventContract>(
  contract: C,
  run: (event: ReceivedEvent<C>) => Promise<unknown>,
): Consumer => eventsConsumer([contract], (event) => run(event as unknown as ReceivedEvent<C>));
