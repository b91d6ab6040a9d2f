/** More places than any author writes; beyond them binary fractions show. */
const MOST = 12;

const placesOf = (value: number): number => /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;

/**
 * A sum, difference or half of decimal numbers as it is on paper: 256.01 − 256 is 0.01, which binary fractions miss.
 * `more`: places that halving adds.
 */
export const asOnPaper = (result: number, of: readonly number[], more = 0): number =>
  Number(result.toFixed(Math.min(Math.max(...of.map(placesOf)) + more, MOST)));
