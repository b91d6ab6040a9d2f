import type { Release } from '../contract.ts';
import type { Attempt } from './attempt.ts';
import { HOUR_MS, later, type Quiz, type ReviewPart } from './quiz.ts';

type Tried = Pick<Attempt, 'status' | 'grade'>;
export type Releases = Readonly<Record<ReviewPart, boolean>>;
type Policy = Pick<Quiz, 'attemptsAllowed' | 'closesAt' | 'lateSyncHours' | 'review'>;

/** The quiz is over for everybody once answers given offline before it closed can no longer arrive. */
const isOver = ({ closesAt, lateSyncHours }: Policy, at: string): boolean =>
  closesAt !== undefined && at > later(closesAt, lateSyncHours * HOUR_MS);

/**
 * No attempt is left in which what is shown could be used: somebody has passed, has used up all attempts, or the quiz
 * is over. Never while an attempt is open.
 */
const hasTakenLast = (policy: Policy, attempts: readonly Tried[], at: string): boolean =>
  attempts.every(({ status }) => status !== 'open') &&
  (attempts.length >= policy.attemptsAllowed ||
    isOver(policy, at) ||
    attempts.some(({ grade }) => grade?.passed === true));

/** Which parts of a handed-in attempt its owner is shown at `at`; `attempts` are all of the person's at the quiz. */
export function releasesAt(policy: Policy, attempts: readonly Tried[], at: string): Releases {
  const isDue: Readonly<Record<Release, boolean>> = {
    'after-submission': true,
    'after-last-attempt': hasTakenLast(policy, attempts, at),
    'after-close': isOver(policy, at),
    never: false,
  };
  const { marks, answers, explanations, rightAnswers } = policy.review;
  return {
    marks: isDue[marks],
    answers: isDue[answers],
    explanations: isDue[explanations],
    rightAnswers: isDue[rightAnswers],
  };
}

/** Whether only the person's other attempts can tell what is shown. */
export const dependsOnAttempts = ({ review }: Policy, parts: readonly ReviewPart[]): boolean =>
  parts.some((part) => review[part] === 'after-last-attempt');

/**
 * Until when answers of an attempt that its deadline closed may still arrive; undefined for one that takes none. Who
 * could look at the questions' marks meanwhile could answer by them.
 */
export const lateUntil = (
  { deadline, submittedBy }: Pick<Attempt, 'deadline' | 'submittedBy'>,
  { lateSyncHours }: Pick<Quiz, 'lateSyncHours'>,
): string | undefined =>
  deadline && submittedBy === 'deadline' && lateSyncHours > 0
    ? later(deadline, lateSyncHours * HOUR_MS)
    : undefined;
