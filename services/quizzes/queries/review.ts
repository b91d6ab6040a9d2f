import type { Cause } from '#shared/messaging/outbox.ts';
import { frozenQuestions, type Stores, settleAttempt } from '../commands/close-attempt.ts';
import { feedbackOn } from '../domain/grading.ts';
import { rightResponse } from '../domain/item-types.ts';
import { releasesRightResponses } from '../domain/review-policy.ts';
import type { AttemptRef } from '../store.ts';
import { myAttempts } from './my-attempts.ts';

/** A quiz that is gone can be taken no more, so nothing is held back for its sake. */
async function releasesRight(
  stores: Stores,
  taken: { readonly personId: string; readonly quizId: string },
  cause: Cause,
): Promise<boolean | 'conflict'> {
  const quiz = await stores.bank.findQuiz(taken.quizId);
  const attempts = await myAttempts(stores, taken, cause);
  if (attempts === 'conflict') return attempts;
  return !quiz || attempts === 'not-found' || releasesRightResponses(attempts, quiz.attemptsAllowed);
}

/**
 * Points as they were given, the author's words on what was answered, and what would have been right; only once the
 * attempt is handed in, the last only as the review policy allows.
 */
export async function reviewAttempt(stores: Stores, ref: AttemptRef, cause: Cause) {
  const held = await settleAttempt(stores, ref, cause);
  if (typeof held === 'string') return held;
  const { status, quizId } = held.attempt;
  if (status === 'open') return 'not-submitted';
  const isReleased = await releasesRight(stores, { personId: ref.personId, quizId }, cause);
  if (isReleased === 'conflict') return isReleased;
  const points = new Map(held.attempt.points?.map((each) => [each.itemId, each]));
  const responses = new Map(held.answers.map((answer) => [answer.itemId, answer.response]));
  const items = (await frozenQuestions(stores, ref.attemptId)).map(({ itemId, question, order }) => {
    const feedback = feedbackOn({ question, order }, responses.get(itemId));
    const right = isReleased ? rightResponse({ question, order }) : undefined;
    return {
      ...(points.get(itemId) ?? { itemId, earned: 0, total: 0 }),
      ...(question.explanation && { explanation: question.explanation }),
      ...(feedback && { feedback }),
      ...(right && { right }),
    };
  });
  return { attemptId: ref.attemptId, releasesRight: isReleased, items };
}
