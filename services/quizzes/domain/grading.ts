import { markOf } from '#shared/marks/marks.ts';
import type { Response } from '../contract.ts';
import { bestRange } from './numeric.ts';
import { choicesOf, placeOf, type Question } from './question.ts';
import { bestForm } from './short-text.ts';

/** Every question is worth the same. Shares of it (a third, a pair of seven) are rounded once, per question. */
const POINTS_PER_ITEM = 100;

/** What a response met in the key: worth in percent of the question, and the author's word on it. */
type Met = { readonly weight: number; readonly feedback?: string };

type Shown = { readonly question: Question; readonly order: readonly number[] };

const at = <T>(list: readonly T[], place: number | undefined): T[] =>
  place === undefined ? [] : list.slice(place, place + 1);

const matchingMet = (
  question: Extract<Question, { kind: 'matching' }>,
  order: readonly number[],
  pairs: Readonly<Record<string, string>>,
): Met[] => {
  const choices = choicesOf(question);
  return question.pairs
    .filter(({ choice }, place) => choices[order[placeOf(pairs[`p${place + 1}`] ?? '')] ?? -1] === choice)
    .map(() => ({ weight: 100 / question.pairs.length }));
};

const trueFalseMet = (question: Extract<Question, { kind: 'true-false' }>, value: boolean): Met => {
  const isRight = value === question.isTrue;
  const feedback = isRight ? question.whenRight : question.whenWrong;
  return { weight: isRight ? 100 : 0, ...(feedback && { feedback }) };
};

const numericMet = (question: Extract<Question, { kind: 'numeric' }>, text: string): Met =>
  bestRange(question.accepted, text) ?? {
    weight: 0,
    ...(question.otherwise && { feedback: question.otherwise }),
  };

/** A response of another kind than its question meets nothing; the save has refused it before. */
function metBy({ question, order }: Shown, response: Response): readonly Met[] {
  if (question.kind === 'single-choice' && response.kind === question.kind)
    return at(question.options, order[placeOf(response.optionId)]);
  if (question.kind === 'multiple-choice' && response.kind === question.kind)
    return [...new Set(response.optionIds)].flatMap((id) => at(question.options, order[placeOf(id)]));
  if (question.kind === 'true-false' && response.kind === question.kind)
    return [trueFalseMet(question, response.value)];
  if (question.kind === 'short-answer' && response.kind === question.kind)
    return [bestForm(question.accepted, response.text) ?? { weight: 0 }];
  if (question.kind === 'numeric' && response.kind === question.kind)
    return [numericMet(question, response.text)];
  if (question.kind === 'matching' && response.kind === question.kind)
    return matchingMet(question, order, response.pairs);
  return [];
}

/** Points of one question, 0 to 100. Negative weights take away within the question, never from another. */
export const pointsOf = (shown: Shown, response: Response | undefined): number => {
  if (!response) return 0;
  const percent = metBy(shown, response).reduce((sum, met) => sum + met.weight, 0);
  return Math.floor((Math.min(Math.max(percent, 0), 100) * POINTS_PER_ITEM) / 100 + 0.5);
};

/** The author's words on what was answered, for the review after handing in. */
export const feedbackOn = (shown: Shown, response: Response | undefined): string | undefined => {
  const words = response ? metBy(shown, response).flatMap((met) => met.feedback ?? []) : [];
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
