import type { DataOf, EventContract, EventMetadata } from '#events/define-event.ts';

/** An event as it waits on the item whose change it tells of. `detail` is the JSON text that goes on the bus. */
export type OutboxEntry = {
  readonly eventId: string;
  readonly source: string;
  readonly detailType: string;
  readonly detail: string;
};

/** Attributes to write on the changed item. `outboxId` is scalar so that the stream mapping can filter on it. */
export type Outbox = { readonly outboxId: string; readonly outbox: readonly OutboxEntry[] };

/** Where a change comes from: who acted, when, and which request or event led to it. */
export type Cause = {
  readonly actor: string;
  readonly at: string;
  readonly correlationId: string;
  readonly causationId: string;
};

/** Strictly parsed against its contract, so a malformed event is caught before the state that carries it is written. */
export const outboxEntry = <C extends EventContract>(
  contract: C,
  data: DataOf<C>,
  cause: Cause,
  identity: { readonly eventId: string; readonly aggregate: EventMetadata['aggregate'] },
): OutboxEntry => {
  const metadata: EventMetadata = {
    eventId: identity.eventId,
    occurredAt: cause.at,
    correlationId: cause.correlationId,
    causationId: cause.causationId,
    actor: cause.actor,
    aggregate: identity.aggregate,
  };
  const detail = contract.detail.parse({ metadata, data });
  return {
    eventId: identity.eventId,
    source: contract.source,
    detailType: contract.detailType,
    detail: JSON.stringify(detail),
  };
};

/** The outbox of one write, in the order in which its events leave. */
export const outboxWith = (first: OutboxEntry, ...rest: readonly OutboxEntry[]): Outbox => ({
  outboxId: first.eventId,
  outbox: [first, ...rest],
});

/** The same from any number of entries. Undefined for a change that nobody else needs to hear of. */
export const outboxOf = ([first, ...rest]: readonly OutboxEntry[]): Outbox | undefined =>
  first && outboxWith(first, ...rest);

/** The cause of a change that an event led to: same actor and chain, caused by that event, at the event's time. */
export const causedBy = (metadata: EventMetadata): Cause => ({
  actor: metadata.actor,
  at: metadata.occurredAt,
  correlationId: metadata.correlationId,
  causationId: metadata.eventId,
});
