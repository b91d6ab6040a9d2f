/** What one graded attempt says about one item. `total` is the attempt's points over all its items. */
export type ItemResult = {
  readonly itemId: string;
  /** Names the version that was asked: statistics of different wordings are never mixed. */
  readonly contentHash: string;
  /** Points earned, 0 to 100. */
  readonly earned: number;
  /** What was chosen, in the author's order ('o2', 'p1=c3'); empty when nothing was answered. */
  readonly picks: readonly string[];
  /** How long it was looked at until the answer; absent when nobody says. */
  readonly spentMs?: number;
};

/** One attempt's share of the statistics of its quiz; a revised grade replaces it by another. */
export type Contribution = { readonly results: readonly ItemResult[] };

/**
 * Sums over attempts from which every figure follows: x is the item's points, t the attempt's. Whole numbers, so that
 * adding and taking away in any order gives exactly what counting afresh gives. They stay exact below 2^53, which is
 * 200,000 attempts of 60 items.
 */
export type ItemSums = {
  readonly itemId: string;
  readonly contentHash: string;
  readonly n: number;
  readonly x: number;
  readonly xx: number;
  readonly t: number;
  readonly tt: number;
  readonly xt: number;
  readonly blank: number;
  /** Attempts that say how long they took, and their milliseconds. */
  readonly timed: number;
  readonly ms: number;
  readonly picks: Readonly<Record<string, number>>;
};

export type QuizSums = {
  readonly n: number;
  readonly t: number;
  readonly tt: number;
  /** By `sumsKey`. */
  readonly items: Readonly<Record<string, ItemSums>>;
};

export const NO_SUMS: QuizSums = { n: 0, t: 0, tt: 0, items: {} };

const sumsKey = ({ itemId, contentHash }: Pick<ItemResult, 'itemId' | 'contentHash'>): string =>
  `${itemId}@${contentHash.slice(0, 12)}`;

const countPicks = (
  before: Readonly<Record<string, number>>,
  picks: readonly string[],
  sign: 1 | -1,
): Record<string, number> => {
  const after = { ...before };
  for (const pick of picks) after[pick] = (after[pick] ?? 0) + sign;
  return Object.fromEntries(Object.entries(after).filter(([, count]) => count !== 0));
};

const NOTHING = { n: 0, x: 0, xx: 0, t: 0, tt: 0, xt: 0, blank: 0, timed: 0, ms: 0, picks: {} };

function withResult(before: ItemSums | undefined, result: ItemResult, total: number, sign: 1 | -1): ItemSums {
  const { itemId, contentHash, earned, picks, spentMs } = result;
  const was = before ?? { itemId, contentHash, ...NOTHING };
  return {
    itemId,
    contentHash,
    n: was.n + sign,
    x: was.x + sign * earned,
    xx: was.xx + sign * earned ** 2,
    t: was.t + sign * total,
    tt: was.tt + sign * total ** 2,
    xt: was.xt + sign * earned * total,
    blank: was.blank + (picks.length === 0 ? sign : 0),
    timed: was.timed + (spentMs === undefined ? 0 : sign),
    ms: was.ms + sign * (spentMs ?? 0),
    picks: countPicks(was.picks, picks, sign),
  };
}

function fold(sums: QuizSums, { results }: Contribution, sign: 1 | -1): QuizSums {
  const total = results.reduce((sum, { earned }) => sum + earned, 0);
  const items = { ...sums.items };
  for (const result of results) {
    const key = sumsKey(result);
    const after = withResult(items[key], result, total, sign);
    if (after.n === 0) delete items[key];
    else items[key] = after;
  }
  return { n: sums.n + sign, t: sums.t + sign * total, tt: sums.tt + sign * total ** 2, items };
}

/** The sums after an attempt was graded, or graded anew: what it said before is taken away again. */
export const revise = (
  sums: QuizSums,
  before: Contribution | undefined,
  after: Contribution | undefined,
): QuizSums => {
  const without = before ? fold(sums, before, -1) : sums;
  return after ? fold(without, after, 1) : without;
};
