import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkRange, planTranscode } from '../domain/plan.ts';
import { hugeStream } from './bad-inputs.ts';
import { laden, rewrap, type Wrap } from './container-fixtures.ts';
import { bothEngines, openWorkbench, resultOf, type Workbench } from './engine.suite.ts';
import type { ClipOptions } from './fixtures.ts';
import { identify } from './identify.ts';
import { probe } from './probe.ts';
import type { Remuxed } from './remux.ts';
import { sourceOf } from './test-media.ts';

let bench: Workbench;
/** Six seconds with a sound in MP4, and without one in a transport stream: AVI takes H.264 as those have it. */
let film: string;
let silent: string;

beforeAll(async () => {
  bench = await openWorkbench();
  const picture = 'testsrc2=s=320x180:r=25:d=6';
  film = bench.clip('film.mp4', { picture, sound: 'sine=d=6' });
  silent = bench.at('silent.ts');
  rewrap(bench.av, bench.clip('silent.mp4', { picture }), silent, 'mpegts');
});
afterAll(() => bench.close());

const refusedAs = (code: string) => ({ ok: true, value: { ok: false, rejection: { code } } });

const TINY = { picture: 'testsrc2=s=64x64:r=25:d=1', width: 64, height: 64 };

test('an index that Matroska has spares it that', async () => {
  const path = bench.at('film.mkv');
  rewrap(bench.av, film, path, 'matroska');
  expect(await identify(sourceOf(path))).toMatchObject({ value: { isLoose: false } });
});

describe.each(bothEngines())('$name', ({ name, engine }) => {
  function folder(called: string): string {
    const path = bench.at(`${name} ${called}`);
    mkdirSync(path);
    return path;
  }

  test.each<[string, Wrap, Remuxed]>([
    ['a transport stream', 'mpegts', 'mpegts'],
    ['an AVI', 'avi', 'avi'],
    ['what a browser records', 'live', 'matroska'],
  ])('%s is laid into Matroska, whole, and chunks are made of it', async (_, wrap, container) => {
    const path = bench.at(`film.${wrap}`);
    rewrap(bench.av, wrap === 'avi' ? silent : film, path, wrap);
    expect(await identify(sourceOf(path))).toMatchObject({ value: { isLoose: true, container } });
    const out = folder(wrap);
    const laid = resultOf(await engine.remux(container, sourceOf(path), out));
    const source = sourceOf(laid.ok ? laid.value : expect.fail(laid.rejection.code));
    expect(await identify(source)).toMatchObject({ value: { format: 'mkv', isLoose: false } });
    const facts = await probe(source);
    if (!facts.ok) expect.fail(facts.rejection.code);
    expect(facts.value).toMatchObject({
      container: 'matroska',
      ...(wrap !== 'avi' && { sound: { channels: 1 } }),
    });
    expect(facts.value.endsAt - facts.value.startsAt).toBeCloseTo(6, 1);
    const plan = planTranscode(facts.value, 'test');
    expect(plan).toMatchObject({ ok: true, value: { frames: 150, fps: { numerator: 25, denominator: 1 } } });
    if (!plan.ok) return;
    const [track] = resultOf(await engine.encodeChunk(plan.value, chunkRange(plan.value, 0), source, out));
    expect(track?.segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBeCloseTo(6, 6);
  });

  test('the first picture and the first sound are laid anew, and nothing else', async () => {
    const path = bench.at(`${name} laden.mkv`);
    laden(bench.av, bench.clip(`${name} bare.mp4`, { ...TINY, sound: 'sine=d=1' }), path);
    const laid = resultOf(await engine.remux('matroska', sourceOf(path), folder('laden')));
    const file = readFileSync(laid.ok ? laid.value : expect.fail(laid.rejection.code));
    expect(['harm.ttf', 'a font made to do harm', 'words'].filter((sign) => file.includes(sign))).toEqual([]);
    // Every track names its codec once.
    expect(file.toString('latin1').match(/V_MPEG4|A_AAC/g)).toEqual(['V_MPEG4', 'A_AAC']);
  });

  test('a sound that a broadcast announces and does not send keeps no other out', async () => {
    const path = bench.at(`${name} promised.ts`);
    rewrap(bench.av, film, path, 'mpegts', true);
    const outcome = resultOf(await engine.remux('mpegts', sourceOf(path), folder('promised')));
    const facts = await probe(sourceOf(outcome.ok ? outcome.value : expect.fail(outcome.rejection.code)));
    expect(facts).toMatchObject({ value: { picture: { coded: { width: 320 } }, sound: { channels: 1 } } });
  });

  /** Pictures and sound of a clip in another container, or what is said of them. */
  async function laid(called: string, wrap: Wrap, container: Remuxed, options: Partial<ClipOptions>) {
    const clip = bench.clip(`${called}.mkv`, { ...TINY, container: 'matroska', ...options });
    const path = bench.at(`${called}.${wrap}`);
    rewrap(bench.av, clip, path, wrap);
    return engine.remux(container, sourceOf(path), bench.folder);
  }

  test.each<[string, Wrap, Remuxed, Partial<ClipOptions>]>([
    ['pictures', 'avi', 'avi', { codec: 'ffv1' }],
    ['the pictures of a film', 'mpegts', 'mpegts', { codec: 'mpeg2video', sound: 'sine=d=1' }],
    ['the pictures of what a browser sent', 'live', 'matroska', { codec: 'ffv1', sound: 'sine=d=1' }],
    ['the sound of a film', 'mpegts', 'mpegts', { sound: 'sine=d=1', soundCodec: 'eac3' }],
    ['the sound of what a browser sent', 'live', 'matroska', { sound: 'sine=d=1', soundCodec: 'eac3' }],
  ])('%s of a codec that is not listed are refused, not left out: %s', async (...how) => {
    expect(await laid(...how)).toEqual(refusedAs('CODEC'));
  });

  test.each<[string, Remuxed, string, () => Buffer]>([
    ['no recording', 'avi', 'NO_INDEX', () => Buffer.from('no recording at all'.repeat(50))],
    ['the head of one alone', 'mpegts', 'CODEC', () => readFileSync(silent).subarray(0, 3 * 188)],
    ['an AVI without a track', 'avi', 'NO_VIDEO', () => Buffer.from(`RIFF\0\0\0\0AVI ${'x'.repeat(5000)}`)],
    ['pictures of 12000 by 12000', 'mpegts', 'TOO_LARGE', () => hugeStream(bench.av, bench.folder)],
  ])('%s is refused, as %s: %s', async (_, container, code, bytes) => {
    const path = bench.at(`${name} refused`);
    writeFileSync(path, bytes());
    expect(await engine.remux(container, sourceOf(path), bench.folder)).toEqual(refusedAs(code));
  });
});
