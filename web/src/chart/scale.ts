/** The next round number (1, 2, 2.5 or 5 times a power of ten) not below `most`, for the top of an axis; at least 4. */
export const axisTop = (most: number): number => {
  if (most <= 4) return 4;
  const power = 10 ** Math.floor(Math.log10(most));
  const lead = most / power;
  const round = [1, 2, 2.5, 5, 10].find((step) => lead <= step) ?? 10;
  return round * power;
};

export type DayValue = { readonly day: string; readonly value: number | null };

/** Every calendar day from the first to the last one given, in order; days without data carry null, never 0. */
export const fillDays = (days: readonly DayValue[]): readonly DayValue[] => {
  const sorted = [...days].sort((a, b) => a.day.localeCompare(b.day));
  const [first, last] = [sorted[0]?.day, sorted.at(-1)?.day];
  if (!first || !last) return [];
  const known = new Map(sorted.map(({ day, value }) => [day, value]));
  const filled: DayValue[] = [];
  const end = Date.parse(`${last}T00:00:00.000Z`);
  for (let at = Date.parse(`${first}T00:00:00.000Z`); at <= end; at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    filled.push({ day, value: known.get(day) ?? null });
  }
  return filled;
};

/** What the chart says in words: the day with most, its value, and the sum; undefined without any data. */
export const conclusionOf = (days: readonly DayValue[]) => {
  const known = days.filter((one): one is { day: string; value: number } => one.value !== null);
  const [first] = known;
  if (!first) return undefined;
  const most = known.reduce((best, one) => (one.value > best.value ? one : best), first);
  return { day: most.day, value: most.value, total: known.reduce((sum, { value }) => sum + value, 0) };
};
