import type { EnrolmentStatus } from './course-run.ts';

/** A place in a course run as its last event told of it. */
export type Seat = {
  readonly courseId: string;
  readonly status: EnrolmentStatus;
  /** Version of the enrolment: a seat only moves forward. */
  readonly version: number;
  /** When it came to this status. */
  readonly since: string;
};

export type Mark = {
  /** Counts the marks of one attempt; a regrade replaces the mark before it, also by a lower one. */
  readonly gradeNo: number;
  readonly scoreHundredths: number;
  readonly passed: boolean;
  /** Waits for a teacher; counts for nothing until then. */
  readonly provisional: boolean;
};

export type AttemptTrace = {
  readonly quizId: string;
  readonly courseId: string;
  /** The person's own last act: opening it or handing it in. */
  readonly lastActivityAt?: string;
  readonly mark?: Mark;
};

/** What the events tell of one person's learning; seats by run, attempts by attempt. */
export type Learning = {
  readonly personId: string;
  /** Counts the writes. */
  readonly version: number;
  readonly seats: Readonly<Record<string, Seat>>;
  readonly attempts: Readonly<Record<string, AttemptTrace>>;
};

/** What happened to an attempt, as its events say it. */
export type AttemptStep =
  | { readonly kind: 'started'; readonly at: string }
  | { readonly kind: 'submitted'; readonly at: string; readonly submittedBy: 'person' | 'deadline' }
  | { readonly kind: 'graded'; readonly mark: Mark };

export type LearningChange = { readonly personId: string } & (
  | { readonly kind: 'seat'; readonly runId: string; readonly seat: Seat }
  | {
      readonly kind: 'attempt';
      readonly attemptId: string;
      readonly quizId: string;
      readonly courseId: string;
      readonly step: AttemptStep;
    }
);

/** A deadline that hands in and a mark are nobody's act. */
const traceOf = (step: AttemptStep): Pick<AttemptTrace, 'lastActivityAt' | 'mark'> => {
  if (step.kind === 'graded') return { mark: step.mark };
  const isOwnAct = step.kind === 'started' || step.submittedBy === 'person';
  return isOwnAct ? { lastActivityAt: step.at } : {};
};

/**
 * Takes one event in; undefined when it tells nothing new. Every part of the state is the greatest of what was told
 * (version, instant, number of the mark), so events may come in any order and any number of times.
 */
export function learn(before: Learning | undefined, change: LearningChange): Learning | undefined {
  const { personId, version, seats, attempts } = before ?? {
    personId: change.personId,
    version: 0,
    seats: {},
    attempts: {},
  };
  const base = { personId, version: version + 1, seats, attempts };
  if (change.kind === 'seat') {
    const known = seats[change.runId];
    if (known && known.version >= change.seat.version) return undefined;
    return { ...base, seats: { ...seats, [change.runId]: change.seat } };
  }
  const known = attempts[change.attemptId];
  const { quizId, courseId, step } = change;
  const merged = merge(known, { quizId, courseId, ...traceOf(step) });
  if (known && known.lastActivityAt === merged.lastActivityAt && known.mark === merged.mark) return undefined;
  return { ...base, attempts: { ...attempts, [change.attemptId]: merged } };
}

const merge = (known: AttemptTrace | undefined, told: AttemptTrace): AttemptTrace => {
  const lastActivityAt = latest([known?.lastActivityAt, told.lastActivityAt]);
  const mark = (told.mark?.gradeNo ?? 0) > (known?.mark?.gradeNo ?? 0) ? told.mark : known?.mark;
  return {
    quizId: told.quizId,
    courseId: told.courseId,
    ...(lastActivityAt && { lastActivityAt }),
    ...(mark && { mark }),
  };
};

/** The latest of some instants (ISO 8601 UTC, which sort as text); undefined when there is none. */
export const latest = (instants: readonly (string | undefined)[]): string | undefined =>
  instants.reduce(
    (late, at) => (at !== undefined && (late === undefined || at > late) ? at : late),
    undefined,
  );
