import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkCount, chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { laden } from './container-fixtures.ts';
import { bothEngines, openWorkbench, planFor, resultOf, type Workbench } from './engine.suite.ts';
import { sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

/** What a chunk may cost that nothing happens in, in milliseconds of work. */
const MOST_WORK = 2000;

const SIZE = { width: 64, height: 64 };
const TINY = { ...SIZE, sound: 'sine=d=1' };
const PICTURE = 'testsrc2=s=64x64:r=25:d=1';
const NOTED = {
  location: '+10.7769+106.7009/',
  make: 'Hang may anh',
  model: 'May 15 Pro',
  'com.apple.quicktime.location.ISO6709': '+21.0278+105.8342/',
  timecode: '01:00:00:00',
};

describe.each(bothEngines({ maxWorkMs: MOST_WORK }))('$name', ({ name, engine }) => {
  /** All that is stored of a recording of one chunk. */
  async function stored(plan: TranscodePlan, path: string, out: string): Promise<Buffer[]> {
    const at = (part: string) => bench.at(`${name} ${out} ${part}`);
    const range = chunkRange(plan, 0);
    const pictures = resultOf(await engine.encodeChunk(plan, range, sourceOf(path), at('picture')));
    const sounds = resultOf(await engine.encodeAudio(plan, sourceOf(path), at('sound')));
    return [...pictures, ...sounds].map(({ init, segments }) =>
      Buffer.concat([init, ...segments].map((file) => readFileSync(file.path))),
    );
  }

  test('keeps nothing of what a camera notes of the place and itself, nor its clock', async () => {
    const path = bench.clip(`${name} noted.mp4`, { ...TINY, picture: PICTURE, noted: NOTED });
    const source = readFileSync(path);
    const signs = ['10.7769', 'Hang may anh', 'May 15 Pro', '21.0278', 'tmcd'];
    expect(signs.filter((sign) => !source.includes(sign))).toEqual([]);
    const files = await stored(await planFor(path), path, 'noted');
    expect(files).toHaveLength(3);
    for (const file of files) expect(signs.filter((sign) => file.includes(sign))).toEqual([]);
  });

  test('passes over a second sound, subtitles and fonts', async () => {
    const clip = bench.clip(`${name} bare.mp4`, { ...TINY, picture: PICTURE });
    const path = bench.at(`${name} laden.mkv`);
    laden(bench.av, clip, path);
    const source = readFileSync(path);
    const signs = ['harm.ttf', 'a font made to do harm', 'words'];
    expect(signs.filter((sign) => !source.includes(sign))).toEqual([]);
    for (const file of await stored(await planFor(path), path, 'laden')) {
      expect(signs.filter((sign) => file.includes(sign))).toEqual([]);
      expect(file.toString('latin1').match(/trak/g)).toHaveLength(1);
    }
  });

  test('holds one picture for hours at the price of no other', async () => {
    const picture = "testsrc2=s=64x64:r=10:d=1,setpts='if(lt(N,9),N/10,18000)/TB'";
    const path = bench.clip(`${name} gap.mkv`, { ...SIZE, picture, container: 'matroska' });
    const plan = await planFor(path);
    expect(chunkCount(plan)).toBeGreaterThan(500);
    const range = chunkRange(plan, 400);
    const [track] = resultOf(await engine.encodeChunk(plan, range, sourceOf(path), bench.at(`${name} gap`)));
    const seconds = track!.segments.reduce((sum, segment) => sum + segment.seconds, 0);
    expect(seconds).toBeCloseTo((plan.chunkFrames * plan.fps.denominator) / plan.fps.numerator, 6);
  });
});
