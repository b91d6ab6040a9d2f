import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BlueprintRow, drawBlueprint, fitsRow, marksAreAstray, weightsOf } from './blueprint.ts';
import { scoreOf } from './grading.ts';

const kind = fc.constantFrom('single-choice', 'true-false', 'numeric');
const competenceCode = fc.constantFrom('1.1', '4.2');
const level = fc.constantFrom('CB1', 'CB2');
const items = fc
  .array(fc.record({ kind, competenceCode, level }, { requiredKeys: ['kind'] }), { maxLength: 14 })
  .map((list) => list.map((item, place) => ({ ...item, itemId: `item-${place}` })));
const rows = fc.array(
  fc.record(
    { kind, competenceCode, level, count: fc.integer({ min: 1, max: 4 }) },
    { requiredKeys: ['count'] },
  ),
  { minLength: 1, maxLength: 4 },
);

/** Hall: a draw exists exactly when no group of rows wants more than fits any of the group. */
const isPossible = (bank: readonly Parameters<typeof fitsRow>[1][], wanted: readonly BlueprintRow[]) => {
  for (let group = 1; group < 2 ** wanted.length; group += 1) {
    const members = wanted.filter((_, place) => Math.floor(group / 2 ** place) % 2 === 1);
    const fitting = bank.filter((item) => members.some((row) => fitsRow(row, item)));
    if (fitting.length < members.reduce((sum, { count }) => sum + count, 0)) return false;
  }
  return true;
};

test('rows that overlap are drawn whenever that is possible at all, each item once and every row with its own', () => {
  fc.assert(
    fc.property(items, rows, fc.string(), (bank, wanted, seed) => {
      const draw = drawBlueprint(bank, wanted, seed);
      expect(draw.kind === 'drawn').toBe(isPossible(bank, wanted));
      if (draw.kind !== 'drawn') return;
      expect(new Set(draw.itemIds).size).toBe(draw.itemIds.length);
      const drawn = draw.itemIds.map((id) => bank.find(({ itemId }) => itemId === id));
      let start = 0;
      for (const row of wanted) {
        for (const item of drawn.slice(start, start + row.count))
          expect(item && fitsRow(row, item)).toBe(true);
        start += row.count;
      }
      expect(start).toBe(drawn.length);
    }),
  );
});

test('the same seed draws the same items, in whatever order the bank comes', () => {
  fc.assert(
    fc.property(items, rows, fc.string(), (bank, wanted, seed) => {
      expect(drawBlueprint(bank.toReversed(), wanted, seed)).toEqual(drawBlueprint(bank, wanted, seed));
    }),
  );
});

test('over many seeds, items that are alike are drawn about equally often', () => {
  const bank = Array.from({ length: 12 }, (_, place) => ({
    itemId: `item-${place}`,
    kind: 'single-choice' as const,
    competenceCode: place < 8 ? '4.2' : '1.1',
  }));
  const wanted = [{ competenceCode: '4.2', count: 3 }, { count: 2 }];
  const seeds = 4000;
  const counts = new Map<string, number>();
  for (let seed = 0; seed < seeds; seed += 1) {
    const draw = drawBlueprint(bank, wanted, String(seed));
    for (const itemId of draw.kind === 'drawn' ? draw.itemIds : [])
      counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
  }
  for (const group of [bank.slice(0, 8), bank.slice(8)]) {
    const drawn = group.map(({ itemId }) => counts.get(itemId) ?? 0);
    const mean = drawn.reduce((sum, count) => sum + count, 0) / drawn.length;
    // Five standard deviations of a count that is drawn by chance: a fair draw fails once in a million runs.
    for (const count of drawn) expect(Math.abs(count - mean)).toBeLessThan(5 * Math.sqrt(seeds / 4));
    expect(mean).toBeGreaterThan(0);
  }
});

test('a thin bank is told row by row', () => {
  const bank = [
    { itemId: 'a', kind: 'numeric' as const, competenceCode: '4.2' },
    { itemId: 'b', kind: 'numeric' as const, competenceCode: '1.1' },
  ];
  const draw = drawBlueprint(
    bank,
    [
      { competenceCode: '4.2', count: 3 },
      { kind: 'numeric', count: 1 },
    ],
    'seed',
  );
  expect(draw).toMatchObject({ kind: 'short', shortages: [{ row: 0, missing: 2, fitting: 1 }] });
});

test('marks are said by all rows, and come to ten, or by none', () => {
  const row = (marks?: number): BlueprintRow => ({ count: 2, ...(marks && { marks }) });
  expect(marksAreAstray([row(), row()])).toBe(false);
  expect(marksAreAstray([row(400), row(600)])).toBe(false);
  expect(marksAreAstray([row(400), row(500)])).toBe(true);
  expect(marksAreAstray([row(1000), row()])).toBe(true);
});

const weighedRows = fc
  .array(fc.record({ count: fc.integer({ min: 1, max: 13 }), share: fc.integer({ min: 1, max: 100 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((list) => {
    const whole = list.reduce((sum, { share }) => sum + share, 0);
    const marks = list.map(({ share }) => Math.max(1, Math.floor((share * 1000) / whole)));
    const rest = 1000 - marks.slice(1).reduce((sum, each) => sum + each, 0);
    return list.map(({ count }, place) => ({ count, marks: place === 0 ? rest : (marks[place] ?? 1) }));
  });

test('who has everything right in a row, and nothing else, has the marks of that row', () => {
  fc.assert(
    fc.property(weighedRows, fc.nat(), (wanted, pick) => {
      const right = pick % wanted.length;
      const itemIds = wanted.flatMap(({ count }, place) =>
        Array.from({ length: count }, (_, at) => `${place}/${at}`),
      );
      const weights = weightsOf(wanted, itemIds);
      const points = itemIds.map((itemId) => ({
        itemId,
        earned: itemId.startsWith(`${right}/`) ? 100 : 0,
        total: 100,
        weight: weights?.[itemId] ?? 0,
      }));
      expect(Object.values(weights ?? {}).every(Number.isSafeInteger)).toBe(true);
      expect(scoreOf(points)).toBe(wanted[right]?.marks);
    }),
  );
});
