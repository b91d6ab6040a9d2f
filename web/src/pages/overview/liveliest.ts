import type { Overview } from './standing.ts';

/** The figure that moved on most days: what the days have to tell. Undefined when none moved at all. */
export const liveliest = (days: Overview['days']): string | undefined => {
  const moved = new Map<string, number>();
  for (const { code, value } of days.flatMap(({ figures }) => figures))
    if (value) moved.set(code, (moved.get(code) ?? 0) + 1);
  return [...moved].reduce<readonly [string, number] | undefined>(
    (best, one) => (best && best[1] >= one[1] ? best : one),
    undefined,
  )?.[0];
};
