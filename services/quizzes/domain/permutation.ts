import { createHash } from 'node:crypto';

const rank = (seed: string, place: number): string =>
  createHash('sha256').update(`${seed}/${place}`).digest('hex');

/**
 * The numbers 0 to length − 1 in an order that the seed decides. Sorted by a cryptographic hash rather than drawn
 * from a small generator, whose few states could be searched by somebody who knows part of the outcome.
 */
export const permutation = (length: number, seed: string): number[] => {
  const ranked = Array.from({ length }, (_, place) => ({ place, rank: rank(seed, place) }));
  return ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1)).map(({ place }) => place);
};
