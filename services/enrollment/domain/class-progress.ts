import { dayOf, daysBetween } from '../../../shared/time/local-time.ts';
import type { EnrolmentStatus } from './course-run.ts';
import { type AttemptTrace, type Learning, latest } from './learning.ts';

/** A teacher asks after people who have done nothing for a week, unless the page says otherwise. */
const QUIET_DAYS = 7;

export type QuizProgress = {
  readonly quizId: string;
  readonly attempts: number;
  readonly bestHundredths?: number;
  readonly passed: boolean;
};
export type CourseProgress = Omit<QuizProgress, 'quizId' | 'passed'> & {
  readonly courseId: string;
  /** Absent for somebody who took a quiz and whose seat is not known (yet). */
  readonly status?: EnrolmentStatus;
  readonly lastActivityAt?: string;
  readonly quizzes: QuizProgress[];
};
/** First and last day of runs, by run, YYYY-MM-DD. */
export type RunDays = ReadonlyMap<string, { readonly startsOn: string; readonly endsOn: string }>;

/** A course can be taken again in another run: the furthest of its seats is the one that counts. */
const FURTHEST: readonly EnrolmentStatus[] = ['completed', 'confirmed', 'waitlisted', 'cancelled'];

/** The person's own last act in any course. */
export const lastActivityOf = ({ attempts }: Learning): string | undefined =>
  latest(Object.values(attempts).map(({ lastActivityAt }) => lastActivityAt));

/** Marks and seats by course, for courses with a seat that was not given up or with an attempt. */
export function progressByCourse(learning: Learning): CourseProgress[] {
  const seats = Object.values(learning.seats);
  const attempts = Object.values(learning.attempts);
  const courses = new Set([
    ...seats.filter(({ status }) => status !== 'cancelled').map(({ courseId }) => courseId),
    ...attempts.map(({ courseId }) => courseId),
  ]);
  return [...courses].sort().map((courseId) => {
    const own = seats.filter((seat) => seat.courseId === courseId);
    const status = FURTHEST.find((one) => own.some((seat) => seat.status === one));
    const tried = attempts.filter((attempt) => attempt.courseId === courseId);
    const lastActivityAt = latest(tried.map((attempt) => attempt.lastActivityAt));
    return {
      courseId,
      ...(status && { status }),
      ...triesOf(tried),
      ...(lastActivityAt && { lastActivityAt }),
      quizzes: progressByQuiz(tried),
    };
  });
}

const progressByQuiz = (attempts: readonly AttemptTrace[]): QuizProgress[] =>
  [...new Set(attempts.map(({ quizId }) => quizId))].sort().map((quizId) => {
    const tried = attempts.filter((attempt) => attempt.quizId === quizId);
    const passed = settled(tried).some((mark) => mark.passed);
    return { quizId, ...triesOf(tried), passed };
  });

const settled = (attempts: readonly AttemptTrace[]) =>
  attempts.flatMap(({ mark }) => (mark && !mark.provisional ? [mark] : []));

const triesOf = (attempts: readonly AttemptTrace[]) => {
  const scores = settled(attempts).map(({ scoreHundredths }) => scoreHundredths);
  return { attempts: attempts.length, ...(scores.length > 0 && { bestHundredths: Math.max(...scores) }) };
};

/** Did something on one of the last `days` calendar days, today included. */
export const isActive = (learning: Learning, today: string, days = QUIET_DAYS): boolean => {
  const last = lastActivityOf(learning);
  return last !== undefined && daysBetween(dayOf(last), today) < days;
};

/**
 * Who should be asked after: somebody who holds a seat in a run that is under way, has not completed it, and has
 * neither opened nor handed in a quiz for `quietDays` calendar days. Before the first act the days count from when
 * the person got the seat, or from the run's first day if that is later.
 */
export function isBehind(learning: Learning, runs: RunDays, today: string, quietDays = QUIET_DAYS): boolean {
  if (isActive(learning, today, quietDays)) return false;
  return Object.entries(learning.seats).some(([runId, { status, since }]) => {
    const run = runs.get(runId);
    if (status !== 'confirmed' || !run || run.startsOn > today || run.endsOn < today) return false;
    return Math.min(daysBetween(dayOf(since), today), daysBetween(run.startsOn, today)) >= quietDays;
  });
}

export const hasCompleted = ({ seats }: Learning): boolean =>
  Object.values(seats).some(({ status }) => status === 'completed');

export const isSeated = ({ seats }: Learning): boolean =>
  Object.values(seats).some(({ status }) => status === 'completed' || status === 'confirmed');
