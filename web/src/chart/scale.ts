import { addDays } from '#shared/time/local-time.ts';

/** Round numbers between two powers of ten that an axis may end at. */
const LEADS = [1, 2, 4, 6, 8, 10, 20];

/** The next round number not below `most`, for the top of an axis of four steps, each a whole number; at least 4. */
export const axisTop = (most: number): number => {
  if (most <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(most));
  const tops = LEADS.map((lead) => lead * power);
  return tops.find((top) => top >= most && top % 4 === 0) ?? most;
};

export type DayValue = { readonly day: string; readonly value: number | null };

/** The `count` calendar days up to and with `last`, in order; days without data carry null, never 0. */
export const fillDays = (days: readonly DayValue[], last: string, count: number): readonly DayValue[] => {
  const known = new Map(days.map(({ day, value }) => [day, value]));
  return Array.from({ length: count }, (_, at) => {
    const day = addDays(last, at - count + 1);
    return { day, value: known.get(day) ?? null };
  });
};

/** What the chart says in words: the day with most, its value, and the sum; undefined without any data. */
export const conclusionOf = (days: readonly DayValue[]) => {
  const known = days.filter((one): one is { day: string; value: number } => one.value !== null);
  const [first] = known;
  if (!first) return undefined;
  const most = known.reduce((best, one) => (one.value > best.value ? one : best), first);
  return { day: most.day, value: most.value, total: known.reduce((sum, { value }) => sum + value, 0) };
};
