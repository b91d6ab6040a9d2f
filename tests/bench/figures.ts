/** The value below which `share` of the samples lie (nearest rank). */
export const quantile = (samples: readonly number[], share: number): number => {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (samples: readonly number[]): number => quantile(samples, 0.5);

const shown = (value: string | number): string =>
  typeof value === 'number'
    ? Number.isInteger(value)
      ? String(value)
      : value.toFixed(value < 10 ? 2 : 1)
    : value;

/** Prints a Markdown table, so that results go into docs/benchmarks.md as they are. */
export function printTable(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  console.log(`\n### ${title}\n`);
  console.log(`| ${columns.join(' | ')} |`);
  console.log(`| ${columns.map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`);
  for (const row of rows) console.log(`| ${row.map(shown).join(' | ')} |`);
}

/** Milliseconds that the work took. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Runs the two ways in turn, so that both meet the same noise of the machine. Milliseconds each, first rounds left out. */
export async function interleaved(
  rounds: number,
  first: (round: number) => Promise<unknown>,
  second: (round: number) => Promise<unknown>,
  warmUp = 10,
): Promise<[number[], number[]]> {
  const samples: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const [one, other] = [await timed(() => first(round)), await timed(() => second(round))];
    if (round < warmUp) continue;
    samples[0].push(one);
    samples[1].push(other);
  }
  return samples;
}
