import type { Cause } from '#shared/messaging/outbox.ts';
import { type Stores, settleAttempt } from '../commands/close-attempt.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { Quiz } from '../domain/quiz.ts';

/** A person's attempts at a quiz, newest first. Only the newest can be open; it is closed first when its time is over. */
export async function myAttempts(
  stores: Stores,
  { personId, quiz }: { readonly personId: string; readonly quiz: Quiz },
  cause: Cause,
): Promise<readonly Attempt[] | 'conflict'> {
  const { attemptIds } = await stores.attempts.takerOf(personId, quiz.quizId);
  const ids = attemptIds.toReversed();
  const [newest, ...older] = ids;
  if (!newest) return [];
  const settled = await settleAttempt(stores, { personId, attemptId: newest }, cause);
  if (settled === 'not-found') throw new Error(`attempt ${newest} is listed but not there`);
  if (settled === 'conflict') return settled;
  const rest = await Promise.all(
    older.map((attemptId) => stores.attempts.findAttempt({ personId, attemptId })),
  );
  return [settled.attempt, ...rest.flatMap((attempt) => attempt ?? [])];
}
