import type { BankItem } from './bank.ts';

/**
 * Share of word pairs in common from which two items are shown as alike. One word changed in a question of fifteen
 * leaves 12 of 16 pairs (0.75), two leave 10 of 18 (0.56); questions on the same matter in other words stay below 0.3.
 */
export const ALIKE = 0.6;

/** 0.6 of a whole number may come out a little above it in binary. */
const ROUNDING = 1e-9;

type Worded = Pick<BankItem, 'itemId' | 'plainText'>;
export type AlikePair = { readonly itemIds: readonly [string, string]; readonly share: number };

/** Letters and digits only: neither punctuation nor its absence makes another question. */
const wordsIn = (line: string): readonly string[] => line.split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/**
 * Pairs of neighbouring words, each line for itself, so that the order of options makes no difference. A line of one
 * word is that word.
 */
export const shinglesOf = (plainText: string): ReadonlySet<string> =>
  new Set(
    plainText.split('\n').flatMap((line) => {
      const words = wordsIn(line);
      return words.length === 1 ? words : words.slice(1).map((word, before) => `${words[before]} ${word}`);
    }),
  );

/** Jaccard: what two sets have in common, as a share of what either has. 0 for two empty ones. */
export function shareOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((shingle) => other.has(shingle)).length;
  const all = one.size + other.size - common;
  return all === 0 ? 0 : common / all;
}

/** Which items each shingle is in, the rarest shingles of an item first. */
function indexOf(items: readonly Worded[]) {
  const sets = items.map(({ plainText }) => shinglesOf(plainText));
  const counts = new Map<string, number>();
  for (const set of sets) for (const shingle of set) counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  const rarestFirst = (set: ReadonlySet<string>) =>
    [...set].sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || (a < b ? -1 : 1));
  return { sets, ranked: sets.map(rarestFirst) };
}

/** Two items by their places, of which the second stands before the first, and what they have in common. */
type Meeting = { readonly place: number; readonly other: number; readonly share: number };

/** Places that have one of the shingles, `most` of them. */
function metIn(
  meeting: ReadonlyMap<string, readonly number[]>,
  shingles: readonly string[],
  most: number,
): ReadonlySet<number> {
  const met = new Set<number>();
  for (const shingle of shingles)
    for (const place of meeting.get(shingle) ?? []) {
      if (met.size >= most) return met;
      met.add(place);
    }
  return met;
}

/**
 * Pairs of items that are alike. Two sets with a share of `ALIKE` or more have one of the first few of their shingles in
 * common when all are ranked alike (prefix filtering: Chaudhuri et al., ICDE 2006), so only items that meet there are
 * compared: 5,000 questions take 0.8 s, where there are 12 million pairs. `most`: comparisons of one item.
 */
function* meetings(items: readonly Worded[], most = Number.POSITIVE_INFINITY): Generator<Meeting> {
  const { sets, ranked } = indexOf(items);
  const meeting = new Map<string, number[]>();
  for (const [place, shingles] of ranked.entries()) {
    const prefix = shingles.slice(0, shingles.length - Math.ceil(ALIKE * shingles.length - ROUNDING) + 1);
    for (const other of metIn(meeting, prefix, most)) {
      const share = shareOf(sets[place] ?? new Set(), sets[other] ?? new Set());
      if (share >= ALIKE) yield { place, other, share };
    }
    for (const shingle of prefix) {
      const places = meeting.get(shingle);
      if (places) places.push(place);
      else meeting.set(shingle, [place]);
    }
  }
}

/** Every pair of items that is alike, the most alike first. */
export function alikePairs(items: readonly Worded[]): readonly AlikePair[] {
  const pairs = [...meetings(items)].flatMap(({ place, other, share }): AlikePair[] => {
    const [a, b] = [items[other]?.itemId, items[place]?.itemId];
    return a && b ? [{ itemIds: [a, b], share }] : [];
  });
  return pairs.sort((a, b) => b.share - a.share);
}

/** Others that an item is compared with at most: in a file of thousands of questions of one pattern all are alike. */
const MOST_COMPARED = 50;

/** Of items that come to those known, each that is alike to a known one or to one before it, and the most alike one. */
export function nearestAlike<T extends Worded>(known: readonly T[], coming: readonly T[]): ReadonlyMap<T, T> {
  const items = [...known, ...coming];
  const nearest = new Map<T, { readonly to: T; readonly share: number }>();
  for (const { place, other, share } of meetings(items, MOST_COMPARED)) {
    const [item, to] = [items[place], items[other]];
    const isBetter = item && share > (nearest.get(item)?.share ?? 0);
    if (place >= known.length && isBetter && to) nearest.set(item, { to, share });
  }
  return new Map([...nearest].map(([item, { to }]) => [item, to]));
}
