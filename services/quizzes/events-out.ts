import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptStartedV1 } from '#events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import { GradeRevisedV1 } from '#events/quizzes/grade-revised.v1.ts';
import { QuizPublishedV1 } from '#events/quizzes/quiz-published.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Attempt, Grade } from './domain/attempt.ts';
import { competencesOf } from './domain/grading.ts';
import type { Quiz } from './domain/quiz.ts';
import type { GradedAttempt, Revision } from './domain/revision.ts';

/** Steps of an attempt's life as the versions of its aggregate; each mark is one further. */
const STEP = { started: 1, submitted: 2 } as const;

/** The identity follows from what happened, so deciding the same thing again names the same event. */
const identity = ({ attemptId }: Attempt, version: number) => ({
  eventId: `${attemptId}-${version}`,
  aggregate: { type: 'attempt', id: attemptId, version },
});

const which = ({ attemptId, quizId, courseId, runId, personId, attemptNo }: Attempt) => ({
  attemptId,
  quizId,
  courseId,
  runId,
  personId,
  attemptNo,
});

export const quizPublished = ({ quizId, courseId, version, itemIds }: Quiz, cause: Cause): Outbox => {
  const entry = outboxEntry(
    QuizPublishedV1,
    { quizId, courseId, version, itemCount: itemIds.length },
    cause,
    { eventId: `${quizId}-${version}`, aggregate: { type: 'quiz', id: quizId, version } },
  );
  return outboxWith(entry);
};

const startedEntry = (attempt: Attempt, cause: Cause) => {
  const { quizVersion, deadline } = attempt;
  return outboxEntry(
    AttemptStartedV1,
    { ...which(attempt), quizVersion, ...(deadline && { deadline }) },
    cause,
    identity(attempt, STEP.started),
  );
};

export const attemptStarted = (attempt: Attempt, cause: Cause): Outbox =>
  outboxWith(startedEntry(attempt, cause));

/** A mark with what it counted for before it. */
const graded = (attempt: GradedAttempt, before: Grade | undefined, cause: Cause) => {
  const { gradeNo, scoreHundredths, passed, provisional } = attempt.grade;
  return outboxEntry(
    AttemptGradedV1,
    {
      ...which(attempt),
      gradeNo,
      scoreHundredths,
      passed,
      provisional,
      ...(before && { before: { passed: before.passed, provisional: before.provisional } }),
      byCompetence: competencesOf(attempt.points).map((each) => ({ ...each })),
    },
    cause,
    identity(attempt, STEP.submitted + gradeNo),
  );
};

/** Handing in and its mark are one change, so their events leave in one write, in this order. */
export const submittedAndGraded = (attempt: GradedAttempt, cause: Cause): Outbox => {
  const handedIn = outboxEntry(
    AttemptSubmittedV1,
    { ...which(attempt), submittedBy: attempt.submittedBy ?? 'person' },
    cause,
    identity(attempt, STEP.submitted),
  );
  return outboxWith(handedIn, graded(attempt, undefined, cause));
};

/** What was made on paper is told as any attempt is, all of it at once. */
export const takenOnPaper = (attempt: GradedAttempt, cause: Cause): Outbox =>
  outboxWith(startedEntry(attempt, cause), ...submittedAndGraded(attempt, cause).outbox);

/** Every mark is told; that it differs from the one before it is told, too, with the reason. */
export const gradeRevised = ({ attempt, superseded }: Revision, cause: Cause): Outbox => {
  const { gradeNo, scoreHundredths, reason, decidedBy } = attempt.grade;
  const first = graded(attempt, superseded.grade, cause);
  const from = superseded.grade.scoreHundredths;
  if (from === scoreHundredths || !reason) return outboxWith(first);
  const identified = identity(attempt, STEP.submitted + gradeNo);
  const revised = outboxEntry(
    GradeRevisedV1,
    {
      ...which(attempt),
      gradeNo,
      fromHundredths: from,
      toHundredths: scoreHundredths,
      reason,
      decidedBy: decidedBy ?? cause.actor,
    },
    cause,
    { ...identified, eventId: `${identified.eventId}-revised` },
  );
  return outboxWith(first, revised);
};
