import type { Cause } from '#shared/messaging/outbox.ts';
import { type Attempt, type Held, isOverdue, submitted } from '../domain/attempt.ts';
import { type ItemPoints, markAttempt } from '../domain/grading.ts';
import { type MarkingTask, newMarkingTask } from '../domain/marking.ts';
import { submittedAndGraded } from '../events-out.ts';
import type { AttemptRef } from '../store.ts';
import { applyCorrections } from './apply-corrections.ts';
import { quizOf } from './quiz-of.ts';
import type { RegradeStores } from './regrade-attempt.ts';

export type Stores = RegradeStores;

/** The questions frozen into an attempt, in the order of its paper. A missing one is a bug: versions are never deleted. */
export async function frozenQuestions({ bank, attempts }: Stores, attemptId: string) {
  const frozen = await attempts.findFrozen(attemptId);
  const questions = await bank.findQuestions(frozen);
  return frozen.map(({ contentHash: _, ...asked }) => {
    const { itemId } = asked;
    const question = questions.get(itemId);
    if (!question) throw new Error(`attempt ${attemptId} names a question that is gone: ${itemId}`);
    return { ...asked, question };
  });
}

/** What people have to mark of an attempt, of `itemIds` when they are given. */
export async function tasksOf(
  stores: Stores,
  attempt: Attempt & { readonly points: readonly ItemPoints[] },
  itemIds?: readonly string[],
): Promise<readonly MarkingTask[]> {
  const waiting = attempt.points.filter(({ itemId, waits }) => waits && (itemIds?.includes(itemId) ?? true));
  if (waiting.length === 0) return [];
  const [quiz, secret] = await Promise.all([
    quizOf(stores, attempt),
    stores.attempts.findSecret(attempt.attemptId),
  ]);
  if (!secret) throw new Error(`attempt ${attempt.attemptId} has no secret`);
  return waiting.map(({ itemId }) => newMarkingTask(quiz, attempt, { itemId, secret }));
}

/** Marks what was saved and closes the attempt, once. `'conflict'` when an answer came in or another request closed it. */
async function closeAttempt(stores: Stores, held: Held, cause: Cause): Promise<Held | 'conflict'> {
  const items = await frozenQuestions(stores, held.attempt.attemptId);
  const responses = new Map(held.answers.map(({ itemId, response }) => [itemId, response]));
  const marks = markAttempt(items, responses);
  const attempt = submitted(held.attempt, marks, cause.at);
  const tasks = await tasksOf(stores, attempt);
  const saved = await stores.attempts.saveSubmitted(attempt, submittedAndGraded(attempt, cause), tasks);
  if (saved === 'conflict') return saved;
  // So that the first look shows the mark that holds; where this breaks off, `takeUpGrade` does it.
  const corrected = await applyCorrections(stores, attempt, cause);
  if (corrected === 'none') return { ...held, attempt };
  return { ...held, attempt: (await stores.attempts.findAttempt(attempt)) ?? attempt };
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
