import type { Cause } from '#shared/messaging/outbox.ts';
import type { BankStore } from '../bank-store.ts';
import { drawable, drawItems } from '../domain/bank.ts';
import type { Kind } from '../domain/question.ts';
import { type Quiz, type RuleFault, type Rules, ruleFaults } from '../domain/quiz.ts';
import { quizPublished } from '../events-out.ts';

type PublishQuiz = Rules & {
  readonly quizId: string;
  readonly courseId: string;
  readonly itemCount: number;
  readonly kinds?: readonly Kind[] | undefined;
  readonly requestKey: string;
};

/** Draws a quiz from the approved items of its course. Its attempts freeze the versions that are approved when they start. */
export async function publishQuiz(
  store: BankStore,
  { itemCount, kinds, requestKey, ...about }: PublishQuiz,
  cause: Cause,
): Promise<Quiz | 'bank-too-small' | RuleFault> {
  const request = { actor: cause.actor, route: `publish-quiz/${about.courseId}`, key: requestKey };
  const earlier = await store.findEarlier(request);
  const known = earlier && (await store.findQuiz(earlier));
  if (known) return known;
  const [fault] = ruleFaults(about, cause.at);
  if (fault) return fault;
  const bank = drawable(await store.allItems(about.courseId));
  const wanted = bank.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const itemIds = drawItems(wanted, itemCount, about.quizId);
  if (!itemIds) return 'bank-too-small';
  const quiz: Quiz = { ...about, version: 1, itemIds, corrections: {} };
  const saved = await store.saveQuiz(quiz, quizPublished(quiz, cause), { ...request, at: cause.at });
  if (saved === 'saved') return quiz;
  return publishQuiz(store, { itemCount, kinds, requestKey, ...about }, cause);
}
