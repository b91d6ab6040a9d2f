import type { Cause } from '#shared/messaging/outbox.ts';
import type { Stores } from '../commands/close-attempt.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { Quiz, ReviewPart } from '../domain/quiz.ts';
import { dependsOnAttempts, type Releases, releasesAt } from '../domain/review-policy.ts';
import { myAttempts } from './my-attempts.ts';

/** Which of `parts` the owner of a handed-in attempt is shown; the other attempts are read only when they decide that. */
export async function releasesOf(
  stores: Stores,
  { attempt, quiz }: { readonly attempt: Attempt; readonly quiz: Quiz },
  parts: readonly ReviewPart[],
  cause: Cause,
): Promise<Releases | 'conflict'> {
  if (!dependsOnAttempts(quiz, parts)) return releasesAt(quiz, [attempt], cause.at);
  const { personId } = attempt;
  const attempts = await myAttempts(stores, { personId, quiz }, cause);
  return attempts === 'conflict' ? attempts : releasesAt(quiz, attempts, cause.at);
}
