import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeSpent, timesTogether } from './time-spent.ts';

const said = fc.record({
  itemId: fc.constantFrom('a', 'b', 'c'),
  spentMs: fc.integer({ min: 0, max: 86_400_000 }),
  /** Until the next one, by the server. */
  passes: fc.nat(60_000),
});

test('whatever two tabs, a second device and wrong clocks say, time only grows and fits into what the server has counted', () => {
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), (sayings) => {
      let windowMs = 0;
      const known = new Map<string, number>();
      for (const { passes, ...one } of sayings) {
        windowMs += passes;
        const answers = [...known].map(([itemId, spentMs]) => ({ itemId, spentMs }));
        const { spentMs = 0 } = timeSpent(answers, one, windowMs);
        expect(spentMs).toBeGreaterThanOrEqual(known.get(one.itemId) ?? 0);
        known.set(one.itemId, spentMs);
        expect([...known.values()].reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(windowMs);
      }
    }),
  );
});

test('what can be true is taken as it is said, and an old view takes nothing back', () => {
  const answers = [{ itemId: 'a', spentMs: 20_000 }, { itemId: 'b' }];
  expect(timeSpent(answers, { itemId: 'b', spentMs: 5_000 }, 60_000)).toEqual({ spentMs: 5_000 });
  expect(timeSpent(answers, { itemId: 'a', spentMs: 7_000 }, 60_000)).toEqual({ spentMs: 20_000 });
  expect(timeSpent(answers, { itemId: 'b' }, 60_000)).toEqual({});
});

const START = '2026-11-26T02:00:00.000Z';
const answered = fc.record(
  { afterMs: fc.nat(3_600_000), spentMs: fc.nat(3_600_000) },
  { requiredKeys: ['afterMs'] },
);
const timed = (list: readonly { readonly afterMs: number; readonly spentMs?: number }[]) =>
  list.map(({ afterMs, ...spent }, place) => {
    const savedAt = new Date(Date.parse(START) + afterMs).toISOString();
    return { itemId: `i${place}`, savedAt, ...spent };
  });

test('times of saves that met fit together into the time until the last answer, and what fits stays as it is', () => {
  fc.assert(
    fc.property(fc.array(answered, { maxLength: 12 }), (list) => {
      const answers = timed(list);
      const times = timesTogether(answers, START);
      const said = answers.reduce((sum, { spentMs = 0 }) => sum + spentMs, 0);
      const windowMs = Math.max(0, ...list.map(({ afterMs }) => afterMs));
      const together = [...times.values()].reduce((a, b) => a + b, 0);
      expect(together).toBeLessThanOrEqual(windowMs);
      for (const { itemId, spentMs } of answers)
        if (spentMs === undefined || said <= windowMs) expect(times.get(itemId)).toBe(spentMs);
    }),
  );
});

test('a late answer was given when its device says, whenever it arrived', () => {
  const late = { itemId: 'a', savedAt: '2026-11-27T02:00:00.000Z', elapsedMs: 60_000, spentMs: 50_000 };
  const times = timesTogether([late, { ...late, itemId: 'b' }], START);
  expect([...times.values()]).toEqual([30_000, 30_000]);
});
