import type { Cause } from '#shared/messaging/outbox.ts';
import { decideEnrol, type EnrolCommand, type Enrolment } from '../domain/course-run.ts';
import { confirmed, waitlisted } from '../events-out.ts';
import type { EnrolmentStore } from '../store.ts';

export type EnrolOutcome =
  | { readonly kind: 'confirmed'; readonly enrolment: Enrolment }
  | { readonly kind: 'waitlisted'; readonly enrolment: Enrolment; readonly queuePosition: number }
  | { readonly kind: 'refused'; readonly reason: 'not-found' | 'run-closed' | 'already-enrolled' };

type Input = EnrolCommand & {
  readonly runId: string;
  /** The request's idempotency key: a repeat of the request that made an enrolment gets that enrolment. */
  readonly requestKey: string;
};

/** Takes a seat or a place in the queue. `'conflict'` when another request changed the run meanwhile. */
export async function enrol(
  store: EnrolmentStore,
  input: Input,
  cause: Cause,
): Promise<EnrolOutcome | 'conflict'> {
  const { runId, requestKey, ...command } = input;
  const [run, existing] = await Promise.all([
    store.findRun(runId),
    store.findEnrolment(runId, command.personId),
  ]);
  if (!run) return { kind: 'refused', reason: 'not-found' };
  // Also when it was cancelled meanwhile: the late copy of a request must not take the seat a second time.
  if (existing?.requestKey === requestKey) return answer(store, existing);
  const decision = decideEnrol(run, existing, command);
  if (!decision.ok) return { kind: 'refused', reason: decision.reason };
  const enrolment = { ...decision.enrolment, requestKey };
  return decision.kind === 'confirmed' ? seat(store, enrolment, cause) : queue(store, enrolment, cause);
}

async function seat(store: EnrolmentStore, enrolment: Enrolment, cause: Cause) {
  const saved = await store.saveConfirmed(enrolment, confirmed(enrolment, cause));
  return saved === 'conflict' ? saved : answer(store, enrolment);
}

/** The ticket is drawn before the place is taken, so that a rush does not fight over one number; a gap harms nobody. */
async function queue(store: EnrolmentStore, enrolment: Enrolment, cause: Cause) {
  const ticket = await store.drawTicket(enrolment.runId);
  const waiting = { ...enrolment, ticket };
  const saved = await store.saveWaitlisted(waiting, waitlisted(waiting, cause));
  return saved === 'conflict' ? saved : answer(store, waiting);
}

async function answer(store: EnrolmentStore, enrolment: Enrolment): Promise<EnrolOutcome> {
  if (enrolment.status !== 'waitlisted' || enrolment.ticket === undefined)
    return { kind: 'confirmed', enrolment };
  const queuePosition = await store.queuePosition(enrolment.runId, enrolment.ticket);
  return { kind: 'waitlisted', enrolment, queuePosition };
}
