import type { Cause } from '#shared/messaging/outbox.ts';
import type { BankStore } from '../bank-store.ts';
import { drawable, drawItems } from '../domain/bank.ts';
import {
  asksTooMany,
  type BlueprintRow,
  drawBlueprint,
  marksAreAstray,
  type Shortage,
  weightsOf,
} from '../domain/blueprint.ts';
import type { Kind } from '../domain/question.ts';
import { type Quiz, type RuleFault, type Rules, ruleFaults } from '../domain/quiz.ts';
import { quizPublished } from '../events-out.ts';

/** A quiz is drawn by a number of items, of some kinds or all, or by the rows of a blueprint. */
type Draw = {
  readonly itemCount?: number | undefined;
  readonly kinds?: readonly Kind[] | undefined;
  readonly blueprint?: readonly BlueprintRow[] | undefined;
};

type PublishQuiz = Rules & {
  readonly quizId: string;
  readonly courseId: string;
  readonly draw: Draw;
  readonly requestKey: string;
};

type DrawFault = 'bank-too-small' | 'count-or-blueprint' | 'quiz-too-long' | 'marks-do-not-sum';

export type PublishRefusal =
  | { readonly reason: RuleFault | DrawFault }
  | { readonly reason: 'bank-too-small'; readonly shortages: readonly Shortage[] };

/** The items to ask, which ones the seed decides, and what they count for. */
function draw(
  bank: ReturnType<typeof drawable>,
  { itemCount, kinds, blueprint }: Draw,
  seed: string,
): Pick<Quiz, 'itemIds' | 'weights'> | PublishRefusal {
  if ((itemCount === undefined) === (blueprint === undefined)) return { reason: 'count-or-blueprint' };
  if (blueprint) {
    if (asksTooMany(blueprint)) return { reason: 'quiz-too-long' };
    if (marksAreAstray(blueprint)) return { reason: 'marks-do-not-sum' };
    const drawn = drawBlueprint(bank, blueprint, seed);
    if (drawn.kind === 'short') return { reason: 'bank-too-small', shortages: drawn.shortages };
    const weights = weightsOf(blueprint, drawn.itemIds);
    return { itemIds: drawn.itemIds, ...(weights && { weights }) };
  }
  const wanted = bank.filter(({ kind }) => kinds?.includes(kind) ?? true);
  const itemIds = drawItems(wanted, itemCount ?? 0, seed);
  return itemIds ? { itemIds } : { reason: 'bank-too-small' };
}

/** Draws a quiz from the approved items of its course. Its attempts freeze the versions that are approved when they start. */
export async function publishQuiz(
  store: BankStore,
  { draw: asked, requestKey, ...about }: PublishQuiz,
  cause: Cause,
): Promise<Quiz | PublishRefusal> {
  const request = { actor: cause.actor, route: `publish-quiz/${about.courseId}`, key: requestKey };
  const earlier = await store.findEarlier(request);
  const known = earlier && (await store.findQuiz(earlier));
  if (known) return known;
  const [fault] = ruleFaults(about, cause.at);
  if (fault) return { reason: fault };
  const drawn = draw(drawable(await store.allItems(about.courseId)), asked, about.quizId);
  if ('reason' in drawn) return drawn;
  const quiz: Quiz = { ...about, version: 1, ...drawn, corrections: {} };
  const saved = await store.saveQuiz(quiz, quizPublished(quiz, cause), { ...request, at: cause.at });
  if (saved === 'saved') return quiz;
  return publishQuiz(store, { draw: asked, requestKey, ...about }, cause);
}
