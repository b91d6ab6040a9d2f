import { randomUUID } from 'node:crypto';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import type { Client } from './client.ts';
import { answerTo } from './gift-bank.ts';

/** Takes a seat or a place in the queue; a repeat with the same key is the same request. */
export const enrol = (learner: Client, runId: string, key: string = randomUUID(), touchId?: string) =>
  learner.ok(enrollmentRoutes.enrol, { params: { runId }, body: touchId ? { touchId } : {}, key });

/** The caller's enrolment in a run. */
export const enrolmentOf = async (learner: Client, runId: string) =>
  (await learner.ok(enrollmentRoutes.listMyEnrolments)).enrolments.find((one) => one.runId === runId);

/** Opens an attempt and answers the first `right` questions rightly, the others wrongly; not handed in yet. */
export async function answerQuiz(learner: Client, quizId: string, right = 6) {
  const attempt = await learner.ok(quizRoutes.startAttempt, { params: { quizId } });
  for (const [index, item] of attempt.items.entries()) {
    await learner.ok(quizRoutes.saveAnswer, {
      params: { attemptId: attempt.attemptId, itemId: item.itemId },
      body: { response: answerTo(item, index < right), version: 1 },
    });
  }
  return attempt;
}

/** Hands an attempt in; its mark. */
export const handIn = (learner: Client, attemptId: string) =>
  learner.ok(quizRoutes.submitAttempt, { params: { attemptId } });
