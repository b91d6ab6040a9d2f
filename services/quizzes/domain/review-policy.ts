import type { Release } from '../contract.ts';
import { type Attempt, GRACE_MS } from './attempt.ts';
import { HOUR_MS, later, type Quiz, type ReviewPart } from './quiz.ts';

type Tried = Pick<Attempt, 'status' | 'grade' | 'deadline' | 'submittedBy'>;
export type Releases = Readonly<Record<ReviewPart, boolean>>;
type Policy = Pick<Quiz, 'attemptsAllowed' | 'closesAt' | 'extendedUntil' | 'lateSyncHours' | 'review'>;

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

/**
 * Until when what is shown of any attempt could still be used for late answers. Only the newest takes them: a later
 * attempt ends that for the ones before it.
 */
export const waitsUntil = (
  policy: Pick<Policy, 'lateSyncHours'>,
  [newest]: readonly Tried[],
  at: string,
): string | undefined => {
  const until = newest && lateUntil(newest, policy);
  return until !== undefined && at <= until ? until : undefined;
};

/**
 * The quiz is over for everybody, also with extra time, once no save that was on its way when it ended, and no answer given
 * offline before, can arrive any more.
 */
const isOver = ({ closesAt, extendedUntil, lateSyncHours }: Policy, at: string): boolean =>
  closesAt !== undefined && at > later(extendedUntil ?? closesAt, lateSyncHours * HOUR_MS + GRACE_MS);

const hasOpen = (attempts: readonly Tried[]): boolean => attempts.some(({ status }) => status === 'open');

/**
 * Nothing is left to pass by what is shown: somebody has used up all attempts, the quiz is over, or the pass is settled.
 * Who has passed may have attempts left and get a better mark with what was shown: that is accepted, since the pass is
 * what counts. A provisional pass can still be lost and won again. Never while an attempt is open.
 */
const hasTakenLast = (policy: Policy, attempts: readonly Tried[], at: string): boolean =>
  !hasOpen(attempts) &&
  (attempts.length >= policy.attemptsAllowed ||
    isOver(policy, at) ||
    attempts.some(({ grade }) => grade?.passed === true && !grade.provisional));

/**
 * Which parts of a handed-in attempt its owner is shown at `at`; `attempts` are all of the person's at the quiz, newest
 * first. While late answers may arrive nothing tells what is right, not even the mark: whoever sends one answer after the
 * other could read it off. The own answers tell nothing, and by them a phone knows what has arrived.
 */
export function releasesAt(policy: Policy, attempts: readonly Tried[], at: string): Releases {
  const isDue: Readonly<Record<Release, boolean>> = {
    'after-submission': true,
    'after-last-attempt': hasTakenLast(policy, attempts, at),
    // Nothing is read by whoever is still writing, whatever the clocks say.
    'after-close': isOver(policy, at) && !hasOpen(attempts),
    never: false,
  };
  const { marks, answers, explanations, rightAnswers } = policy.review;
  const isSettled = waitsUntil(policy, attempts, at) === undefined;
  return {
    marks: isSettled && isDue[marks],
    answers: isDue[answers],
    explanations: isSettled && isDue[explanations],
    rightAnswers: isSettled && isDue[rightAnswers],
  };
}

/** Whether only the person's other attempts can tell what is shown. */
export const dependsOnAttempts = ({ review, lateSyncHours }: Policy, parts: readonly ReviewPart[]): boolean =>
  lateSyncHours > 0 ||
  parts.some((part) => review[part] === 'after-last-attempt' || review[part] === 'after-close');
