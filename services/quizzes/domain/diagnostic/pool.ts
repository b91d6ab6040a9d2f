import type { ItemVersion } from '../bank.ts';
import { mediaOf } from '../item-media.ts';
import { needsPerson } from '../item-types.ts';
import { permutation } from '../permutation.ts';
import type { Question } from '../question.ts';
import type { Limits, PoolItem } from './next-item.ts';
import { type Domain, difficultyOf, domainOf, isLevel } from './scale.ts';

/** Enough that no item is asked of everybody; the whole pool stays one item of the table, far below 400 KB. */
const MOST_PER_LEVEL = 6;

type Candidate = ItemVersion & { readonly itemId: string };

/** The place of an item on the scale; undefined for one whose author left it open. */
function placed({ itemId, contentHash, competenceCode, level }: Candidate): PoolItem | undefined {
  if (!competenceCode || !isLevel(level)) return undefined;
  return { itemId, contentHash, competenceCode, level, difficulty: difficultyOf(level) };
}

/** Whether a placement can ask it: marked at once, since the next question follows from it, and all words, so that it is there at once. */
const isAskable = (question: Question | undefined): boolean =>
  question !== undefined && !needsPerson(question) && mediaOf(question).length === 0;

/** Approved items that a placement can ask; of each level of a domain as many as are of use, which ones the seed decides. */
export function poolOf(
  approved: readonly Candidate[],
  questions: ReadonlyMap<string, Question>,
  domains: readonly Domain[],
  seed: string,
): readonly PoolItem[] {
  const usable = approved
    .filter(({ itemId }) => isAskable(questions.get(itemId)))
    .flatMap((candidate) => placed(candidate) ?? [])
    .filter(({ competenceCode }) => domains.includes(domainOf(competenceCode)))
    .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const cells = Map.groupBy(usable, ({ competenceCode, level }) => `${domainOf(competenceCode)} ${level}`);
  return [...cells].flatMap(([cell, items]) =>
    permutation(items.length, `${seed}/${cell}`)
      .slice(0, MOST_PER_LEVEL)
      .flatMap((place) => items[place] ?? []),
  );
}

export type ThinDomain = { readonly domain: Domain; readonly items: number; readonly levels: number };

/** Domains of which the pool has fewer items than may be asked, or all of one level, which tells no levels apart. */
export const thinDomains = (
  pool: readonly PoolItem[],
  { domains, questionsPerDomain }: Limits,
): readonly ThinDomain[] =>
  domains
    .map((domain) => {
      const items = pool.filter(({ competenceCode }) => domainOf(competenceCode) === domain);
      return { domain, items: items.length, levels: new Set(items.map(({ level }) => level)).size };
    })
    .filter(({ items, levels }) => items < questionsPerDomain || levels < 2);
