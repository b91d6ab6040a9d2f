import type { Touch } from './touch.ts';

/** What is counted per channel. Each figure is the number of distinct events taken in, never a typed number. */
export type Counters = {
  readonly touches: number;
  readonly scans: number;
  readonly visitors: number;
  readonly enrolments: number;
};

export const NONE: Counters = { touches: 0, scans: 0, visitors: 0, enrolments: 0 };

/** What one touch adds. A visitor is counted in the channel where the campaign first met them. */
export const countTouch = (touch: Pick<Touch, 'via'> & { readonly firstOfVisitor: boolean }): Counters => ({
  touches: 1,
  scans: touch.via === 'qr' ? 1 : 0,
  visitors: touch.firstOfVisitor ? 1 : 0,
  enrolments: 0,
});

export const addCounters = (a: Counters, b: Counters): Counters => ({
  touches: a.touches + b.touches,
  scans: a.scans + b.scans,
  visitors: a.visitors + b.visitors,
  enrolments: a.enrolments + b.enrolments,
});
