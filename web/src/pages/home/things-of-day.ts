import { daysBetween } from '#shared/time/local-time.ts';

const A_DAY = 2;

/** Which of `count` things are for a day: the next two, round and round, so that all come up before one comes again. */
export const thingsOfDay = (day: string, count: number): readonly number[] => {
  const turn = daysBetween('2026-01-01', day) * A_DAY;
  return Array.from({ length: Math.min(A_DAY, count) }, (_, at) => (((turn + at) % count) + count) % count);
};
