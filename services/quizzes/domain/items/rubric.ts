type Level = { readonly points: number; readonly words: string };
type Criterion = { readonly name: string; readonly levels: readonly Level[] };
/** What a person marks by: for each criterion one of its levels is chosen. */
export type Rubric = { readonly criteria: readonly Criterion[] };

const mostOf = ({ levels }: Criterion): number => Math.max(0, ...levels.map(({ points }) => points));

/** The criteria as learners see them before they answer: what counts, and for how much. */
export const seenCriteria = ({ criteria }: Rubric) =>
  criteria.map((criterion) => ({ name: criterion.name, points: mostOf(criterion) }));

export const isComplete = ({ criteria }: Rubric): boolean =>
  criteria.length > 0 &&
  criteria.every(
    (criterion) =>
      criterion.name !== '' &&
      criterion.levels.length > 1 &&
      criterion.levels.every(({ points }) => Number.isInteger(points) && points >= 0) &&
      mostOf(criterion) > 0,
  );

/**
 * Points of a question, 0 to 100, from the level chosen for each criterion (by place); rounded half up, once.
 * Undefined until a level that exists is chosen for every criterion.
 */
export function rubricPoints({ criteria }: Rubric, chosen: readonly number[]): number | undefined {
  const levels = criteria.flatMap(({ levels }, place) => levels[chosen[place] ?? -1] ?? []);
  if (levels.length < criteria.length || chosen.length !== criteria.length) return undefined;
  const most = criteria.reduce((sum, criterion) => sum + mostOf(criterion), 0);
  const earned = levels.reduce((sum, { points }) => sum + points, 0);
  return Math.floor((earned * 100) / most + 0.5);
}
