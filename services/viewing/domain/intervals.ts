/** Whole seconds of a recording, from the first up to but without the second. */
export type Interval = readonly [from: number, to: number];

/**
 * The same seconds as few intervals in order, none touching another. Whatever comes twice, in another order or
 * overlapping is the same set: that is what makes beats idempotent.
 */
export function merged(intervals: readonly Interval[]): readonly Interval[] {
  const sorted = intervals.filter(([from, to]) => to > from).toSorted(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = result.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else result.push([from, to]);
  }
  return result;
}

/** How many seconds the intervals of a merged list hold together. */
export const secondsIn = (intervals: readonly Interval[]): number =>
  intervals.reduce((sum, [from, to]) => sum + to - from, 0);

/** What of the intervals lies within a recording of so many seconds. */
export const within = (intervals: readonly Interval[], seconds: number): readonly Interval[] =>
  intervals.map(([from, to]) => [Math.max(0, from), Math.min(to, seconds)] as const);
