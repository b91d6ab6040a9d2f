import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse, cronbachAlpha, discrimination } from './item-analysis.ts';
import { type Contribution, NO_SUMS, type QuizSums, revise } from './item-sums.ts';

const contribution = (
  points: readonly number[],
  picks: readonly string[][] = [],
  spent: readonly (number | undefined)[] = [],
): Contribution => ({
  results: points.map((earned, place) => ({
    itemId: `i${place}`,
    contentHash: 'h'.repeat(64),
    earned,
    picks: picks[place] ?? ['o1'],
    ...(spent[place] !== undefined && { spentMs: spent[place] }),
  })),
});
const sumsOf = (all: readonly Contribution[]): QuizSums =>
  all.reduce((sums, each) => revise(sums, undefined, each), NO_SUMS);

const mean = (list: readonly number[]) => list.reduce((a, b) => a + b, 0) / list.length;
const variance = (list: readonly number[]) => mean(list.map((x) => (x - mean(list)) ** 2));
/** Pearson's r straight from its definition. */
const pearson = (a: readonly number[], b: readonly number[]) =>
  mean(a.map((x, i) => (x - mean(a)) * ((b[i] ?? 0) - mean(b)))) / Math.sqrt(variance(a) * variance(b));

const paper = fc.integer({ min: 2, max: 8 }).chain((k) =>
  fc.array(fc.array(fc.constantFrom<number>(0, 25, 50, 100), { minLength: k, maxLength: k }), {
    minLength: 3,
    maxLength: 25,
  }),
);

describe('item analysis', () => {
  it('gives the figures of a paper that can be worked out by hand', () => {
    const all = [
      [100, 100],
      [100, 0],
      [0, 0],
      [0, 0],
    ].map((points) => contribution(points));
    const { attempts, alpha, items } = analyse(sumsOf(all));
    expect(attempts).toBe(4);
    expect(items.map(({ facility }) => facility)).toEqual([0.5, 0.25]);
    // cov = 1250, sd = 50 and 43.30: r = 0.577; alpha = 2 (1 − (2500 + 1875) / 6875)
    expect(items[0]?.discrimination).toBeCloseTo(0.577, 3);
    expect(alpha).toBeCloseTo(0.727, 3);
  });

  it('agrees with the definitions of correlation and alpha on any paper', () => {
    fc.assert(
      fc.property(paper, (rows) => {
        const sums = sumsOf(rows.map((points) => contribution(points)));
        const columns = (rows[0] ?? []).map((_, place) => rows.map((row) => row[place] ?? 0));
        const totals = rows.map((row) => row.reduce((a, b) => a + b, 0));
        columns.forEach((column, place) => {
          const rest = totals.map((total, i) => total - (column[i] ?? 0));
          const item = Object.values(sums.items)[place];
          const found = item && discrimination(item);
          if (variance(column) === 0 || variance(rest) === 0) expect(found).toBeUndefined();
          else expect(found).toBeCloseTo(pearson(column, rest), 6);
        });
        const alpha = cronbachAlpha(sums);
        if (variance(totals) === 0) expect(alpha).toBeUndefined();
        else {
          const within = columns.reduce((sum, column) => sum + variance(column), 0);
          const k = columns.length;
          expect(alpha).toBeCloseTo((k / (k - 1)) * (1 - within / variance(totals)), 6);
        }
      }),
    );
  });

  it('tells the mean time of those who say how long they took', () => {
    const all = [contribution([100], [], [10_000]), contribution([0], [], [25_000]), contribution([0])];
    expect(analyse(sumsOf(all)).items[0]?.meanMs).toBe(17_500);
    expect(analyse(sumsOf(all.slice(2))).items[0]).not.toHaveProperty('meanMs');
  });

  it('has no alpha for attempts that were asked different items', () => {
    expect(cronbachAlpha(sumsOf([contribution([100, 0]), contribution([100, 0, 50])]))).toBeUndefined();
  });

  it('flags what misbehaves, once enough have answered', () => {
    const strong = contribution([100, 0, 100, 100], [['o1'], ['o2'], ['o1'], ['o1']]);
    const weak = contribution([100, 100, 0, 0], [['o1'], ['o1'], ['o2'], []]);
    const half = (n: number) => [...Array(n).fill(strong), ...Array(n).fill(weak)] as Contribution[];
    const flags = (n: number) => analyse(sumsOf(half(n))).items.map((item) => item.flags);
    expect(flags(14)).toEqual(Array(4).fill(['too-few-attempts']));
    expect(flags(15)).toEqual([['too-easy'], ['separates-wrongly'], [], ['often-left-blank']]);
  });
});

describe('the sums', () => {
  const picks = fc.array(fc.constantFrom<string[]>([], ['o1'], ['o2'], ['o1', 'o3']), {
    minLength: 8,
    maxLength: 8,
  });
  const spent = fc.array(fc.option(fc.nat(86_400_000), { nil: undefined }), { maxLength: 6 });
  const any = fc
    .tuple(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 6 }), picks, spent)
    .map(([points, chosen, times]) => contribution(points, chosen, times));

  it('after any history of grades and regrades equal counting afresh', () => {
    const history = fc.array(fc.tuple(fc.nat(6), any), { maxLength: 40 });
    fc.assert(
      fc.property(history, (steps) => {
        const last = new Map<number, Contribution>();
        let sums = NO_SUMS;
        for (const [attempt, grade] of steps) {
          sums = revise(sums, last.get(attempt), grade);
          last.set(attempt, grade);
        }
        expect(sums).toEqual(sumsOf([...last.values()]));
      }),
    );
  });
});
