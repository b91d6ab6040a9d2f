import type { Cause } from '#shared/messaging/outbox.ts';
import { decideCompletion, type GradedAttempt } from '../domain/completion.ts';
import { completed } from '../events-out.ts';
import type { EnrolmentStore } from '../store.ts';

/** Takes a graded attempt into the enrolment it belongs to. `'unchanged'` when it tells nothing new. */
export async function recordResult(
  store: EnrolmentStore,
  seat: { readonly runId: string; readonly personId: string },
  attempt: GradedAttempt,
  cause: Cause,
): Promise<'completed' | 'improved' | 'unchanged' | 'conflict'> {
  const enrolment = await store.findEnrolment(seat.runId, seat.personId);
  const decision = decideCompletion(enrolment, attempt);
  if (decision.change === 'none') return 'unchanged';
  const outbox = decision.change === 'completed' ? completed(decision.enrolment, cause) : undefined;
  const saved = await store.saveResult(decision.enrolment, outbox);
  return saved === 'conflict' ? 'conflict' : decision.change;
}
