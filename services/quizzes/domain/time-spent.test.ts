import fc from 'fast-check';
import { expect, test } from 'vitest';
import { timeSpent } from './time-spent.ts';

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
