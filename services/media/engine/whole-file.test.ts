import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chunkRange } from '../domain/plan.ts';
import { childPath, openWorkbench, planFor, resultOf, type Workbench } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import { picturesOf, sourceOf } from './test-media.ts';
import { wholeFile } from './whole-file.ts';

const engine = createEngine({ childPath });
let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const at = (name: string) => bench.at(name);

test('the whole file holds the same frames and sound, its index in front, and is the same each time', async () => {
  const tiny = { picture: 'testsrc2=s=64x36:r=25:d=5', width: 64, height: 36 };
  const path = bench.clip('clip.mp4', { ...tiny, sound: 'sine=d=5' });
  const plan = await planFor(path);
  const [rung] = resultOf(await engine.encodeChunk(plan, chunkRange(plan, 0), sourceOf(path), at('chunk')));
  const [track] = resultOf(await engine.encodeAudio(plan, sourceOf(path), at('sound')));
  const picture = readFileSync(bench.joined('picture.mp4', [rung!]));
  const sound = readFileSync(bench.joined('sound.mp4', [track!]));
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
