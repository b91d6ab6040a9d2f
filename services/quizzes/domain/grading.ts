import { markOf } from '#shared/marks/marks.ts';
import type { Response } from '../contract.ts';
import { creditOf } from './item-types.ts';
import type { Shown } from './items/item-type.ts';

/** Every question is worth the same. Shares of it (a third, a pair of seven) are rounded once, per question. */
const POINTS_PER_ITEM = 100;

/** Points of one question, 0 to 100. Negative weights take away within the question, never from another. */
export const pointsOf = (shown: Shown, response: Response | undefined): number => {
  if (!response) return 0;
  const percent = creditOf(shown, response).reduce((sum, { weight }) => sum + weight, 0);
  return Math.floor((Math.min(Math.max(percent, 0), 100) * POINTS_PER_ITEM) / 100 + 0.5);
};

/** The author's words on what was answered, for the review after handing in. */
export const feedbackOn = (shown: Shown, response: Response | undefined): string | undefined => {
  const words = response ? creditOf(shown, response).flatMap(({ feedback }) => feedback ?? []) : [];
  return words.length > 0 ? words.join('\n') : undefined;
};

export type ItemPoints = { readonly itemId: string; readonly earned: number; readonly total: number };
type CompetencePoints = { readonly code: string; readonly earned: number; readonly total: number };
export type Marks = {
  readonly points: readonly ItemPoints[];
  /** Hundredths of the 10-point scale, 0 to 1000. */
  readonly scoreHundredths: number;
  readonly byCompetence: readonly CompetencePoints[];
};

const sumBy = (points: readonly ItemPoints[], member: 'earned' | 'total'): number =>
  points.reduce((sum, each) => sum + each[member], 0);

/** The marks of an attempt from the questions frozen into it and the answers saved. */
export function markAttempt(
  items: readonly (Shown & { readonly itemId: string })[],
  responses: ReadonlyMap<string, Response>,
): Marks {
  const points = items.map((item) => ({
    itemId: item.itemId,
    earned: pointsOf(item, responses.get(item.itemId)),
    total: POINTS_PER_ITEM,
  }));
  const codes = new Map(items.map(({ itemId, question }) => [itemId, question.competenceCode]));
  const byCode = Map.groupBy(points, ({ itemId }) => codes.get(itemId));
  return {
    points,
    scoreHundredths: markOf(sumBy(points, 'earned'), sumBy(points, 'total')),
    byCompetence: [...byCode].flatMap(([code, of]) =>
      code === undefined ? [] : [{ code, earned: sumBy(of, 'earned'), total: sumBy(of, 'total') }],
    ),
  };
}
