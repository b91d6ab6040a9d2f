import { markOf } from '#shared/marks/marks.ts';
import type { Response } from '../contract.ts';
import { creditOf, needsPerson, waitsForPerson } from './item-types.ts';
import { type Shown, sumOf } from './items/item-type.ts';

/** Every question is worth the same. Shares of it (a third, a pair of seven) are rounded once, per question. */
const POINTS_PER_ITEM = 100;

/** Points of one question, 0 to 100. Negative weights take away within the question, never from another. */
export const pointsOf = (shown: Shown, response: Response | undefined): number => {
  if (!response) return 0;
  // Shares that come to a half in fractions may fall short of it in floating point: 15 of 24 gaps.
  const percent = Math.round(sumOf(creditOf(shown, response)) * 1e6) / 1e6;
  return Math.floor((Math.min(Math.max(percent, 0), 100) * POINTS_PER_ITEM) / 100 + 0.5);
};

/** Whether a response earns everything. */
export const isRight = (shown: Shown, response: Response | undefined): boolean =>
  pointsOf(shown, response) === POINTS_PER_ITEM;

/** Points of questions that are either right or not. */
export const wholePoints = (
  asked: readonly { readonly itemId: string; readonly competenceCode: string; readonly right: boolean }[],
): readonly ItemPoints[] =>
  asked.map(({ itemId, competenceCode: code, right }) => ({
    ...{ itemId, code, total: POINTS_PER_ITEM },
    earned: right ? POINTS_PER_ITEM : 0,
  }));

const wordOn = (shown: Shown, response: Response): string | undefined => {
  const { whenRight, whenPartly, whenWrong } = shown.question;
  if (needsPerson(shown.question)) return undefined;
  const earned = pointsOf(shown, response);
  if (earned === POINTS_PER_ITEM) return whenRight;
  return earned > 0 ? whenPartly : whenWrong;
};

/** The author's words on what was answered, on its parts and on the whole, for the review after handing in. */
export const feedbackOn = (shown: Shown, response: Response | undefined): string | undefined => {
  if (!response) return undefined;
  const words = creditOf(shown, response).map(({ feedback }) => feedback);
  const said = [...words, wordOn(shown, response)].filter(Boolean);
  return said.length > 0 ? said.join('\n') : undefined;
};

export type ItemPoints = {
  readonly itemId: string;
  readonly earned: number;
  readonly total: number;
  /** A person still has to mark it; until then it has earned nothing. */
  readonly waits?: true;
  /** The word of those who marked it, to the learner. */
  readonly note?: string;
  /** Competence that the question is of. */
  readonly code?: string;
  /** What it counts for beside the others; 1 where nothing is said. */
  readonly weight?: number;
};
type CompetencePoints = { readonly code: string; readonly earned: number; readonly total: number };
export type Marks = {
  readonly points: readonly ItemPoints[];
  /** Whether an answer still waits for a person. */
  readonly provisional: boolean;
  /** Hundredths of the 10-point scale, 0 to 1000. */
  readonly scoreHundredths: number;
  readonly byCompetence: readonly CompetencePoints[];
};

const sumBy = (points: readonly ItemPoints[], member: 'earned' | 'total'): number =>
  points.reduce((sum, each) => sum + each[member], 0);

/** The mark of an attempt: hundredths of the 10-point scale, 0 to 1000. Weights are whole, so nothing is rounded before. */
export const scoreOf = (points: readonly ItemPoints[]): number => {
  const weighed = points.map(({ weight = 1, ...each }) => ({
    ...each,
    earned: each.earned * weight,
    total: each.total * weight,
  }));
  return markOf(sumBy(weighed, 'earned'), sumBy(weighed, 'total'));
};

export const competencesOf = (points: readonly ItemPoints[]): readonly CompetencePoints[] =>
  [...Map.groupBy(points, ({ code }) => code)].flatMap(([code, of]) =>
    code === undefined ? [] : [{ code, earned: sumBy(of, 'earned'), total: sumBy(of, 'total') }],
  );

/** A question of an attempt, and what it counts for. */
type Weighed = Shown & Pick<ItemPoints, 'itemId' | 'weight'>;

/** Points of one question of an attempt: those a person gave, else the machine's. */
export function pointsFor(
  item: Weighed,
  response: Response | undefined,
  given: number | undefined,
): ItemPoints {
  const code = item.question.competenceCode;
  const { itemId, weight } = item;
  const about = { itemId, total: POINTS_PER_ITEM, ...(code && { code }), ...(weight && { weight }) };
  if (given !== undefined) return { ...about, earned: given };
  const waits = needsPerson(item.question) && response !== undefined && waitsForPerson(response);
  return { ...about, earned: pointsOf(item, response), ...(waits && { waits }) };
}

/**
 * The marks of an attempt from the questions frozen into it and the answers saved. `byPerson` has the points (0 to 100,
 * see `rubricPoints`) of the items that a person has marked.
 */
export function markAttempt(
  items: readonly Weighed[],
  responses: ReadonlyMap<string, Response>,
  byPerson: ReadonlyMap<string, number> = new Map(),
): Marks {
  const points = items.map((item) => pointsFor(item, responses.get(item.itemId), byPerson.get(item.itemId)));
  return {
    points,
    provisional: points.some(({ waits }) => waits),
    scoreHundredths: scoreOf(points),
    byCompetence: competencesOf(points),
  };
}
