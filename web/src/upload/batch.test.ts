import fc from 'fast-check';
import { expect, it } from 'vitest';
import { batchOf, gotOn, tookOff, totalOf } from './batch.ts';
import type { Phase } from './upload.ts';

const file = (id: string, sentBytes = 0, phase: Phase = 'sending', bytes = 100) => ({
  ...{ id, bytes, sentBytes, phase },
});
const percent = (batch: ReturnType<typeof batchOf>): number => {
  const { bytes, sentBytes } = totalOf(batch);
  return bytes === 0 ? 100 : (100 * sentBytes) / bytes;
};

it('counts a finished file whole, also after it was put away', () => {
  const both = batchOf([file('a'), file('b')]);
  const half = gotOn(both, file('a', 0, 'sent'));
  expect(totalOf(half)).toEqual({ bytes: 200, sentBytes: 100 });
  expect(percent(tookOff(half, 'a'))).toBe(50);
});

it('knows no file but those that were sent together', () => {
  expect(totalOf(gotOn(batchOf([file('a')]), file('b', 50)))).toEqual({ bytes: 100, sentBytes: 0 });
});

it('only ever grows, whatever breaks, ends, is dropped or put away', () => {
  const event = fc.record({
    id: fc.constantFrom('a', 'b', 'c'),
    sentBytes: fc.nat(100),
    phase: fc.constantFrom<Phase>('sending', 'retrying', 'paused', 'refused', 'sent', 'duplicate'),
    isOff: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(event, { maxLength: 20 }), (events) => {
      let batch = batchOf([file('a'), file('b'), file('c')]);
      const off = new Set<string>();
      for (const { id, sentBytes, phase, isOff } of events) {
        if (off.has(id)) continue;
        const before = totalOf(batch);
        batch = isOff ? tookOff(batch, id) : gotOn(batch, file(id, sentBytes, phase));
        if (isOff) off.add(id);
        const after = totalOf(batch);
        expect(after.sentBytes).toBeGreaterThanOrEqual(before.sentBytes);
        expect(after.sentBytes * before.bytes).toBeGreaterThanOrEqual(before.sentBytes * after.bytes);
      }
    }),
  );
});
