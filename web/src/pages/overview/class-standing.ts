import type { BodyOf } from '../../api/types.ts';
import { wholePercent } from '../../format/numbers.ts';
import { type Standing, standingOf } from './standing.ts';

export type ClassStanding = {
  readonly classId: string;
  readonly name: string;
  readonly learners: number;
  readonly completed: number;
  readonly behind: number;
  /** Learners who completed at least one course, in whole percent of the class. */
  readonly percent: number;
  readonly standing: Standing;
};

/** How far each class is, the one with the least first. Classes without learners have nothing to reach. */
export const classStandings = (
  summaries: BodyOf<'listClassSummaries'>['classes'],
  classes: BodyOf<'listClasses'>['classes'],
  target: number | null,
): readonly ClassStanding[] =>
  summaries
    .filter(({ learners }) => learners > 0)
    .map(({ classId, learners, completed, behind }) => {
      const percent = wholePercent(completed, learners, target ?? undefined);
      const name = classes.find((one) => one.classId === classId)?.name ?? '';
      return { classId, name, learners, completed, behind, percent, standing: standingOf(percent, target) };
    })
    .sort((a, b) => a.percent - b.percent || a.name.localeCompare(b.name, 'vi', { numeric: true }));
