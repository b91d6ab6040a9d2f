import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toNumber } from '../domain/frame-rate.ts';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { planOf } from '../domain/test-plans.ts';
import type { EncodedTrack } from './collect.ts';
import { configuredEngine } from './configured-engine.ts';
import { childPath, openWorkbench, planFor, resultOf, type Workbench, withSeams } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import { fragmentTimes } from './fragments.suite.ts';
import { CHORD, lagAt } from './sound.suite.ts';
import { makeSound } from './sound-fixture.ts';
import { loudnessOf, picturesOf, samplesOf, sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const TINY = { picture: 'testsrc2=s=64x36:r=25:d=2', width: 64, height: 36 };

/** The packaged engine always, and the program that FFMPEG_PATH names. */
const { FFMPEG_PATH } = process.env;
const ENGINES = [
  { name: 'node-av', engine: createEngine({ childPath }) },
  ...(FFMPEG_PATH ? [{ name: 'ffmpeg', engine: configuredEngine({ childPath }, { FFMPEG_PATH }) }] : []),
];

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

describe.each(ENGINES)('$name', ({ name, engine }) => {
  const at = (file: string) => bench.at(`${name} ${file}`);
  const chunkOf = async (plan: TranscodePlan, k: number, path: string, out = `out${k}`) =>
    resultOf(await engine.encodeChunk(plan, chunkRange(plan, k), sourceOf(path), at(out)));
  const soundsOf = async (plan: TranscodePlan, path: string, out = 'sound') =>
    resultOf(await engine.encodeAudio(plan, sourceOf(path), at(out)));

  describe('a lecture', () => {
    let path: string;
    let plan: TranscodePlan;
    beforeAll(async () => {
      const picture = 'testsrc2=s=640x480:r=25:d=9';
      path = bench.clip('lecture.mp4', { picture, sound: CHORD, width: 640, height: 480 });
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

    test('keeps its sound in step from start to end, at the target loudness and both rates', async () => {
      const tracks = await soundsOf(plan, path);
      expect(tracks.map((track) => track.name)).toEqual(['audio', 'audio-48k']);
      for (const track of tracks) {
        const samples = samplesOf(bench.av, bench.joined(`${name} sound.mp4`, [track]));
        const seconds = secondsOf(track);
        expect(samples.length).toBe(Math.round(sum(seconds) * 48_000));
        expect(Math.abs(samples.length - 9 * 48_000)).toBeLessThanOrEqual(1024);
        for (const start of [4_800, 216_000, 420_000])
          expect(Math.abs(lagAt(samples, start))).toBeLessThanOrEqual(48);
        expect(seconds.slice(0, -1)).toEqual([4.16, 4.16]);
      }
      const [main, small] = tracks.map((track) => sum(track.segments.map(({ bytes }) => bytes)));
      expect(main! / small!).toBeCloseTo(64 / 48, 0);
      expect(bytesOf(await soundsOf(plan, path, 'sound again'))).toEqual(bytesOf(tracks));
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

  test('two microphones stay two channels, and one for those who pay by the megabyte', async () => {
    const sound = 'aevalsrc=0.1*sin(1000*t)|0.1*sin(3000*t):s=48000:d=2:c=stereo';
    const path = bench.clip('stereo.mp4', { ...TINY, sound, channels: 2 });
    const plan = await planFor(path);
    expect(plan.sounds.map(({ channels }) => channels)).toEqual([2, 1]);
    const tracks = await soundsOf(plan, path, 'stereo');
    expect(tracks.map(({ init }) => channelsOf(readFileSync(init.path)))).toEqual([2, 1]);
  });

  test('quiet speech among loud noises is brought to the target, and the noises held down', async () => {
    const speech = '0.02*sin(1200*t)*gt(mod(t\\,1.7)\\,0.5)';
    const noises = '0.2*sin(9000*t)*gt(mod(t\\,3)\\,2.998)';
    const sound = `aevalsrc=${speech}+${noises}:s=48000:d=9`;
    const path = bench.clip('peaks.mp4', { ...TINY, picture: 'color=s=64x36:r=25:d=9', sound });
    for (const track of await soundsOf(await planFor(path), path, 'peaks')) {
      const joined = bench.joined(`${name} peaks ${track.name}.mp4`, [track]);
      expect(Math.abs(loudnessOf(bench.av, joined) + 16)).toBeLessThan(1);
      const peak = samplesOf(bench.av, joined).reduce((most, one) => Math.max(most, Math.abs(one)), 0);
      // The encoder adds a little of its own.
      expect(peak).toBeLessThan(0.9);
    }
  });

  test('sound among pictures is read once, however often it is needed', async () => {
    const path = bench.clip('read once.mp4', { ...TINY, sound: CHORD });
    const source = sourceOf(path);
    let asked = 0;
    const read = (start: number, end: number) => {
      asked += end - start;
      return source.read(start, end);
    };
    resultOf(await engine.encodeAudio(await planFor(path), { ...source, read }, at('read once')));
    expect(asked).toBeLessThanOrEqual(1.5 * source.size);
  });

  test.each([
    ['m4a', 'isobmff'],
    ['mp3', 'mp3'],
    ['ogg', 'ogg'],
    ['wav', 'wave'],
    ['flac', 'flac'],
  ] as const)('a lesson to listen to that came as %s keeps its sound', async (kind, container) => {
    const path = bench.at(`${name} lesson.${kind}`);
    makeSound(bench.av, kind, `${CHORD},atrim=duration=3`, path);
    const plan = planOf({ container, endsAt: 3, without: 'picture' });
    expect(plan.rungs).toEqual([]);
    const tracks = await soundsOf(plan, path, kind);
    const samples = samplesOf(bench.av, bench.joined(`${name} ${kind}.mp4`, tracks.slice(0, 1)));
    expect(Math.abs(samples.length - 3 * 48_000)).toBeLessThanOrEqual(1024);
    // How much an encoder put before its first sample, MP3 does not say.
    if (kind !== 'mp3') expect(Math.abs(lagAt(samples, 72_000))).toBeLessThanOrEqual(48);
  });

  test('silence stays silence', async () => {
    const sound = 'anullsrc=r=48000:cl=mono:d=2';
    const path = bench.clip('silence.mp4', { ...TINY, sound });
    const [track] = await soundsOf(await planFor(path), path, 'silence');
    const samples = samplesOf(bench.av, bench.joined(`${name} silence.mp4`, [track!]));
    expect(Math.max(...samples.map(Math.abs))).toBeLessThan(0.001);
  });
});

/** The channels by the AudioSpecificConfig (ISO 14496-3, 1.6.2.1); what the sample entry says, decoders ignore. */
function channelsOf(init: Buffer): number {
  const config = init.indexOf(Buffer.from([0x05, 0x80, 0x80, 0x80]), init.indexOf('esds', 0, 'latin1')) + 5;
  return (init.readUInt8(config + 1) >> 3) & 0xf;
}
