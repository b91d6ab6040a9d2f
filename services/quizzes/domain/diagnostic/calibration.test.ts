import fc from 'fast-check';
import { expect, it } from 'vitest';
import { calibrated, difficultyAfter } from './calibration.ts';
import { chanceOfRight } from './rasch.ts';
import { limits, normalFrom, poolFor, randomFrom, sitThrough } from './simulated-learner.suite.ts';

const trials = fc.array(
  fc.record({ ability: fc.double({ min: -6, max: 4, noNaN: true }), right: fc.boolean() }),
  { maxLength: 40 },
);
const believed = fc.double({ min: -4, max: 4, noNaN: true });

it('is what was believed without an answer, harder after a wrong one and easier after a right one', () => {
  fc.assert(
    fc.property(believed, trials, fc.double({ min: -6, max: 4, noNaN: true }), (before, seen, ability) => {
      expect(difficultyAfter(before, [])).toBeCloseTo(before, 12);
      const now = difficultyAfter(before, seen);
      expect(Math.abs(now - before)).toBeLessThan(0.25 * (seen.length + 1));
      expect(difficultyAfter(before, [...seen, { ability, right: false }])).toBeGreaterThanOrEqual(
        now - 1e-9,
      );
      expect(difficultyAfter(before, [...seen, { ability, right: true }])).toBeLessThanOrEqual(now + 1e-9);
    }),
  );
});

it('keeps what an earlier pool was corrected to, and lets a changed question begin anew', () => {
  const pool = poolFor(['4'], ['CB1', 'CB2'], 1);
  const before = pool.map((item) => ({ ...item, difficulty: item.difficulty + 0.4 }));
  expect(calibrated(pool, before, [])).toEqual(before);
  const changed = pool.map((item) => ({ ...item, contentHash: `${item.contentHash} 2` }));
  expect(calibrated(changed, before, [])).toEqual(changed);
});

it('finds out by 400 placements how far authors were off', () => {
  const random = randomFrom(7);
  const rules = { ...limits, domains: ['4' as const] };
  const stated = poolFor(['4'], ['CB1', 'CB2', 'TC1', 'TC2'], 3);
  const truth = new Map(
    stated.map(({ itemId, difficulty }) => [itemId, difficulty + 0.6 * normalFrom(random)]),
  );
  const hashes = new Map(stated.map(({ itemId, contentHash }) => [itemId, contentHash]));
  const placements = Array.from({ length: 400 }, (_, n) => {
    const ability = -1.5 + 1.6 * normalFrom(random);
    const asked = sitThrough(
      stated,
      rules,
      String(n),
      ({ itemId }) => random() < chanceOfRight(ability, truth.get(itemId) ?? 0),
    );
    return asked.map((one) => ({ ...one, contentHash: hashes.get(one.itemId) ?? '' }));
  });
  const off = (pool: typeof stated) => {
    const errors = pool.map(({ itemId, difficulty }) => Math.abs(difficulty - (truth.get(itemId) ?? 0)));
    return errors.reduce((sum, error) => sum + error, 0) / errors.length;
  };
  const [before, after] = [off(stated), off(calibrated(stated, [], placements))];
  console.info('mean error of difficulties, logits', { before, after });
  expect(after).toBeLessThan(0.6 * before);
});
