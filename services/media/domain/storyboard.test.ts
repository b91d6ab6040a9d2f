import fc from 'fast-check';
import { expect, test } from 'vitest';
import { posterFrames, wholeFileRung } from './extras.ts';
import type { Rung } from './ladder.ts';
import type { TranscodePlan } from './plan.ts';
import { storyboardOf, storyboardText } from './storyboard.ts';

const rung = (name: Rung['name'], width: number, height: number): Rung => ({
  ...{ name, width, height },
  ...{ crf: 23, maxrateKbps: 700, profile: 'main' },
});
const LADDER = [
  rung('1080p', 1920, 1080),
  rung('720p', 1280, 720),
  rung('480p', 854, 480),
  rung('240p', 426, 240),
];
const plan = (seconds: number, rungs: readonly Rung[] = LADDER) => {
  const fps = { numerator: 25, denominator: 1 };
  return { fps, frames: 25 * seconds, segmentFrames: 100, rungs } as unknown as TranscodePlan;
};

test('a short lecture has a picture for every segment', () => {
  const board = storyboardOf(plan(10))!;
  expect(board).toEqual({
    segments: [0, 1, 2],
    columns: 3,
    rows: 1,
    cell: { width: 160, height: 90 },
    secondsPerPicture: 4,
  });
  expect(storyboardText(board, 10)).toBe(`WEBVTT

00:00:00.000 --> 00:00:04.000
sprite.jpg#xywh=0,0,160,90

00:00:04.000 --> 00:00:08.000
sprite.jpg#xywh=160,0,160,90

00:00:08.000 --> 00:00:10.000
sprite.jpg#xywh=320,0,160,90
`);
});

test('the pictures of any lecture cover it, lie inside the sprite, and are at most a hundred', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 * 3600 }), fc.boolean(), (seconds, upright) => {
      const subject = plan(seconds, [upright ? rung('240p', 240, 426) : rung('240p', 426, 240)]);
      const board = storyboardOf(subject)!;
      expect(board.segments.length).toBeLessThanOrEqual(100);
      expect(board.segments.length).toBeLessThanOrEqual(board.columns * board.rows);
      expect(board.segments.at(-1)).toBeLessThan(Math.ceil(seconds / 4));
      expect(board.segments.length * board.secondsPerPicture).toBeGreaterThanOrEqual(seconds);
      expect(Math.max(board.cell.width, board.cell.height)).toBe(160);
      const cues = storyboardText(board, seconds).split('\n\n').slice(1);
      expect(cues).toHaveLength(board.segments.length);
    }),
  );
});

test('three hours are written with their hours', () => {
  const board = storyboardOf(plan(3 * 3600))!;
  expect(storyboardText(board, 3 * 3600)).toContain(
    '02:58:12.000 --> 03:00:00.000\nsprite.jpg#xywh=1440,810,160,90',
  );
});

test('sound alone has no storyboard, no poster and no whole file', () => {
  expect([storyboardOf, posterFrames, wholeFileRung].map((each) => each(plan(60, [])))).toEqual(
    Array(3).fill(undefined),
  );
});

test('only up to five minutes are one file, of 480 lines or what is next below', () => {
  expect(wholeFileRung(plan(300))?.name).toBe('480p');
  expect(wholeFileRung(plan(301))).toBeUndefined();
  expect(wholeFileRung(plan(60, [LADDER[3]!]))?.name).toBe('240p');
});

test('a poster is chosen among a dozen first frames of the middle, of at most 720 lines', () => {
  expect(posterFrames(plan(3600))).toMatchObject({ rung: { name: '720p' } });
  const { segments } = posterFrames(plan(3600))!;
  expect([segments.length, segments[0], segments.at(-1)]).toEqual([12, 90, 750]);
  expect(posterFrames(plan(3))?.segments).toEqual([0]);
});
