import type * as z from 'zod';
import type { Attempt as AttemptView, QuizSummary, quizRoutes } from '../contract.ts';
import type { Attempt, Held, Quiz } from '../domain/attempt.ts';

type Summary = z.input<(typeof quizRoutes.listMyAttempts.answers)[200]>['attempts'][number];

/** An attempt without its questions. `at` is the server's time of the answer. */
export const attemptSummary = (attempt: Attempt, at: string): Summary => ({
  attemptId: attempt.attemptId,
  quizId: attempt.quizId,
  courseId: attempt.courseId,
  attemptNo: attempt.attemptNo,
  status: attempt.status,
  startedAt: attempt.startedAt,
  ...(attempt.deadline && { deadline: attempt.deadline }),
  serverTime: at,
  ...(attempt.grade && { grade: attempt.grade }),
});

/** An attempt as its owner sees it: questions without keys, and the answers saved. */
export const attemptView = ({ attempt, paper, answers }: Held, at: string): AttemptView => ({
  ...attemptSummary(attempt, at),
  items: [...paper],
  answers: [...answers],
});

export const quizSummary = ({ itemIds, ...quiz }: Quiz): QuizSummary => ({
  ...quiz,
  itemCount: itemIds.length,
});
