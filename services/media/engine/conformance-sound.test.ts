import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TranscodePlan } from '../domain/plan.ts';
import { planOf } from '../domain/test-plans.ts';
import type { EncodedTrack } from './collect.ts';
import { bothEngines, openWorkbench, planFor, resultOf, type Workbench, withSeams } from './engine.suite.ts';
import { CHORD, lagAt } from './sound.suite.ts';
import { makeSound } from './sound-fixture.ts';
import { loudnessOf, samplesOf, sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const TINY = { picture: 'testsrc2=s=64x36:r=25:d=2', width: 64, height: 36 };

const secondsOf = ({ segments }: EncodedTrack) => segments.map(({ seconds }) => seconds);
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const bytesOf = (tracks: readonly EncodedTrack[]) =>
  tracks.flatMap(({ segments }) => segments.map(({ path }) => readFileSync(path)));

describe.each(bothEngines())('$name', ({ name, engine }) => {
  const at = (file: string) => bench.at(`${name} ${file}`);
  const soundsOf = async (plan: TranscodePlan, path: string, out = 'sound') =>
    resultOf(await engine.encodeAudio(plan, sourceOf(path), at(out)));

  test('keeps its sound in step from start to end, at the target loudness and both rates', async () => {
    const picture = 'color=s=64x36:r=25:d=9';
    const path = bench.clip('lecture.mp4', { ...TINY, picture, sound: CHORD });
    const plan = withSeams(await planFor(path));
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
