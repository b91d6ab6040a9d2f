/** Letters and digits that nobody mistakes for another when read from paper: no 0 o 1 l i. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz';
const DIGITS = '23456789';

/**
 * A password to hand over on paper, for example `mkra-4827`: four letters and four digits. One that the office
 * hands out is good for one sign-in; a newcomer's is theirs until they change it.
 * `random` gives whole numbers below its argument. 23^4 × 8^4 ≈ 1.1 billion; sign-in locks out after five failures.
 */
export const initialPassword = (random: (below: number) => number): string => {
  const pick = (from: string) => from[random(from.length)] ?? from[0] ?? '';
  const letters = Array.from({ length: 4 }, () => pick(LETTERS)).join('');
  const digits = Array.from({ length: 4 }, () => pick(DIGITS)).join('');
  return `${letters}-${digits}`;
};
