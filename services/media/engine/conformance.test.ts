import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toNumber } from '../domain/frame-rate.ts';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import type { EncodedTrack } from './collect.ts';
import { bothEngines, openWorkbench, planFor, resultOf, type Workbench, withSeams } from './engine.suite.ts';
import { fragmentTimes } from './fragments.suite.ts';
import { picturesOf, sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const secondsOf = ({ segments }: EncodedTrack) => segments.map(({ seconds }) => seconds);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const bytesOf = (tracks: readonly EncodedTrack[]) =>
  tracks.flatMap(({ segments }) => segments.map(({ path }) => readFileSync(path)));

/** Of a picture, as `picturesOf` tells them. */
const CORNERS = ['left above', 'right above', 'left below', 'right below'];

/** When the first picture of a segment is shown, in ticks after its decode time. */
function firstCompositionOffset(segment: Buffer): number {
  const trun = segment.indexOf('trun', 0, 'latin1');
  // Data offset, first sample flags, size and composition offset are present, in this order.
  expect(segment.readUIntBE(trun + 5, 3)).toBe(0xa05);
  return segment.readInt32BE(trun + 24);
}

describe.each(bothEngines())('$name', ({ name, engine }) => {
  const at = (file: string) => bench.at(`${name} ${file}`);
  const chunkOf = async (plan: TranscodePlan, k: number, path: string, out = `out${k}`) =>
    resultOf(await engine.encodeChunk(plan, chunkRange(plan, k), sourceOf(path), at(out)));

  describe('a lecture', () => {
    let path: string;
    let plan: TranscodePlan;
    beforeAll(async () => {
      const picture = 'testsrc2=s=640x480:r=25:d=9';
      path = bench.clip('lecture.mp4', { picture, width: 640, height: 480 });
      plan = withSeams(await planFor(path));
    });

    test('is encoded chunk by chunk into segments that continue each other', async () => {
      const chunks = [];
      for (const k of [0, 1, 2]) chunks.push(await chunkOf(plan, k, path));
      expect(chunks[0]?.map((track) => track.name)).toEqual(['480p', '360p', '240p']);
      for (const [r, rung] of plan.rungs.entries()) {
        const tracks = chunks.map((chunk) => chunk[r]!);
        expect(new Set(tracks.map(({ init }) => init.sha256)).size).toBe(1);
        const segments = tracks.flatMap((track) => track.segments);
        expect(segments.map(({ index }) => index)).toEqual([0, 1, 2]);
        expect(sum(tracks.flatMap(secondsOf))).toBeCloseTo(9, 9);
        const times = segments.map(({ path: file }) => fragmentTimes(readFileSync(file)));
        expect(times.map(({ start }) => start)).toEqual([0, 104_000, 208_000]);
        expect(times.map(({ frames }) => frames)).toEqual([104, 104, 17]);
        expect(firstCompositionOffset(readFileSync(segments[0]!.path))).toBe(0);
        // libav shifts all times of a file with negative offsets; players with media source extensions do not.
        const [first, ...rest] = picturesOf(bench.av, bench.joined(`${name} joined.mp4`, tracks));
        expect(rest.map(({ pts }) => pts - first!.pts)).toEqual(
          Array.from({ length: 224 }, (_, n) => (n + 1) * 1000),
        );
        expect(first).toMatchObject({ width: rung.width, height: rung.height });
      }
      expect(bytesOf(await chunkOf(plan, 1, path, 'again'))).toEqual(bytesOf(chunks[1]!));
    });

    test('whose source ends before its plan is refused rather than published short', async () => {
      const longer = { ...plan, frames: 300 };
      const outcome = await engine.encodeChunk(longer, chunkRange(longer, 2), sourceOf(path), at('short'));
      expect(outcome).toMatchObject({ ok: false, failure: { code: 'ENGINE' } });
    });
  });

  test.each([
    [90, 'right above'],
    [180, 'right below'],
    [270, 'left below'],
  ] as const)(
    'a lecture filmed at %s degrees comes out upright: what was left above is %s',
    async (rotation, place) => {
      const path = bench.clip(`turned ${rotation}.mp4`, {
        picture: 'color=c=black:s=320x240:r=25:d=1,drawbox=w=iw/2:h=ih/2:color=white:t=fill',
        ...{ width: 320, height: 240, rotation },
      });
      const plan = await planFor(path);
      expect(plan.rotation).toBe(rotation);
      const [large] = await chunkOf(plan, 0, path, `turned ${rotation}`);
      const [picture] = picturesOf(bench.av, bench.joined(`${name} turned ${rotation}.mp4`, [large!]));
      expect(picture).toMatchObject(
        rotation === 180 ? { width: 320, height: 240 } : { width: 240, height: 320 },
      );
      const white = CORNERS.filter((_, i) => picture!.corners[i]! > 200);
      expect(white).toEqual([place]);
      expect(picture!.corners.filter((luma) => luma < 40)).toHaveLength(3);
    },
  );

  test.each([
    ['60 a second', 'testsrc2=s=320x180:r=60:d=2', 30, 60],
    ['50 a second', 'testsrc2=s=320x180:r=50:d=2', 25, 50],
    ['a late start', 'testsrc2=s=320x180:r=25:d=6,setpts=PTS+3.3/TB', 25, 150],
    ['no rhythm', "testsrc2=s=320x180:r=25:d=6,select='lt(mod(n,10),7)*not(between(n,60,140))'", 25, 150],
  ])('a lecture with %s has every frame of its plan', async (kind, picture, rate, frames) => {
    const path = bench.clip(`${kind}.mp4`, { picture });
    const plan = withSeams(await planFor(path));
    expect(toNumber(plan.fps)).toBe(rate);
    expect(Math.abs(plan.frames - frames)).toBeLessThanOrEqual(3);
    const last = Math.ceil(plan.frames / plan.chunkFrames) - 1;
    const [track] = await chunkOf(plan, last, path, kind);
    expect(sum(secondsOf(track!)) * rate).toBeCloseTo(plan.frames - last * plan.chunkFrames, 6);
  });

  test('a lecture ends with its own last picture', async () => {
    const picture = "color=c=black:s=320x180:r=25:d=2,drawbox=t=fill:color=white:enable='eq(n,49)'";
    const path = bench.clip('last.mp4', { picture });
    const [track] = await chunkOf(await planFor(path), 0, path, 'last');
    const pictures = picturesOf(bench.av, bench.joined(`${name} last.mp4`, [track!]));
    const isWhite = pictures.map(({ corners }) => corners.every((luma) => luma > 200));
    expect(isWhite.indexOf(true)).toBe(49);
    expect(isWhite).toHaveLength(50);
  });
});
