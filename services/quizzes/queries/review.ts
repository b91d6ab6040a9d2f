import type { Cause } from '#shared/messaging/outbox.ts';
import { frozenQuestions, type Stores, settleAttempt } from '../commands/close-attempt.ts';
import { feedbackOn } from '../domain/grading.ts';
import type { AttemptRef } from '../store.ts';

/** Points as they were given, and the author's words on what was answered; only once the attempt is handed in. */
export async function reviewAttempt(stores: Stores, ref: AttemptRef, cause: Cause) {
  const held = await settleAttempt(stores, ref, cause);
  if (typeof held === 'string') return held;
  if (held.attempt.status === 'open') return 'not-submitted';
  const points = new Map(held.attempt.points?.map((each) => [each.itemId, each]));
  const responses = new Map(held.answers.map((answer) => [answer.itemId, answer.response]));
  const items = (await frozenQuestions(stores, ref.attemptId)).map(({ itemId, question, order }) => {
    const feedback = feedbackOn({ question, order }, responses.get(itemId));
    const { earned, total } = points.get(itemId) ?? { earned: 0, total: 0 };
    return {
      itemId,
      earned,
      total,
      ...(question.explanation && { explanation: question.explanation }),
      ...(feedback && { feedback }),
    };
  });
  return { attemptId: ref.attemptId, items };
}
