import { AttemptGradedV1 } from '#events/quizzes/attempt-graded.v1.ts';
import { AttemptStartedV1 } from '#events/quizzes/attempt-started.v1.ts';
import { AttemptSubmittedV1 } from '#events/quizzes/attempt-submitted.v1.ts';
import { QuizPublishedV1 } from '#events/quizzes/quiz-published.v1.ts';
import { type Cause, type Outbox, outboxEntry, outboxWith } from '#shared/messaging/outbox.ts';
import type { Attempt, Grade } from './domain/attempt.ts';
import type { Marks } from './domain/grading.ts';
import type { Quiz } from './domain/quiz.ts';

/** Steps of an attempt's life as the versions of its aggregate. */
const STEP = { started: 1, submitted: 2, graded: 3 } as const;

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

export const attemptStarted = (attempt: Attempt, cause: Cause): Outbox => {
  const { quizVersion, deadline } = attempt;
  const entry = outboxEntry(
    AttemptStartedV1,
    { ...which(attempt), quizVersion, ...(deadline && { deadline }) },
    cause,
    identity(attempt, STEP.started),
  );
  return outboxWith(entry);
};

/** Handing in and its mark are one change, so their events leave in one write, in this order. */
export const submittedAndGraded = (
  attempt: Attempt & { readonly grade: Grade },
  { byCompetence }: Marks,
  cause: Cause,
): Outbox => {
  const { gradeNo, scoreHundredths, passed, provisional } = attempt.grade;
  const handedIn = outboxEntry(
    AttemptSubmittedV1,
    { ...which(attempt), submittedBy: attempt.submittedBy ?? 'person' },
    cause,
    identity(attempt, STEP.submitted),
  );
  const graded = outboxEntry(
    AttemptGradedV1,
    {
      ...which(attempt),
      gradeNo,
      scoreHundredths,
      passed,
      provisional,
      byCompetence: byCompetence.map((each) => ({ ...each })),
    },
    cause,
    identity(attempt, STEP.graded),
  );
  return outboxWith(handedIn, graded);
};
