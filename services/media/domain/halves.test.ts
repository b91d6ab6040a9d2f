import fc from 'fast-check';
import { expect, test } from 'vitest';
import { halvesOf } from './halves.ts';

test('six segments become three and three, one stays one', () => {
  expect(halvesOf({ segmentFrames: 100 }, { start: 600, end: 1200 })).toEqual([
    { start: 600, end: 900 },
    { start: 900, end: 1200 },
  ]);
  expect(halvesOf({ segmentFrames: 100 }, { start: 600, end: 640 })).toEqual([{ start: 600, end: 640 }]);
});

test('halves are the whole range, cut between segments', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.integer({ min: 1, max: 800 }), (first, length) => {
      const range = { start: first * 100, end: first * 100 + length };
      const halves = halvesOf({ segmentFrames: 100 }, range);
      expect([halves[0]?.start, halves.at(-1)?.end]).toEqual([range.start, range.end]);
      for (const [n, half] of halves.entries()) {
        expect(half.start % 100).toBe(0);
        expect(half.end).toBe(halves[n + 1]?.start ?? range.end);
        expect(half.end - half.start).toBeLessThanOrEqual(Math.max(100, length / 2 + 100));
      }
    }),
  );
});
