import { createHmac } from 'node:crypto';
import type { Response } from '../contract.ts';
import type { Attempt } from './attempt.ts';
import type { HandedFile } from './handed-file.ts';
import { type Rubric, rubricPoints } from './items/rubric.ts';
import type { Quiz } from './quiz.ts';

/** A marker's choice of a level for each criterion, and what it is worth (0 to 100). */
export type RubricMark = {
  readonly markerId: string;
  readonly choices: readonly number[];
  readonly points: number;
  /** To the learner, without a name; shown with the explanations. */
  readonly note?: string;
  readonly at: string;
};

type Lease = { readonly markerId: string; readonly until: string };

/** An answer that a person has to mark. Its id says nothing about whose it is. */
export type MarkingTask = {
  readonly taskId: string;
  readonly quizId: string;
  readonly itemId: string;
  readonly attemptId: string;
  readonly personId: string;
  /** How many mark it, and by how many points (of 100) they may differ before somebody else decides. */
  readonly markers: 1 | 2;
  readonly tolerance: number;
  readonly marks: readonly RubricMark[];
  readonly lease?: Lease;
  /** Once it is decided. */
  readonly points?: number;
  /** Counts the writes. */
  readonly version: number;
};

/** A marker who goes away does not keep a task longer than this from others. Milliseconds. */
export const LEASE_MS = 30 * 60_000;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id of the task for one answer: in the form of every other id, and not to be had without the attempt's secret. */
export const taskIdOf = (secret: string, itemId: string): string =>
  [...createHmac('sha256', secret).update(itemId).digest().subarray(0, 26)]
    .map((byte, place) => ALPHABET[byte % (place === 0 ? 8 : 32)])
    .join('');

/** The task for one answer of a handed-in attempt. */
export const newMarkingTask = (
  { quizId, markers, markTolerance }: Quiz,
  { attemptId, personId }: Pick<Attempt, 'attemptId' | 'personId'>,
  { itemId, secret }: { readonly itemId: string; readonly secret: string },
): MarkingTask => ({
  taskId: taskIdOf(secret, itemId),
  quizId,
  itemId,
  attemptId,
  personId,
  markers,
  tolerance: markTolerance,
  marks: [],
  version: 1,
});

/** Two markers differ by more than they may: who heads the training decides. */
export const isDisputed = ({ marks, tolerance, points }: MarkingTask): boolean => {
  const [first, second] = marks;
  return (
    points === undefined &&
    first !== undefined &&
    second !== undefined &&
    Math.abs(first.points - second.points) > tolerance
  );
};

type Marker = { readonly markerId: string; readonly isHead: boolean };

/**
 * Whether somebody may take a task up now: it waits, nobody else is at it, and it is not for a second look of the same.
 * Who heads the training decides a dispute also as one of the two: there may be nobody else who can.
 */
export function mayClaim(task: MarkingTask, { markerId, isHead }: Marker, at: string): boolean {
  const isTaken = task.lease !== undefined && task.lease.until > at && task.lease.markerId !== markerId;
  const isOwn = task.marks.some((mark) => mark.markerId === markerId);
  return task.points === undefined && !isTaken && (isDisputed(task) ? isHead : !isOwn);
}

type MarkDecision =
  | { readonly kind: 'refused'; readonly reason: 'task-not-yours' | 'rubric-incomplete' }
  | { readonly kind: 'marked-before'; readonly task: MarkingTask }
  | { readonly kind: 'mark'; readonly task: MarkingTask };

/** What the marks so far come to: the one, the mean of two that agree (half up), or the third that decides. */
const pointsOfMarks = (marks: readonly RubricMark[], { markers, tolerance }: MarkingTask) => {
  const [first, second, third] = marks.map(({ points }) => points);
  if (third !== undefined) return third;
  if (markers === 1 || first === undefined || second === undefined) return markers === 1 ? first : undefined;
  return Math.abs(first - second) > tolerance ? undefined : Math.floor((first + second) / 2 + 0.5);
};

/** Marks an answer by its rubric. Only who has taken it up may; the same mark again is fine. */
export function decideMark(
  task: MarkingTask,
  rubric: Rubric,
  { markerId, choices, note, at }: Omit<RubricMark, 'points'>,
): MarkDecision {
  const isInHand = task.lease?.markerId === markerId && task.lease.until > at;
  // Taken up to decide a dispute: whatever the same person marked before, this is another mark.
  const isDeciding = isInHand && isDisputed(task);
  const own = isDeciding ? [] : task.marks.filter((mark) => mark.markerId === markerId);
  const isSame = (mark: RubricMark) => mark.choices.join() === choices.join() && mark.note === note;
  if (own.some(isSame)) return { kind: 'marked-before', task };
  if (own.length > 0 || !isInHand) return { kind: 'refused', reason: 'task-not-yours' };
  const points = rubricPoints(rubric, choices);
  if (points === undefined) return { kind: 'refused', reason: 'rubric-incomplete' };
  const marks = [...task.marks, { markerId, choices, points, ...(note && { note }), at }];
  const decided = pointsOfMarks(marks, task);
  const { lease: _lease, ...rest } = task;
  return {
    kind: 'mark',
    task: { ...rest, marks, version: task.version + 1, ...(decided !== undefined && { points: decided }) },
  };
}

/** What the learner is told by those whose marks count: by the one who decided a dispute, else by all. */
export const noteOn = ({ marks }: MarkingTask): string | undefined => {
  const counted = marks.length > 2 ? marks.slice(2) : marks;
  const notes = counted.flatMap(({ note }) => note ?? []);
  return notes.length > 0 ? notes.join('\n\n') : undefined;
};

/** An answer as a marker sees it: without the names that people give their files, and with the types that these are of. */
export const withoutNames = (response: Response, handed: readonly HandedFile[] = []): Response =>
  response.kind === 'file-answer'
    ? {
        ...response,
        files: response.files.map((file, place) => {
          const known = handed.find(({ fileId }) => fileId === file.fileId);
          return { ...file, mediaType: known?.mediaType ?? '', name: String(place + 1) };
        }),
      }
    : response;
