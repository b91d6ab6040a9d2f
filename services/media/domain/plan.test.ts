import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkCount, chunkRange, type ProbeFacts, planTranscode, segmentLengths } from './plan.ts';

const FACTS: ProbeFacts = {
  container: 'isobmff',
  display: { width: 1920, height: 1080 },
  coded: { width: 1920, height: 1080 },
  rotation: 0,
  frameRate: 30,
  firstFrameAt: 0,
  lastFrameEndsAt: 61,
  hasAudio: true,
  highDynamicRange: false,
};

function plan(facts: Partial<ProbeFacts>, engine = 'engine/1') {
  const verdict = planTranscode({ ...FACTS, ...facts }, engine);
  if (!verdict.ok) throw new Error(verdict.rejection.code);
  return verdict.value;
}

test('a lecture of 61 s is cut into three chunks of six segments', () => {
  const whole = plan({});
  expect(whole).toMatchObject({ frames: 1830, segmentFrames: 120, chunkFrames: 720, t0: 0 });
  expect(chunkCount(whole)).toBe(3);
  expect(chunkRange(whole, 2)).toEqual({ start: 1440, end: 1830 });
  expect(segmentLengths(whole, chunkRange(whole, 2))).toEqual([120, 120, 120, 30]);
  expect(() => chunkRange(whole, 3)).toThrow(RangeError);
});

test('heavy sources get chunks of half the length', () => {
  expect(plan({ frameRate: 60 }).chunkFrames).toBe(360);
  expect(plan({ coded: { width: 3840, height: 2160 } }).chunkFrames).toBe(360);
});

test('a source that starts late is planned from its first frame', () => {
  expect(plan({ firstFrameAt: 3.3, lastFrameEndsAt: 9.3 })).toMatchObject({ t0: 3_300_000, frames: 180 });
});

test('sources beyond the limits are refused', () => {
  const refused = (facts: Partial<ProbeFacts>) => planTranscode({ ...FACTS, ...facts }, 'engine/1');
  expect(refused({ lastFrameEndsAt: 21_601 })).toEqual({ ok: false, rejection: { code: 'TOO_LONG' } });
  expect(refused({ coded: { width: 12_000, height: 12_000 } })).toMatchObject({
    rejection: { code: 'TOO_LARGE' },
  });
  expect(refused({ lastFrameEndsAt: 21_600, coded: { width: 8192, height: 4320 } })).toMatchObject({
    ok: true,
  });
});

test('the hash names the plan: same facts, same hash; any difference, another', () => {
  const { planHash } = plan({});
  expect(planHash).toMatch(/^[0-9a-f]{64}$/);
  const reordered = Object.fromEntries(Object.entries(FACTS).reverse()) as unknown as ProbeFacts;
  expect(plan(reordered).planHash).toBe(planHash);
  const others = [
    plan({ rotation: 90 }),
    plan({ hasAudio: false }),
    plan({ firstFrameAt: 0.5 }),
    plan({ frameRate: 25 }),
    plan({ highDynamicRange: true }),
    plan({}, 'engine/2'),
  ];
  expect(new Set([planHash, ...others.map((other) => other.planHash)]).size).toBe(7);
});

test('chunks and their segments cover every frame exactly once', () => {
  const seconds = fc.double({ min: 0.01, max: 21_600, noNaN: true });
  const rate = fc.constantFrom(12, 15, 23.976, 24, 25, 29.97, 30, 50, 60, 120);
  fc.assert(
    fc.property(seconds, rate, (lastFrameEndsAt, frameRate) => {
      const whole = plan({ lastFrameEndsAt, frameRate });
      const ranges = Array.from({ length: chunkCount(whole) }, (_, k) => chunkRange(whole, k));
      expect(ranges.map(({ start }) => start)).toEqual([0, ...ranges.slice(0, -1).map(({ end }) => end)]);
      expect(ranges.at(-1)?.end).toBe(whole.frames);
      const lengths = ranges.flatMap((range) => segmentLengths(whole, range));
      expect(lengths.reduce((a, b) => a + b, 0)).toBe(whole.frames);
      expect(lengths.slice(0, -1).every((length) => length === whole.segmentFrames)).toBe(true);
      expect(whole.chunkFrames % whole.segmentFrames).toBe(0);
    }),
    { numRuns: 50 },
  );
});
