import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { storyboardOf } from '../domain/storyboard.ts';
import { bothEngines, childPath, openWorkbench, planFor, resultOf, type Workbench } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import { sourceOf } from './test-media.ts';

const ENGINES = bothEngines();
const SECONDS = 18;
let bench: Workbench;
let plan: TranscodePlan;
/** Of the smallest rung and of the sound: the init section and all segments. */
let picture: string;
let sound: string;

/** All pictures but those of a white beginning have this brightness on the left, as a video counts it. */
const USUAL = 100;
const WHITE = 235;
/** On the right they get lighter by the second. */
const lumaAt = (second: number) => (second < 4 ? WHITE : 20 + 10 * second);

/** Silence becomes a tone of half the loudness. */
beforeAll(async () => {
  bench = await openWorkbench();
  const path = bench.clip('clip.mp4', {
    picture: `color=c=black:s=160x90:r=25:d=${SECONDS},geq=lum='if(lt(T,4),${WHITE},if(lt(X,80),${USUAL},20+10*floor(T)))':cb=128:cr=128`,
    sound: `aevalsrc='if(lt(t,6),0,0.5*sin(2*PI*440*t))':s=48000:d=${SECONDS}`,
    width: 160,
    height: 90,
  });
  plan = await planFor(path);
  const packaged = createEngine({ childPath });
  const at = (name: string) => bench.at(name);
  const [rung] = resultOf(await packaged.encodeChunk(plan, chunkRange(plan, 0), sourceOf(path), at('chunk')));
  const [track] = resultOf(await packaged.encodeAudio(plan, sourceOf(path), at('sound')));
  picture = bench.joined('picture.mp4', [rung!]);
  sound = bench.joined('sound.mp4', [track!]);
});
afterAll(() => bench.close());

/** A JPEG as it is shown: its size, and how bright it is at a place. */
async function shown(path: string) {
  const image = sharp(path);
  const { format, width, height } = await image.metadata();
  const pixels = await image.greyscale().raw().toBuffer();
  return { format, width, height, brightness: (x: number, y: number) => pixels[y * width + x] ?? 0 };
}
/** What a brightness in a video, from 16 to 235, is on a screen, from 0 to 255. */
const onScreen = (luma: number) => ((luma - 16) * 255) / 219;

describe.each(ENGINES)('$name', ({ name, engine }) => {
  const out = (part: string) => bench.at(`${name} ${part}`);

  test('the sprite shows each segment’s first frame in its place', async () => {
    const board = storyboardOf(plan)!;
    expect(board).toMatchObject({ segments: [0, 1, 2, 3, 4], columns: 5, rows: 1 });
    const sprite = await shown(resultOf(await engine.sprite(sourceOf(picture), board, out('sprite'))));
    expect(sprite).toMatchObject({ format: 'jpeg', width: 800, height: 90 });
    for (const segment of board.segments) {
      const second = Math.floor((segment * plan.segmentFrames) / 25);
      const off = sprite.brightness(160 * segment + 120, 45) - onScreen(lumaAt(second));
      expect(Math.abs(off)).toBeLessThan(4);
    }
  });

  test('a poster is the most typical picture of the rendition', async () => {
    const poster = await shown(resultOf(await engine.poster(sourceOf(picture), out('poster'))));
    expect(poster).toMatchObject({ format: 'jpeg', width: 160, height: 90 });
    expect(Math.abs(poster.brightness(40, 45) - onScreen(USUAL))).toBeLessThan(4);
  });

  test('stills are the same each time', async () => {
    const again = async (part: string) =>
      readFileSync(resultOf(await engine.poster(sourceOf(picture), out(part))));
    expect(await again('one')).toEqual(await again('other'));
  });

  test('the waveform shows the silence and the tone', async () => {
    const path = resultOf(await engine.waveform(sourceOf(sound), out('waveform')));
    const { version, sampleRate, samplesPerPeak, peaks } = JSON.parse(readFileSync(path, 'utf8'));
    expect([version, sampleRate, samplesPerPeak]).toEqual([1, 48_000, 2400]);
    const pairs = Array.from({ length: peaks.length / 2 }, (_, n) => [peaks[2 * n], peaks[2 * n + 1]]);
    expect(Math.abs(pairs.length - SECONDS * 20)).toBeLessThanOrEqual(2);
    const [low, high] = pairs[200]!;
    expect(Math.max(...pairs.slice(5, 110).flat().map(Math.abs))).toBeLessThan(3);
    expect(high).toBeGreaterThan(20);
    expect(low).toBeLessThan(-20);
  });
});

test.runIf(ENGINES.length > 1)('both engines draw the same waveform, to one of 256 steps', async () => {
  const drawn = [];
  for (const { name, engine } of ENGINES) {
    const path = resultOf(await engine.waveform(sourceOf(sound), bench.at(`${name} again`)));
    drawn.push(JSON.parse(readFileSync(path, 'utf8')).peaks as number[]);
  }
  const [packaged = [], ...others] = drawn;
  expect(packaged.length).toBeGreaterThan(700);
  for (const peaks of others) {
    expect(peaks).toHaveLength(packaged.length);
    expect(peaks.filter((peak, n) => Math.abs(peak - (packaged[n] ?? 0)) > 1)).toEqual([]);
  }
});
