import { readFileSync, writeFileSync } from 'node:fs';
import { imageSize } from 'image-size';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { storyboardOf } from '../domain/storyboard.ts';
import { childPath, openWorkbench, planFor, resultOf, type Workbench } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import { picturesOf, sourceOf } from './test-media.ts';
import { wholeFile } from './whole-file.ts';

const engine = createEngine({ childPath });
let bench: Workbench;
let plan: TranscodePlan;
/** Of the smallest rung and of the sound: the init section and all segments. */
let picture: Buffer;
let sound: Buffer;

const at = (name: string) => bench.at(name);

/** Grey that gets lighter by the second, and silence up to a tone of half the loudness. */
beforeAll(async () => {
  bench = await openWorkbench();
  const path = bench.clip('clip.mp4', {
    picture: "color=c=black:s=160x90:r=25:d=18,geq=lum='20+10*floor(T)':cb=128:cr=128",
    sound: "aevalsrc='if(lt(t,6),0,0.5*sin(2*PI*440*t))':s=48000:d=18",
    width: 160,
    height: 90,
  });
  plan = await planFor(path);
  const [rung] = resultOf(await engine.encodeChunk(plan, chunkRange(plan, 0), sourceOf(path), at('chunk')));
  const [track] = resultOf(await engine.encodeAudio(plan, sourceOf(path), at('sound')));
  picture = readFileSync(bench.joined('picture.mp4', [rung!]));
  sound = readFileSync(bench.joined('sound.mp4', [track!]));
});
afterAll(() => bench.close());

test('the sprite shows each segment’s first frame in its place', async () => {
  const board = storyboardOf(plan)!;
  expect(board).toMatchObject({ segments: [0, 1, 2, 3, 4], columns: 5, rows: 1 });
  const path = resultOf(await engine.sprite(sourceOf(at('picture.mp4')), board, at('sprite')));
  expect(imageSize(readFileSync(path))).toMatchObject({ type: 'jpg', width: 800, height: 90 });
});

test('a poster is a picture of the rendition', async () => {
  const path = resultOf(await engine.poster(sourceOf(at('picture.mp4')), at('poster')));
  expect(imageSize(readFileSync(path))).toMatchObject({ type: 'jpg', width: 160, height: 90 });
});

test('the waveform shows the silence and the tone', async () => {
  const path = resultOf(await engine.waveform(sourceOf(at('sound.mp4')), at('waveform')));
  const { version, sampleRate, samplesPerPeak, peaks } = JSON.parse(readFileSync(path, 'utf8'));
  expect([version, sampleRate, samplesPerPeak]).toEqual([1, 48_000, 2400]);
  const pairs = Array.from({ length: peaks.length / 2 }, (_, n) => [peaks[2 * n], peaks[2 * n + 1]]);
  expect(Math.abs(pairs.length - 18 * 20)).toBeLessThanOrEqual(2);
  const [low, high] = pairs[200]!;
  expect(Math.max(...pairs.slice(5, 110).flat().map(Math.abs))).toBeLessThan(3);
  expect(high).toBeGreaterThan(20);
  expect(low).toBeLessThan(-20);
});

test('the whole file holds the same frames and sound, its index in front, and is the same each time', async () => {
  const file = await wholeFile(picture, sound);
  expect((await wholeFile(picture, sound)).equals(file)).toBe(true);
  expect(file.indexOf('moov', 0, 'latin1')).toBeLessThan(file.indexOf('mdat', 0, 'latin1'));
  writeFileSync(at('lesson.mp4'), file);
  const [whole, segments] = ['lesson.mp4', 'picture.mp4'].map((name) => picturesOf(bench.av, at(name)));
  expect(whole).toHaveLength(plan.frames);
  expect(whole!.map(({ corners }) => corners)).toEqual(segments!.map(({ corners }) => corners));
  expect(await planFor(at('lesson.mp4'))).toMatchObject({ frames: plan.frames, t0: 0 });
  expect(Math.abs(file.length - picture.length - sound.length)).toBeLessThan(8000);
});
