import type { ItemFlag } from '../../contract-analysis.ts';
import type { ItemSums, QuizSums } from './item-sums.ts';

export type ItemFigures = {
  readonly itemId: string;
  readonly contentHash: string;
  readonly attempts: number;
  /** Mean share of the points, 0 to 1. */
  readonly facility: number;
  /** −1 to 1; undefined while everybody earned the same. */
  readonly discrimination?: number;
  /** Share of attempts without an answer, 0 to 1. */
  readonly blank: number;
  /** Mean time that the item was looked at until the answer; undefined while nobody says. */
  readonly meanMs?: number;
  readonly picks: Readonly<Record<string, number>>;
  readonly flags: ItemFlag[];
};

export type QuizFigures = {
  readonly attempts: number;
  readonly judgedFrom: number;
  /** Cronbach's alpha; undefined when attempts were asked different items, or none differ. */
  readonly alpha?: number;
  readonly items: ItemFigures[];
};

const POINTS_PER_ITEM = 100;
/** Below this an item's figures are too uncertain to act on: the standard error of r is about 1/√n. */
const ENOUGH_ATTEMPTS = 30;

/** n² times the (co)variance, from sums. A whole number, so "everybody earned the same" is exactly 0. */
const spread = (n: number, ab: number, a: number, b: number): number => n * ab - a * b;

/**
 * Correlation of an item with the rest of the paper: the point-biserial of classical test theory, corrected for the
 * item's own share of the total (Henrysson 1963), without which short papers flatter every item.
 */
export function discrimination({ n, x, xx, t, tt, xt }: ItemSums): number | undefined {
  const item = spread(n, xx, x, x);
  const both = spread(n, xt, x, t);
  const rest = spread(n, tt, t, t) + item - 2 * both;
  if (item <= 0 || rest <= 0) return undefined;
  return Math.min(1, Math.max(-1, (both - item) / Math.sqrt(item * rest)));
}

/** Cronbach (1951): k/(k−1) · (1 − Σ var(item) / var(total)), of attempts that were all asked the same items. */
export function cronbachAlpha({ n, t, tt, items }: QuizSums): number | undefined {
  const asked = Object.values(items);
  const k = asked.length;
  const total = spread(n, tt, t, t);
  if (k < 2 || total <= 0 || asked.some((item) => item.n !== n)) return undefined;
  const within = asked.reduce((sum, item) => sum + spread(item.n, item.xx, item.x, item.x), 0);
  return (k / (k - 1)) * (1 - within / total);
}

/**
 * Limits after Ebel and Frisbie, Essentials of Educational Measurement (1991): discrimination under 0.20 is poor,
 * and facility is useful between about 0.2 and 0.95 on a paper that people are meant to pass.
 */
const LIMITS = { tooHard: 0.2, tooEasy: 0.95, poor: 0.2, blank: 0.2 };

function flagsOf(facility: number, separates: number | undefined, blank: number): ItemFlag[] {
  const checks: readonly [ItemFlag, boolean][] = [
    ['too-easy', facility > LIMITS.tooEasy],
    ['too-hard', facility < LIMITS.tooHard],
    ['separates-wrongly', separates !== undefined && separates < 0],
    ['does-not-separate', separates !== undefined && separates >= 0 && separates < LIMITS.poor],
    ['often-left-blank', blank > LIMITS.blank],
  ];
  return checks.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

function figuresOf(sums: ItemSums): ItemFigures {
  const { itemId, contentHash, n, x, picks, timed, ms } = sums;
  const facility = x / (n * POINTS_PER_ITEM);
  const separates = discrimination(sums);
  const blank = sums.blank / n;
  return {
    itemId,
    contentHash,
    attempts: n,
    facility,
    ...(separates !== undefined && { discrimination: separates }),
    blank,
    ...(timed > 0 && { meanMs: Math.round(ms / timed) }),
    picks,
    flags: n < ENOUGH_ATTEMPTS ? ['too-few-attempts'] : flagsOf(facility, separates, blank),
  };
}

/** Every figure of a quiz's item analysis, the items in the order of their ids. */
export function analyse(sums: QuizSums): QuizFigures {
  const alpha = cronbachAlpha(sums);
  const items = Object.values(sums.items)
    .map(figuresOf)
    .toSorted((a, b) => (a.itemId < b.itemId ? -1 : 1));
  return { attempts: sums.n, judgedFrom: ENOUGH_ATTEMPTS, ...(alpha !== undefined && { alpha }), items };
}
