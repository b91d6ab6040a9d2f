import { isDeepStrictEqual } from 'node:util';
import type { Response, SeenItem } from '../contract.ts';
import type { BankItem } from './bank.ts';
import type { ItemPoints, Marks } from './grading.ts';
import { fits, present } from './item-types.ts';
import { permutation } from './permutation.ts';
import type { Question } from './question.ts';
import { runOfSeat, type Seat } from './seat.ts';

/** What is saved within this time after the deadline counts: the last save may be on its way. Milliseconds. */
const GRACE_MS = 30_000;

export type Quiz = {
  readonly quizId: string;
  readonly courseId: string;
  readonly title: string;
  readonly version: number;
  readonly itemIds: readonly string[];
  readonly timeLimitMinutes?: number;
  readonly attemptsAllowed: number;
  readonly passHundredths: number;
};

export type Grade = {
  readonly gradeNo: number;
  readonly scoreHundredths: number;
  readonly passed: boolean;
  readonly provisional: boolean;
  readonly gradedAt: string;
};

export type Attempt = {
  readonly attemptId: string;
  readonly quizId: string;
  readonly quizVersion: number;
  readonly courseId: string;
  readonly runId: string;
  readonly personId: string;
  readonly attemptNo: number;
  readonly passHundredths: number;
  readonly status: 'open' | 'submitted';
  readonly startedAt: string;
  readonly deadline?: string;
  /** Counts accepted saves, so that handing in can tell whether it has seen them all. */
  readonly saves: number;
  readonly submittedBy?: 'person' | 'deadline';
  readonly grade?: Grade;
  readonly points?: readonly ItemPoints[];
};

/** Which version of an item an attempt asks, and the order it shows. Secret: the order tells pairs of a matching question. */
export type FrozenItem = {
  readonly itemId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly order: readonly number[];
};

export type Answer = {
  readonly itemId: string;
  readonly response: Response;
  readonly version: number;
  readonly savedAt: string;
};

/** An attempt with its questions as shown and the answers saved so far. */
export type Held = {
  readonly attempt: Attempt;
  readonly paper: readonly SeenItem[];
  readonly answers: readonly Answer[];
};

export type Opening = {
  readonly attempt: Attempt;
  readonly paper: readonly SeenItem[];
  readonly frozen: readonly FrozenItem[];
};

type OpenCommand = {
  readonly attemptId: string;
  /** Random and never shown: with a known seed a learner could undo the shuffle. */
  readonly seed: string;
  readonly personId: string;
  readonly runId: string;
  readonly attemptNo: number;
  readonly at: string;
};

const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** Opens an attempt: the current version of every item and the order it is shown in are fixed here for good. */
export function openAttempt(
  quiz: Quiz,
  items: readonly { readonly item: BankItem; readonly question: Question }[],
  { seed, at, ...who }: OpenCommand,
): Opening {
  const asked = permutation(items.length, seed).flatMap((place) => {
    const found = items[place];
    if (!found) return [];
    const { itemId, version, contentHash } = found.item;
    const { seen, order } = present(found.question, itemId, seed);
    return [{ seen, frozen: { itemId, version, contentHash, order } }];
  });
  return {
    attempt: {
      ...who,
      quizId: quiz.quizId,
      quizVersion: quiz.version,
      courseId: quiz.courseId,
      passHundredths: quiz.passHundredths,
      status: 'open',
      startedAt: at,
      ...(quiz.timeLimitMinutes && { deadline: later(at, quiz.timeLimitMinutes * 60_000) }),
      saves: 0,
    },
    paper: asked.map(({ seen }) => seen),
    frozen: asked.map(({ frozen }) => frozen),
  };
}

/** The last instant at which a save counts; undefined without a time limit. */
export const closesAt = ({ deadline }: Attempt): string | undefined => deadline && later(deadline, GRACE_MS);

/** Past deadline and grace, by server time. Instants of this form compare as text. */
export const isOverdue = (attempt: Attempt, at: string): boolean => {
  const end = closesAt(attempt);
  return attempt.status === 'open' && end !== undefined && at > end;
};

type StartDecision =
  | { readonly kind: 'refused'; readonly reason: 'not-enrolled' | 'attempts-used-up' }
  | { readonly kind: 'continued'; readonly held: Held }
  | { readonly kind: 'open'; readonly runId: string; readonly attemptNo: number };

/**
 * Whether a person may open an attempt. `attempts` counts those opened so far, `last` is the latest of them,
 * already closed when its time is over.
 */
export function decideStart(
  quiz: Quiz,
  seats: readonly Seat[],
  { attempts, last }: { readonly attempts: number; readonly last: Held | undefined },
): StartDecision {
  const runId = runOfSeat(seats);
  if (!runId) return { kind: 'refused', reason: 'not-enrolled' };
  if (last?.attempt.status === 'open') return { kind: 'continued', held: last };
  if (attempts >= quiz.attemptsAllowed) return { kind: 'refused', reason: 'attempts-used-up' };
  return { kind: 'open', runId, attemptNo: attempts + 1 };
}

export type SaveRejection =
  | 'not-found'
  | 'attempt-closed'
  | 'deadline-passed'
  | 'older-than-saved'
  | 'response-does-not-fit';

type SaveDecision =
  | { readonly kind: 'save' | 'saved-before'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly reason: SaveRejection };

/** The same save again is fine, also after handing in; an older one, or another one of the same version, is not. */
export function decideSave({ attempt, paper, answers }: Held, answer: Answer): SaveDecision {
  const refused = (reason: SaveRejection) => ({ kind: 'refused', reason }) as const;
  const item = paper.find((each) => each.itemId === answer.itemId);
  if (!item) return refused('not-found');
  const saved = answers.find((each) => each.itemId === answer.itemId);
  if (saved?.version === answer.version && isDeepStrictEqual(saved.response, answer.response))
    return { kind: 'saved-before', answer: saved };
  if (attempt.status !== 'open') return refused('attempt-closed');
  if (isOverdue(attempt, answer.savedAt)) return refused('deadline-passed');
  if (!fits(item, answer.response)) return refused('response-does-not-fit');
  if (saved && answer.version <= saved.version) return refused('older-than-saved');
  return { kind: 'save', answer };
}

/** The attempt with its first and only machine mark. Handed in by the deadline once that and the grace are over. */
export const submitted = (
  attempt: Attempt,
  marks: Marks,
  at: string,
): Attempt & { readonly grade: Grade } => ({
  ...attempt,
  status: 'submitted',
  submittedBy: isOverdue(attempt, at) ? 'deadline' : 'person',
  points: marks.points,
  grade: {
    gradeNo: 1,
    scoreHundredths: marks.scoreHundredths,
    passed: marks.scoreHundredths >= attempt.passHundredths,
    provisional: marks.provisional,
    gradedAt: at,
  },
});
