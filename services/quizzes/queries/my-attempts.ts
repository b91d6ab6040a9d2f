import type { Cause } from '#shared/messaging/outbox.ts';
import { type Stores, settleAttempt } from '../commands/close-attempt.ts';
import type { Attempt } from '../domain/attempt.ts';

/** A person's attempts at a quiz, newest first. Only the newest can be open; it is closed first when its time is over. */
export async function myAttempts(
  stores: Stores,
  { personId, quizId }: { readonly personId: string; readonly quizId: string },
  cause: Cause,
): Promise<readonly Attempt[] | 'not-found' | 'conflict'> {
  if (!(await stores.bank.findQuiz(quizId))) return 'not-found';
  const ids = [...(await stores.attempts.attemptIdsOf(personId, quizId))].reverse();
  const [newest, ...older] = ids;
  if (!newest) return [];
  const settled = await settleAttempt(stores, { personId, attemptId: newest }, cause);
  if (typeof settled === 'string') return settled;
  const rest = await Promise.all(
    older.map((attemptId) => stores.attempts.findAttempt({ personId, attemptId })),
  );
  return [settled.attempt, ...rest.flatMap((attempt) => attempt ?? [])];
}
