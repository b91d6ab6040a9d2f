/** Ms of several clocks, for none does for all: one that nobody sets stands still while some phones sleep. */
export type Moment = readonly number[];

export const momentNow = (): Moment => [performance.now(), Date.now()];

/** Ms between two moments: as much as the clock says that has seen most of it go by. */
export const msBetween = (from: Moment, to: Moment): number =>
  Math.max(...to.map((now, clock) => now - (from[clock] ?? now)));
