import { draftOf, wishOf } from '../quiz/drafts.ts';
import { attemptsOf } from '../quiz/entries.ts';
import type { Keeping } from '../quiz/keeping.ts';
import { outcomeOf } from '../quiz/outcomes.ts';
import type { Seen } from '../state/seen.ts';
import type { OpenAttempt } from './quiz-work.ts';

type Attempt = Pick<OpenAttempt, 'attemptId' | 'quizId' | 'title' | 'deadline'>;
type Here = {
  /** Begun on this device and not handed in. */
  readonly open: readonly Attempt[];
  /** Handed in here, also when the service does not know it yet. */
  readonly over: ReadonlySet<string>;
};

/** What the device itself knows of a person's attempts; `now` in ms by its clock. */
export const attemptsHere = (keeping: Keeping, personId: string, now: number): Here => {
  const refs = attemptsOf(keeping, personId);
  const isOver = (ref: (typeof refs)[number]) =>
    outcomeOf(keeping, ref) !== undefined || wishOf(keeping, ref) !== undefined;
  const open = refs.flatMap((ref): Attempt[] => {
    const paper = isOver(ref) ? undefined : draftOf(keeping, ref)?.paper;
    if (!paper) return [];
    const { attemptId, quizId, deadline } = paper.attempt;
    const hasTime = deadline === undefined || Date.parse(deadline) > now;
    return hasTime ? [{ attemptId, quizId, deadline, title: paper.title }] : [];
  });
  return { open, over: new Set(refs.filter(isOver).map(({ attemptId }) => attemptId)) };
};

/**
 * The attempts that wait to be finished. Of a list from an earlier time the device knows better what was begun on it
 * since; what was handed in on it is over for whatever list.
 */
export const attemptsNow = (
  { data, since, problem }: Seen<{ readonly open: readonly Attempt[] }>,
  { open, over }: Here,
): readonly Attempt[] => {
  const isNew = since === undefined && !problem;
  const listed = (data?.open ?? []).filter(({ attemptId }) => !over.has(attemptId));
  const unlisted = open.filter(({ attemptId }) => !listed.some((one) => one.attemptId === attemptId));
  return isNew ? listed : [...listed, ...unlisted];
};
