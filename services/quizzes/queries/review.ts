import type { Cause } from '#shared/messaging/outbox.ts';
import { frozenQuestions, type Stores, settleAttempt } from '../commands/close-attempt.ts';
import { quizOf } from '../commands/quiz-of.ts';
import type { Held } from '../domain/attempt.ts';
import { feedbackOn } from '../domain/grading.ts';
import { rightResponse } from '../domain/item-types.ts';
import { rightShapes } from '../domain/items/hot-spot.ts';
import type { Releases } from '../domain/review-policy.ts';
import type { AttemptRef } from '../store.ts';
import { releasesOf } from './releases.ts';

const NOTHING: Releases = { marks: false, answers: false, explanations: false, rightAnswers: false };

/** What is shown of each question, in the order of the paper. */
async function reviewedItems(stores: Stores, { attempt, answers }: Held, shown: Releases) {
  const points = new Map(attempt.points?.map((each) => [each.itemId, each]));
  const responses = new Map(answers.map((answer) => [answer.itemId, answer.response]));
  return (await frozenQuestions(stores, attempt.attemptId)).map(({ itemId, question, order }) => {
    const feedback = feedbackOn({ question, order }, responses.get(itemId));
    const { note, ...earned } = points.get(itemId) ?? { earned: 0, total: 0 };
    const right = shown.rightAnswers ? rightResponse({ question, order }) : undefined;
    return {
      itemId,
      ...(shown.marks && earned),
      ...(shown.explanations && question.explanation && { explanation: question.explanation }),
      ...(shown.explanations && feedback && { feedback }),
      ...(shown.explanations && note && { note }),
      ...(right && { right }),
      ...(right && question.kind === 'hot-spot' && { areas: rightShapes(question) }),
    };
  });
}

/**
 * Points as they were given, the author's words on what was answered, and what would have been right: each as the
 * quiz's review policy says, and nothing before the attempt is handed in or while late answers may still arrive to any.
 */
export async function reviewAttempt(stores: Stores, ref: AttemptRef, cause: Cause) {
  const held = await settleAttempt(stores, ref, cause);
  if (typeof held === 'string') return held;
  const { attempt } = held;
  const { attemptId } = attempt;
  if (attempt.status === 'open') return 'not-submitted';
  const quiz = await quizOf(stores, attempt);
  const released = await releasesOf(
    stores,
    { attempt, quiz },
    ['marks', 'answers', 'explanations', 'rightAnswers'],
    cause,
  );
  if (released === 'conflict') return released;
  const { releases, waitsUntil } = released;
  if (waitsUntil) return { attemptId, releases: NOTHING, waitsUntil, items: [] };
  return { attemptId, releases, items: await reviewedItems(stores, held, releases) };
}
