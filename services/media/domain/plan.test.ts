import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkCount, chunkRange, type ProbeFacts, planTranscode, segmentLengths } from './plan.ts';
import { type FactChanges, factsOf, planOf } from './test-plans.ts';

test('a lecture of 61 s is cut into three chunks of six segments', () => {
  const whole = planOf();
  expect(whole).toMatchObject({ frames: 1830, segmentFrames: 128, chunkFrames: 768, t0: 0 });
  expect(chunkCount(whole)).toBe(3);
  expect(chunkRange(whole, 2)).toEqual({ start: 1536, end: 1830 });
  expect(segmentLengths(whole, chunkRange(whole, 2))).toEqual([128, 128, 38]);
  expect(() => chunkRange(whole, 3)).toThrow(RangeError);
});

test('heavy sources get chunks of half the length', () => {
  expect(planOf({ picture: { frameRate: 60 } }).chunkFrames).toBe(384);
  expect(planOf({ picture: { coded: { width: 3840, height: 2160 } } }).chunkFrames).toBe(384);
});

test('a source that starts late is planned from its first frame', () => {
  expect(planOf({ startsAt: 3.3, endsAt: 9.3 })).toMatchObject({ t0: 3_300_000, frames: 180 });
});

test('sources beyond the limits are refused', () => {
  const refused = (changes: FactChanges) => planTranscode(factsOf(changes), 'engine/1');
  expect(refused({ endsAt: 21_601 })).toEqual({ ok: false, rejection: { code: 'TOO_LONG' } });
  expect(refused({ endsAt: 21_601, without: 'picture' })).toMatchObject({ rejection: { code: 'TOO_LONG' } });
  expect(refused({ picture: { coded: { width: 12_000, height: 12_000 } } })).toMatchObject({
    rejection: { code: 'TOO_LARGE' },
  });
  expect(refused({ endsAt: 21_600, picture: { coded: { width: 8192, height: 4320 } } })).toMatchObject({
    ok: true,
  });
  const nothing = { container: 'isobmff', startsAt: 0, endsAt: 9 } as const;
  expect(planTranscode(nothing, 'engine/1')).toEqual({ ok: false, rejection: { code: 'NO_VIDEO' } });
});

test('sound alone is one part, cut where whole AAC frames end', () => {
  const plan = planOf({ container: 'matroska', endsAt: 60, without: 'picture', sound: { channels: 6 } });
  expect(plan).toMatchObject({ rungs: [], frames: 1500, rotation: 0, toneMap: false });
  expect(plan.sounds).toEqual([
    { name: 'audio', channels: 2, kbps: 96 },
    { name: 'audio-48k', channels: 1, kbps: 48 },
  ]);
  expect(chunkCount(plan)).toBe(0);
  expect((plan.segmentFrames * 48_000) / 25 / 1024).toBe(195);
});

test('a recorded screen is compressed harder, and the plan says why', () => {
  const screen = planOf({ picture: { content: 'screen' } });
  expect(screen.content).toBe('screen');
  expect(new Set(screen.rungs.map(({ crf }) => crf))).toEqual(new Set([26]));
  expect(planOf().rungs.map(({ crf }) => crf)).toEqual([23, 23, 23, 23, 24]);
});

test('the hash names the plan: same facts, same hash; any difference, another', () => {
  const { planHash } = planOf();
  expect(planHash).toMatch(/^[0-9a-f]{64}$/);
  const reordered = Object.fromEntries(Object.entries(factsOf()).reverse()) as unknown as ProbeFacts;
  expect(planTranscode(reordered, 'engine/1')).toMatchObject({ value: { planHash } });
  const others = [
    planOf({ picture: { rotation: 90 } }),
    planOf({ without: 'sound' }),
    planOf({ sound: { channels: 2 } }),
    planOf({ startsAt: 0.5 }),
    planOf({ picture: { frameRate: 25 } }),
    planOf({ picture: { highDynamicRange: true } }),
    planOf({ picture: { content: 'screen' } }),
    planOf({}, 'engine/2'),
  ];
  expect(new Set([planHash, ...others.map((other) => other.planHash)]).size).toBe(9);
});

test('chunks and their segments cover every frame exactly once', () => {
  const seconds = fc.double({ min: 0.01, max: 21_600, noNaN: true });
  const rate = fc.constantFrom(12, 15, 23.976, 24, 25, 29.97, 30, 50, 60, 120);
  fc.assert(
    fc.property(seconds, rate, (endsAt, frameRate) => {
      const whole = planOf({ endsAt, picture: { frameRate } });
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
