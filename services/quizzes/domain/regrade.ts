import { isDeepStrictEqual } from 'node:util';
import type { Response } from '../contract.ts';
import type { FrozenItem } from './attempt.ts';
import { pointsFor } from './grading.ts';
import { needsPerson, present, presentAgain } from './item-types.ts';
import type { SeenOf, Shown } from './items/item-type.ts';
import type { Question } from './question.ts';
import type { Correction } from './quiz.ts';
import { type GradedAttempt, type Revision, revise } from './revision.ts';

/** What one attempt was shown of a question apart from its words: all that can be chosen. */
const choicesShown = (shown: Shown) => {
  const { stem: _stem, media: _media, ...choices } = presentAgain(shown, '');
  return choices;
};

/** Options, choices and entries of a question in the order in which they are shown, without the ids that count places. */
const listShown = (shown: Shown): readonly string[] => {
  const { options, choices, entries } = choicesShown(shown) as Partial<
    Pick<SeenOf<'single-choice'>, 'options'> &
      Pick<SeenOf<'matching'>, 'choices'> &
      Pick<SeenOf<'ordering'>, 'entries'>
  >;
  if (options) return options.map(({ text, media }) => JSON.stringify([text, media]));
  return (choices ?? entries ?? []).map(({ text }) => text);
};

/**
 * The order by which the corrected version shows just what the attempt was shown, wherever its author has put things
 * meanwhile; undefined when there is none: something else could be chosen then, and an answer to the one says nothing about the
 * other. The same for what a person marks. Words of the stem may differ.
 */
export function orderShowing(before: Shown, corrected: Question): readonly number[] | undefined {
  if (needsPerson(corrected) || corrected.kind !== before.question.kind) return undefined;
  const shown = listShown(before);
  const authored = listShown({
    question: corrected,
    order: present(corrected, '', '').order.toSorted((a, b) => a - b),
  });
  if (authored.length !== shown.length) return undefined;
  const order = shown.length > 0 ? shown.map((each) => authored.indexOf(each)) : before.order;
  const after = choicesShown({ question: corrected, order });
  return isDeepStrictEqual(choicesShown(before), after) ? order : undefined;
}

export type RegradeCase = {
  readonly attempt: GradedAttempt;
  readonly frozen: FrozenItem;
  /** The version that the attempt asked, and the one to mark by. */
  readonly before: Question;
  readonly corrected: Question;
  readonly response: Response | undefined;
};

export type RegradeDecision =
  | { readonly kind: 'not-comparable' | 'regraded-before' }
  /** The attempt is marked by the corrected version from now on, in `order`; its points are what they were. */
  | { readonly kind: 'unchanged'; readonly order: readonly number[] }
  | { readonly kind: 'changed'; readonly order: readonly number[]; readonly revision: Revision };

/** Marks one question of a handed-in attempt by its corrected version; every other question keeps its points. */
export function decideRegrade(
  { attempt, frozen, before, corrected, response }: RegradeCase,
  { version, decidedBy }: Correction,
  at: string,
): RegradeDecision {
  if (frozen.version >= version) return { kind: 'regraded-before' };
  const { itemId, weight } = frozen;
  const order = orderShowing({ question: before, order: frozen.order }, corrected);
  if (!order) return { kind: 'not-comparable' };
  const asked = { itemId, order, question: corrected, ...(weight && { weight }) };
  const given = pointsFor(asked, response, undefined);
  const was = attempt.points.find((each) => each.itemId === itemId);
  if (was?.earned === given.earned) return { kind: 'unchanged', order };
  const points = attempt.points.map((each) => (each.itemId === itemId ? given : each));
  const { provisional } = attempt.grade;
  return {
    kind: 'changed',
    order,
    revision: revise(attempt, { points, provisional, reason: 'item-corrected', decidedBy, at }),
  };
}
