import type { Cause } from '#shared/messaging/outbox.ts';
import type { BankStore } from '../bank-store.ts';
import { type Held, isOverdue, submitted } from '../domain/attempt.ts';
import { markAttempt } from '../domain/grading.ts';
import { submittedAndGraded } from '../events-out.ts';
import type { AttemptRef, AttemptStore } from '../store.ts';

export type Stores = { readonly bank: BankStore; readonly attempts: AttemptStore };

/** The questions frozen into an attempt, in the order of its paper. A missing one is a bug: versions are never deleted. */
export async function frozenQuestions({ bank, attempts }: Stores, attemptId: string) {
  const frozen = await attempts.findFrozen(attemptId);
  const questions = await bank.findQuestions(frozen);
  return frozen.map(({ itemId, order }) => {
    const question = questions.get(itemId);
    if (!question) throw new Error(`attempt ${attemptId} names a question that is gone: ${itemId}`);
    return { itemId, order, question };
  });
}

/** Marks what was saved and closes the attempt, once. `'conflict'` when an answer came in or another request closed it. */
async function closeAttempt(stores: Stores, held: Held, cause: Cause): Promise<Held | 'conflict'> {
  const items = await frozenQuestions(stores, held.attempt.attemptId);
  const responses = new Map(held.answers.map(({ itemId, response }) => [itemId, response]));
  const marks = markAttempt(items, responses);
  const attempt = submitted(held.attempt, marks, cause.at);
  const saved = await stores.attempts.saveSubmitted(attempt, submittedAndGraded(attempt, cause));
  return saved === 'saved' ? { ...held, attempt } : 'conflict';
}

/** Hands an attempt in. One that is closed already keeps its mark. */
export async function submitAttempt(
  stores: Stores,
  ref: AttemptRef,
  cause: Cause,
): Promise<Held | 'not-found' | 'conflict'> {
  const held = await stores.attempts.findHeld(ref);
  if (!held) return 'not-found';
  return held.attempt.status === 'open' ? closeAttempt(stores, held, cause) : held;
}

/** An attempt as it stands at `cause.at`: one whose time is over is handed in first, with what was saved. */
export async function settleAttempt(
  stores: Stores,
  ref: AttemptRef,
  cause: Cause,
): Promise<Held | 'not-found' | 'conflict'> {
  const held = await stores.attempts.findHeld(ref);
  if (!held) return 'not-found';
  return isOverdue(held.attempt, cause.at) ? closeAttempt(stores, held, cause) : held;
}
