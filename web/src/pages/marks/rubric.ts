import type { BodyOf } from '../../api/types.ts';

export type MarkingTask = NonNullable<BodyOf<'claimMarkingTask'>['task']>;
type Criterion = MarkingTask['criteria'][number];
/** The level chosen of each criterion, by its place; none where it is not chosen yet. */
export type Choices = readonly (number | undefined)[];

/** The points chosen so far, of the most that the criteria give. */
export function pointsOf(criteria: readonly Criterion[], choices: Choices) {
  const points = criteria.reduce((sum, { levels }, at) => sum + (levels[choices[at] ?? -1]?.points ?? 0), 0);
  const most = criteria.reduce(
    (sum, { levels }) => sum + Math.max(...levels.map((level) => level.points)),
    0,
  );
  return { points, most };
}

/** How many criteria have no level yet. */
export const missing = (criteria: readonly Criterion[], choices: Choices): number =>
  criteria.filter((_, at) => choices[at] === undefined).length;
