import { isDeepStrictEqual } from 'node:util';
import type { Response, SeenItem } from '../contract.ts';
import type { ItemPoints, Marks } from './grading.ts';
import { filesAreThere, type HandedFile } from './handed-file.ts';
import { fits } from './item-types.ts';
import { later } from './quiz.ts';
import { timeSpent } from './time-spent.ts';

/** What is saved within this time after the deadline counts: the last save may be on its way. Milliseconds. */
export const GRACE_MS = 30_000;

/** Why there is another mark than the first. */
export type GradeReason =
  | 'confirmed'
  | 'item-corrected'
  | 'late-answers'
  | 'marked-by-person'
  | 'sheet-corrected';

export type Grade = {
  readonly gradeNo: number;
  readonly scoreHundredths: number;
  readonly passed: boolean;
  readonly provisional: boolean;
  readonly gradedAt: string;
  readonly reason?: GradeReason;
  /** Who decided another mark than the first; not shown to learners. */
  readonly decidedBy?: string;
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
  /** Of the quiz, where it differs from what is usual: what every save pays for is kept small. */
  readonly navigation?: 'one-way';
  readonly confirmation?: 'teacher';
  /** Of an attempt that was made on paper: the exam, and the code of the form. */
  readonly onPaper?: { readonly examId: string; readonly code: string };
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
  /** What it counts for beside the others; all count alike where nothing is said. */
  readonly weight?: number;
};

export type Answer = {
  readonly itemId: string;
  readonly response: Response;
  readonly version: number;
  readonly savedAt: string;
  /** Given offline and sent after the deadline, `elapsedMs` after the start by the device's clock. */
  readonly late?: true;
  readonly elapsedMs?: number;
  /** How long the question was on screen until this answer; see `timeSpent`. */
  readonly spentMs?: number;
};

/** An attempt with its questions as shown and the answers saved so far. */
export type Held = {
  readonly attempt: Attempt;
  readonly paper: readonly SeenItem[];
  readonly answers: readonly Answer[];
  /** Files that have arrived for answers, whether or not one names them. */
  readonly files?: readonly HandedFile[];
  /** Proof for a device that it had this attempt while it was open; only where late answers are taken. */
  readonly startToken?: string;
};

/** The last instant at which a save counts; undefined without a time limit. */
export const lastSaveAt = ({ deadline }: Attempt): string | undefined =>
  deadline && later(deadline, GRACE_MS);

/** Past deadline and grace, by server time. Instants of this form compare as text. */
export const isOverdue = (attempt: Attempt, at: string): boolean => {
  const end = lastSaveAt(attempt);
  return attempt.status === 'open' && end !== undefined && at > end;
};

export type SaveRejection =
  | 'file-not-there'
  | 'not-found'
  | 'attempt-closed'
  | 'deadline-passed'
  | 'older-than-saved'
  | 'item-left-behind'
  | 'response-does-not-fit';

type SaveDecision =
  | { readonly kind: 'save' | 'saved-before'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly reason: SaveRejection };

/** The same save again is fine, also after handing in; an older one, or another one of the same version, is not. */
export function decideSave(held: Held, answer: Answer): SaveDecision {
  const { attempt, paper, answers } = held;
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
  if (!filesAreThere(held, answer.itemId, answer.response)) return refused('file-not-there');
  if (attempt.navigation === 'one-way' && isLeftBehind({ paper, answers }, answer.itemId))
    return refused('item-left-behind');
  const { spentMs, ...rest } = answer;
  const windowMs = Date.parse(answer.savedAt) - Date.parse(attempt.startedAt);
  return { kind: 'save', answer: { ...rest, ...timeSpent(answers, answer, windowMs) } };
}

/** Whether a later question has an answer. Two saves at once may both pass: then they count in the order of the paper. */
export const isLeftBehind = (
  { paper, answers }: Pick<Held, 'paper' | 'answers'>,
  itemId: string,
): boolean => {
  const places = new Map(paper.map((item, place) => [item.itemId, place]));
  const place = places.get(itemId) ?? 0;
  return answers.some((answer) => (places.get(answer.itemId) ?? 0) > place);
};

/** The attempt with its first mark. Handed in by the deadline once that and the grace are over. */
export const submitted = (
  attempt: Attempt,
  marks: Marks,
  at: string,
): Attempt & Required<Pick<Attempt, 'grade' | 'points'>> => ({
  ...attempt,
  status: 'submitted',
  submittedBy: isOverdue(attempt, at) ? 'deadline' : 'person',
  points: marks.points,
  grade: {
    gradeNo: 1,
    scoreHundredths: marks.scoreHundredths,
    passed: marks.scoreHundredths >= attempt.passHundredths,
    provisional: marks.provisional || attempt.confirmation === 'teacher',
    gradedAt: at,
  },
});
