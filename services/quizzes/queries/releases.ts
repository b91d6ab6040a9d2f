import type { Cause } from '#shared/messaging/outbox.ts';
import type { Stores } from '../commands/close-attempt.ts';
import type { Attempt } from '../domain/attempt.ts';
import type { Quiz, ReviewPart } from '../domain/quiz.ts';
import { dependsOnAttempts, type Releases, releasesAt, waitsUntil } from '../domain/review-policy.ts';
import { myAttempts } from './my-attempts.ts';

type Released = {
  readonly releases: Releases;
  /** There while late answers may still arrive. */
  readonly waitsUntil: string | undefined;
};

/** Which of `parts` the owner of a handed-in attempt is shown; the other attempts are read only when they decide that. */
export async function releasesOf(
  stores: Stores,
  { attempt, quiz }: { readonly attempt: Attempt; readonly quiz: Quiz },
  parts: readonly ReviewPart[],
  cause: Cause,
): Promise<Released | 'conflict'> {
  const { personId } = attempt;
  const attempts = dependsOnAttempts(quiz, parts)
    ? await myAttempts(stores, { personId, quiz }, cause)
    : [attempt];
  if (attempts === 'conflict') return attempts;
  return {
    releases: releasesAt(quiz, attempts, cause.at),
    waitsUntil: waitsUntil(quiz, attempts, cause.at),
  };
}
