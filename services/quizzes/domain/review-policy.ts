import type { Attempt } from './attempt.ts';

type Tried = Pick<Attempt, 'status' | 'grade'>;

/**
 * Whether a review says what would have been right. All attempts at a quiz ask the same questions, so the key waits
 * until it is of no use for passing: somebody has passed, or has no attempt left. Never while an attempt is open.
 * Explanations are there to learn from between attempts and do not wait.
 */
export const releasesRightResponses = (attempts: readonly Tried[], attemptsAllowed: number): boolean =>
  attempts.every(({ status }) => status !== 'open') &&
  (attempts.length >= attemptsAllowed || attempts.some(({ grade }) => grade?.passed === true));
