import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  framesToSeconds,
  rateOf,
  segmentFramesOf,
  snapFrameRate,
  timescaleOf,
  toNumber,
} from './frame-rate.ts';

test.each([
  [25, 25, 1],
  [24.99, 25, 1],
  [30, 30, 1],
  [29.97, 30_000, 1001],
  [23.976, 24_000, 1001],
  [24, 24, 1],
  [50, 25, 1],
  [60, 30, 1],
  [59.94, 30_000, 1001],
  [15, 30, 1],
  [12, 24, 1],
])('%d frames per second becomes %d/%d', (measured, numerator, denominator) => {
  expect(snapFrameRate(measured)).toEqual({ numerator, denominator });
});

const NOMINAL = [24, 24_000 / 1001, 25, 30, 30_000 / 1001, 50, 60, 60_000 / 1001];

test('a rate is measured whatever the ticks of the file, and whatever a camera skips in the dark', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...NOMINAL),
      fc.constantFrom(600, 1000, 12_800, 90_000),
      fc.array(fc.nat(9), { minLength: 240, maxLength: 240 }),
      (rate, ticks, luck) => {
        // A fifth of the frames is missing.
        const seen = luck.flatMap((one, frame) =>
          one < 8 ? [Math.round((frame * ticks) / rate) / ticks] : [],
        );
        expect(snapFrameRate(rateOf(seen) ?? 0)).toEqual(snapFrameRate(rate));
      },
    ),
  );
});

test('pictures that come by chance have a rate all the same, and one alone has none', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 0, maxLength: 60 }),
      (all) => {
        const rate = rateOf(all);
        if (new Set(all).size < 2) expect(rate).toBeUndefined();
        else expect(rate).toBeGreaterThan(0);
      },
    ),
  );
});

test('every frame lasts a whole number of ticks, at any rate a camera may report', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 480, noNaN: true }), (measured) => {
      const rate = snapFrameRate(measured);
      expect(toNumber(rate)).toBeGreaterThan(23);
      expect(toNumber(rate)).toBeLessThanOrEqual(30);
      expect(Number.isInteger((timescaleOf(rate) * rate.denominator) / rate.numerator)).toBe(true);
    }),
  );
  expect(framesToSeconds(120, { numerator: 30_000, denominator: 1001 })).toBeCloseTo(4.004, 9);
});

test.each([
  [25, 104, 195],
  [30, 128, 200],
  [24, 128, 250],
])('at %d frames a second a segment is %d pictures and exactly %d AAC frames', (rate, pictures, aac) => {
  expect(segmentFramesOf({ numerator: rate, denominator: 1 })).toBe(pictures);
  expect((pictures / rate) * 48_000).toBe(aac * 1024);
});

test('where pictures and AAC frames meet only after many seconds, a segment is 4 s of pictures', () => {
  expect(segmentFramesOf({ numerator: 30_000, denominator: 1001 })).toBe(120);
  expect(segmentFramesOf({ numerator: 24_000, denominator: 1001 })).toBe(96);
});
