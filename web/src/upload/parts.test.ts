import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrived, type Part, sendParts } from './parts.ts';

const partsOf = (count: number): Part[] =>
  Array.from({ length: count }, (_, at) => ({
    partNumber: at + 1,
    url: `https://store.invalid/${at + 1}`,
    fromByte: at * 8,
    toByte: at * 8 + 8,
  }));

const run = async (count: number, failures: number[]) => {
  const left = [...failures];
  const noted: Arrived[] = [];
  const progress: number[] = [];
  const outcome = await sendParts(partsOf(count), {
    put: async ({ partNumber }, onSent) => {
      onSent(4);
      const at = left.indexOf(partNumber);
      if (at !== -1) {
        left.splice(at, 1);
        throw new Error('connection lost');
      }
      return `"etag-${partNumber}"`;
    },
    wait: async () => undefined,
    onProgress: (bytes) => progress.push(bytes),
    onArrived: (arrived) => noted.push(arrived),
  });
  return { outcome, noted, progress };
};

describe('sendParts', () => {
  it('sends every part once more when its connection breaks, and ends with all of them', async () => {
    const { outcome, progress } = await run(7, [2, 2, 5]);
    expect(outcome.kind).toBe('all-sent');
    expect(outcome.arrived.map(({ partNumber }) => partNumber).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(progress.at(-1)).toBe(56);
  });

  it('is interrupted by a part that keeps failing, and tells what has arrived', async () => {
    const { outcome, noted } = await run(5, [3, 3, 3, 3]);
    expect(outcome.kind).toBe('interrupted');
    expect(outcome.arrived).toEqual(noted);
    expect(noted.map(({ partNumber }) => partNumber)).not.toContain(3);
  });

  it('never reports a part twice nor one that failed for good', async () => {
    const plans = fc.record({
      count: fc.integer({ min: 1, max: 12 }),
      failures: fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 20 }),
    });
    await fc.assert(
      fc.asyncProperty(plans, async ({ count, failures }) => {
        const { outcome } = await run(count, failures);
        const numbers = outcome.arrived.map(({ partNumber }) => partNumber);
        expect(new Set(numbers).size).toBe(numbers.length);
        const isLost = (part: number) => failures.filter((one) => one === part).length >= 4;
        const lost = partsOf(count).some(({ partNumber }) => isLost(partNumber));
        expect(outcome.kind).toBe(lost ? 'interrupted' : 'all-sent');
        expect(numbers.some(isLost)).toBe(false);
      }),
    );
  });
});
