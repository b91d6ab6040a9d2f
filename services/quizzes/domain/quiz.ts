import type { Release } from '../contract.ts';
import type { ExtraTime } from './extra-time.ts';

/** The parts of a review, each of which has its own time. */
export type ReviewPart = 'marks' | 'answers' | 'explanations' | 'rightAnswers';

/** A version of an item that replaces the one attempts have frozen, for marking. */
export type Correction = {
  readonly itemId: string;
  readonly version: number;
  readonly contentHash: string;
  readonly reason: string;
  readonly decidedBy: string;
  readonly at: string;
};

export type Quiz = {
  readonly quizId: string;
  readonly courseId: string;
  readonly title: string;
  readonly version: number;
  readonly itemIds: readonly string[];
  /** What items count for beside each other, by item; absent where all count alike. Whole numbers. */
  readonly weights?: Readonly<Record<string, number>>;
  readonly opensAt?: string;
  readonly closesAt?: string;
  readonly timeLimitMinutes?: number;
  readonly attemptsAllowed: number;
  readonly passHundredths: number;
  readonly shuffle: { readonly items: boolean; readonly options: boolean };
  readonly navigation: 'free' | 'one-way';
  readonly review: Readonly<Record<ReviewPart, Release>>;
  readonly confirmation: 'automatic' | 'teacher';
  readonly markers: 1 | 2;
  readonly markTolerance: number;
  readonly lateSyncHours: number;
  /** The last end that extra time has given anybody past `closesAt`; kept when it is taken back, for an open attempt keeps it. */
  readonly extendedUntil?: string;
  /** By item; what is handed in is marked by these. */
  readonly corrections: Readonly<Record<string, Correction>>;
};

const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;
export const later = (at: string, ms: number): string => new Date(Date.parse(at) + ms).toISOString();

/** What is decided about a quiz when it is published. */
export type Rules = Omit<
  Quiz,
  'quizId' | 'courseId' | 'version' | 'itemIds' | 'weights' | 'corrections' | 'extendedUntil'
>;
export type RuleFault =
  | 'closes-before-it-opens'
  | 'closes-too-soon'
  | 'shorter-than-its-time'
  | 'review-needs-closing'
  | 'late-answers-need-a-limit';

/** What does not fit together in the rules of a quiz that is published at `at`, the gravest first. */
export function ruleFaults(
  { opensAt, closesAt, timeLimitMinutes = 0, review, lateSyncHours }: Rules,
  at: string,
): readonly RuleFault[] {
  const opens = opensAt && opensAt > at ? opensAt : at;
  const checks: Readonly<Record<RuleFault, boolean>> = {
    'closes-before-it-opens': closesAt !== undefined && opensAt !== undefined && closesAt <= opensAt,
    'closes-too-soon': closesAt !== undefined && closesAt <= at,
    'shorter-than-its-time': closesAt !== undefined && closesAt < later(opens, timeLimitMinutes * MINUTE_MS),
    'review-needs-closing': closesAt === undefined && Object.values(review).includes('after-close'),
    'late-answers-need-a-limit': lateSyncHours > 0 && closesAt === undefined && timeLimitMinutes === 0,
  };
  return (Object.keys(checks) as RuleFault[]).filter((fault) => checks[fault]);
}

/** Whether the quiz can be started by server time. Instants of this form compare as text. */
export const windowAt = (
  { opensAt, closesAt }: Quiz,
  at: string,
): 'open' | 'not-open-yet' | 'quiz-closed' => {
  if (opensAt && at < opensAt) return 'not-open-yet';
  return closesAt && at >= closesAt ? 'quiz-closed' : 'open';
};

/**
 * When an attempt that starts at `startedAt` ends: with its own time or with the quiz, whichever is first, and `extra` of
 * the person after that; undefined for never.
 */
export const deadlineOf = (
  { timeLimitMinutes = 0, closesAt }: Quiz,
  startedAt: string,
  extra?: ExtraTime,
): string | undefined => {
  const own = timeLimitMinutes > 0 ? later(startedAt, timeLimitMinutes * MINUTE_MS) : undefined;
  const end = own && closesAt && closesAt < own ? closesAt : (own ?? closesAt);
  if (!end || !extra) return end;
  const minutes = extra.unit === 'minutes' ? extra.amount : (timeLimitMinutes * extra.amount) / 100;
  return later(end, minutes * MINUTE_MS);
};

/** When the last attempt of somebody with `extra` time ends, whenever it starts; undefined for a quiz that does not close. */
export const lastEndOf = (quiz: Quiz, extra: ExtraTime): string | undefined =>
  quiz.closesAt && deadlineOf(quiz, quiz.closesAt, extra);
