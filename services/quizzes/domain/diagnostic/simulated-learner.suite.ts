import fc from 'fast-check';
import { type Asked, type Limits, nextItem, type PoolItem } from './next-item.ts';
import { chanceOfRight } from './rasch.ts';
import { DOMAINS, type Domain, difficultyOf, LEVELS, type Level } from './scale.ts';

/** Items of every component and level that adults here are asked: `perLevel` of each level in each domain. */
export const poolFor = (
  domains: readonly Domain[],
  levels: readonly Level[] = LEVELS.slice(0, 4),
  perLevel = 4,
): readonly PoolItem[] =>
  domains.flatMap((domain) =>
    levels.flatMap((level) =>
      Array.from({ length: perLevel }, (_, n) => ({
        itemId: `${domain}-${level}-${n}`,
        contentHash: `hash-${domain}-${level}-${n}`,
        competenceCode: `${domain}.${1 + (n % 3)}`,
        level,
        difficulty: difficultyOf(level),
      })),
    ),
  );

export const limits: Limits = { domains: DOMAINS, questionsPerDomain: 6 };

/** Everything that is asked of somebody who answers by `isRight`, in its order. */
export function sitThrough(
  pool: readonly PoolItem[],
  rules: Limits,
  seed: string,
  isRight: (item: PoolItem, step: number) => boolean,
): readonly Asked[] {
  const asked: Asked[] = [];
  for (;;) {
    const item = nextItem(pool, rules, asked, seed);
    if (!item) return asked;
    const { itemId, competenceCode, difficulty } = item;
    asked.push({ itemId, competenceCode, difficulty, right: isRight(item, asked.length) });
  }
}

/** Even numbers from 0 up to 1 from a seed: the same learners in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Normally distributed (Box and Muller). */
export const normalFrom = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** Somebody of an ability who answers as the model says. */
export const learnerOf =
  (ability: number, random: () => number) =>
  ({ difficulty }: Pick<PoolItem, 'difficulty'>): boolean =>
    random() < chanceOfRight(ability, difficulty);

export const observations = fc.array(
  fc.record({ difficulty: fc.constantFrom(...LEVELS).map(difficultyOf), right: fc.boolean() }),
  { maxLength: 12 },
);
