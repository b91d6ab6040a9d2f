import type { Response } from '../../contract.ts';
import type { Answer, Attempt, FrozenItem } from '../attempt.ts';
import { placeOf, shownId } from '../shown-id.ts';
import { timesTogether } from '../time-spent.ts';
import type { Contribution } from './item-sums.ts';

/** The author's id of what an attempt showed at a place. */
const authored = (id: string, order: readonly number[]): string => {
  const place = order[placeOf(id)];
  return place === undefined ? id : shownId('o', place);
};

/**
 * What was chosen, in the author's order, so that the choices of all attempts can be counted together. Kinds without
 * choices that the author wrote down say only that something was answered.
 */
function picksOf(response: Response, order: readonly number[]): readonly string[] {
  switch (response.kind) {
    case 'single-choice':
      return [authored(response.optionId, order)];
    case 'multiple-choice':
      return [...new Set(response.optionIds)].map((id) => authored(id, order)).toSorted();
    case 'true-false':
      return [String(response.value)];
    case 'practical-task':
      return [...new Set(response.elementIds)].toSorted();
    default:
      return ['answered'];
  }
}

/**
 * What a graded attempt says about its items; undefined before it has a grade, and while an answer waits for a person:
 * its 0 points would say that the item is hard.
 */
export function contributionOf(
  attempt: Pick<Attempt, 'grade' | 'points' | 'startedAt'>,
  frozen: readonly FrozenItem[],
  answers: readonly Answer[],
): Contribution | undefined {
  const { grade, points = [] } = attempt;
  if (!grade || points.some(({ waits }) => waits)) return undefined;
  const asked = new Map(frozen.map((item) => [item.itemId, item]));
  const given = new Map(answers.map(({ itemId, response }) => [itemId, response]));
  const times = timesTogether(answers, attempt.startedAt);
  return {
    results: points.flatMap(({ itemId, earned }) => {
      const item = asked.get(itemId);
      if (!item) return [];
      const response = given.get(itemId);
      const spentMs = times.get(itemId);
      const picks = response ? picksOf(response, item.order) : [];
      const spent = spentMs === undefined ? {} : { spentMs };
      return [{ itemId, contentHash: item.contentHash, earned, picks, ...spent }];
    }),
  };
}
