import type { Cause } from '#shared/messaging/outbox.ts';
import { type CancelDecision, decideCancel, type Enrolment } from '../domain/course-run.ts';
import { cancelled, confirmed } from '../events-out.ts';
import type { EnrolmentStore } from '../store.ts';

export type CancelOutcome =
  | { readonly kind: 'cancelled'; readonly enrolment: Enrolment }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'already-completed' };

type Cancelled = Extract<CancelDecision, { ok: true }>;

/** Gives a seat or a place in the queue up; a freed seat goes to the first in the queue in the same write. */
export async function cancelEnrolment(
  store: EnrolmentStore,
  { runId, personId }: { readonly runId: string; readonly personId: string },
  cause: Cause,
): Promise<CancelOutcome | 'conflict'> {
  const enrolment = await store.findEnrolment(runId, personId);
  const next = enrolment?.status === 'confirmed' ? await store.firstWaiting(runId) : undefined;
  const decision = decideCancel(enrolment, next);
  if (!decision.ok) return { kind: 'refused', reason: decision.reason };
  const saved = await save(store, decision, { ticket: enrolment?.ticket, nextTicket: next?.ticket }, cause);
  return saved === 'conflict' ? 'conflict' : { kind: 'cancelled', enrolment: decision.cancelled };
}

function save(
  store: EnrolmentStore,
  decision: Cancelled,
  tickets: { readonly ticket: number | undefined; readonly nextTicket: number | undefined },
  cause: Cause,
) {
  const outbox = cancelled(decision.cancelled, decision.heldSeat, cause);
  if (!decision.heldSeat) return store.saveLeftQueue(decision.cancelled, tickets.ticket ?? 0, outbox);
  if (!decision.promoted) return store.saveFreedSeat(decision.cancelled, outbox);
  return store.saveHandedOn(
    { enrolment: decision.cancelled, outbox },
    {
      enrolment: decision.promoted,
      outbox: confirmed(decision.promoted, cause),
      ticket: tickets.nextTicket ?? 0,
    },
  );
}
