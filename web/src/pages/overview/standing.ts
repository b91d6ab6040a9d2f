import type { BodyOf } from '../../api/types.ts';
import { wholePercent } from '../../format/numbers.ts';

export type Overview = BodyOf<'getOverview'>;
export type Figure = Overview['figures'][number];

/** Reached this share of a target, it is near: yellow, not red. Percent. */
const NEAR = 80;

export type Standing =
  | { readonly state: 'no-target' }
  | { readonly state: 'no-data'; readonly target: number }
  | { readonly state: 'reached'; readonly target: number }
  | {
      readonly state: 'near' | 'far';
      readonly target: number;
      readonly missing: number;
      readonly percent: number;
    };

/** How a number stands to its target. No data is not the same as none reached. */
export const standingOf = (value: number | null, target: number | null | undefined): Standing => {
  if (target === null || target === undefined) return { state: 'no-target' };
  if (value === null) return { state: 'no-data', target };
  if (value >= target) return { state: 'reached', target };
  const percent = wholePercent(value, target, NEAR);
  return { state: percent >= NEAR ? 'near' : 'far', target, missing: target - value, percent };
};

export const targetOf = (overview: Pick<Overview, 'targets'>, code: string): number | null =>
  overview.targets.find((target) => target.code === code)?.value ?? null;

export const figureValue = (overview: Pick<Overview, 'figures'>, code: string): number | null =>
  overview.figures.find((figure) => figure.code === code)?.value ?? null;
