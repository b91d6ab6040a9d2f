import type * as z from 'zod';
import type { Cause } from '#shared/messaging/outbox.ts';
import type { Stores } from '../commands/close-attempt.ts';
import { quizOf } from '../commands/quiz-of.ts';
import type { Attempt as AttemptView, QuizSummary, quizRoutes } from '../contract.ts';
import type { Attempt, Held } from '../domain/attempt.ts';
import type { Quiz } from '../domain/quiz.ts';
import { releasesAt } from '../domain/review-policy.ts';
import { myAttempts } from './my-attempts.ts';
import { releasesOf } from './releases.ts';

type Summary = z.input<(typeof quizRoutes.listMyAttempts.answers)[200]>['attempts'][number];

/** The mark, or when it will be shown. */
const gradeShown = ({ grade }: Attempt, { review }: Quiz, isReleased: boolean) => {
  if (!grade) return {};
  return isReleased ? { grade } : { gradeWithheld: review.marks };
};

const summaryOf = (attempt: Attempt, at: string) => ({
  attemptId: attempt.attemptId,
  quizId: attempt.quizId,
  courseId: attempt.courseId,
  attemptNo: attempt.attemptNo,
  status: attempt.status,
  navigation: attempt.navigation ?? ('free' as const),
  startedAt: attempt.startedAt,
  ...(attempt.deadline && { deadline: attempt.deadline }),
  /** The server's time of the answer. */
  serverTime: at,
});

/** The caller's attempts without their questions, with the marks that are shown by now. */
export async function attemptSummaries(
  stores: Stores,
  { personId, quizId }: { readonly personId: string; readonly quizId: string },
  cause: Cause,
): Promise<Summary[] | 'not-found' | 'conflict'> {
  const quiz = await stores.bank.findQuiz(quizId);
  if (!quiz) return 'not-found';
  const attempts = await myAttempts(stores, { personId, quiz }, cause);
  if (attempts === 'conflict') return attempts;
  const { marks } = releasesAt(quiz, attempts, cause.at);
  return attempts.map((attempt) => ({
    ...summaryOf(attempt, cause.at),
    ...gradeShown(attempt, quiz, marks),
  }));
}

/** An attempt as its owner sees it: questions without keys and the answers saved; once handed in, as the policy says. */
export async function attemptView(
  stores: Stores,
  { attempt, paper, answers, startToken }: Held,
  cause: Cause,
): Promise<AttemptView | 'conflict'> {
  const summary = summaryOf(attempt, cause.at);
  if (attempt.status === 'open') {
    const proof = startToken && { startToken };
    return { ...summary, items: [...paper], answers: [...answers], ...proof };
  }
  const quiz = await quizOf(stores, attempt);
  const released = await releasesOf(stores, { attempt, quiz }, ['marks', 'answers'], cause);
  if (released === 'conflict') return released;
  const { releases } = released;
  return {
    ...summary,
    items: releases.answers ? [...paper] : [],
    answers: releases.answers ? [...answers] : [],
    ...gradeShown(attempt, quiz, releases.marks),
  };
}

export const quizSummary = ({ itemIds, ...quiz }: Quiz): QuizSummary => ({
  ...quiz,
  itemCount: itemIds.length,
});
