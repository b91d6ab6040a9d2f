import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkRange, planTranscode } from '../domain/plan.ts';
import { rewrap, type Wrap } from './container-fixtures.ts';
import { createEngine } from './engine.ts';
import { type ClipOptions, makeClip } from './fixtures.ts';
import { identify } from './identify.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import { openFileReader, type RangeReader } from './range-reader.ts';
import type { Remuxed } from './remux.ts';
import { makeSound, type Recorded } from './sound-fixture.ts';

const childPath = fileURLToPath(new URL('./child.ts', import.meta.url));
const engine = createEngine({ childPath });

let av: NodeAv;
let folder: string;
let film: string;
let silent: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
  film = at('film.mp4');
  const picture = 'testsrc2=s=320x180:r=25:d=6';
  makeClip(av, { path: film, picture, sound: 'sine=d=6', width: 320, height: 180 });
  makeClip(av, { path: at('silent.mp4'), picture, width: 320, height: 180 });
  // AVI takes H.264 as transport streams have it.
  silent = at('silent.ts');
  rewrap(av, at('silent.mp4'), silent, 'mpegts');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read<T>(path: string, use: (source: RangeReader) => Promise<T>): Promise<T> {
  await using source = await openFileReader(path);
  return await use(source);
}

describe('a film that cannot be cut at any time', () => {
  test.each<[string, Wrap, Remuxed]>([
    ['a transport stream', 'mpegts', 'mpegts'],
    ['an AVI', 'avi', 'avi'],
    ['what a browser records', 'live', 'matroska'],
  ])('%s is laid into Matroska, whole, and can be planned', async (_, wrap, container) => {
    const path = at(`film.${wrap}`);
    rewrap(av, wrap === 'avi' ? silent : film, path, wrap);
    expect(await read(path, identify)).toMatchObject({ ok: true, value: { isLoose: true, container } });
    const outDir = at(`out-${wrap}`);
    mkdirSync(outDir);
    const remuxed = await read(path, (source) => engine.remux(container, source, outDir));
    if (!remuxed.ok) expect.fail(remuxed.failure.detail);
    if (!remuxed.value.ok) expect.fail(remuxed.value.rejection.code);
    const { value: laid } = remuxed.value;
    expect(await read(laid, identify)).toMatchObject({ value: { format: 'mkv', isLoose: false } });
    const facts = await read(laid, probe);
    if (!facts.ok) expect.fail(facts.rejection.code);
    expect(facts.value).toMatchObject({
      container: 'matroska',
      ...(wrap !== 'avi' && { sound: { channels: 1 } }),
    });
    expect(facts.value.endsAt - facts.value.startsAt).toBeCloseTo(6, 1);
    const plan = planTranscode(facts.value, 'test');
    expect(plan).toMatchObject({ ok: true, value: { frames: 150, fps: { numerator: 25, denominator: 1 } } });
    if (wrap !== 'mpegts' || !plan.ok) return;
    const range = chunkRange(plan.value, 0);
    const chunk = await read(laid, (source) => engine.encodeChunk(plan.value, range, source, outDir));
    expect(chunk.ok).toBe(true);
  });

  test('an index that Matroska has spares it that', async () => {
    rewrap(av, film, at('film.mkv'), 'matroska');
    expect(await read(at('film.mkv'), identify)).toMatchObject({ value: { isLoose: false } });
  });

  /** Pictures and sound of a clip in another container, or what is said of them. */
  async function laid(name: string, wrap: Wrap, container: Remuxed, options: Partial<ClipOptions>) {
    const clip = at(`${name}.mkv`);
    const picture = 'testsrc2=s=64x64:r=25:d=1';
    makeClip(av, { path: clip, picture, width: 64, height: 64, container: 'matroska', ...options });
    const path = at(`${name}.${wrap}`);
    rewrap(av, clip, path, wrap);
    return read(path, (source) => engine.remux(container, source, folder));
  }

  test.each<[string, Wrap, Remuxed, Partial<ClipOptions>]>([
    ['pictures', 'avi', 'avi', { codec: 'ffv1' }],
    ['the pictures of a film', 'mpegts', 'mpegts', { codec: 'mpeg2video', sound: 'sine=d=1' }],
    ['the pictures of what a browser sent', 'live', 'matroska', { codec: 'ffv1', sound: 'sine=d=1' }],
    ['the sound of a film', 'mpegts', 'mpegts', { sound: 'sine=d=1', soundCodec: 'eac3' }],
    ['the sound of what a browser sent', 'live', 'matroska', { sound: 'sine=d=1', soundCodec: 'eac3' }],
  ])('%s of a codec that is not listed are refused, not left out: %s', async (name, ...how) => {
    expect(await laid(name, ...how)).toEqual({
      ok: true,
      value: { ok: false, rejection: { code: 'CODEC' } },
    });
  });
});

describe('sound alone', () => {
  test.each<[Recorded, string]>([
    ['mp3', 'mp3'],
    ['ogg', 'ogg'],
    ['flac', 'flac'],
    ['wav', 'wave'],
    ['m4a', 'isobmff'],
  ])('as %s is known, measured and has no picture', async (wrap, container) => {
    const path = at(`tone.${wrap}`);
    makeSound(av, wrap, 'sine=d=3:r=48000', path);
    expect(await read(path, identify)).toMatchObject({ ok: true, value: { kind: 'audio', container } });
    const facts = await read(path, probe);
    if (!facts.ok) expect.fail(facts.rejection.code);
    expect(facts.value.picture).toBeUndefined();
    expect(facts.value).toMatchObject({ container, sound: { channels: 1 } });
    expect(facts.value.endsAt - facts.value.startsAt).toBeCloseTo(3, 0);
  });

  test('is encoded from its own container', async () => {
    const path = at('tone.mp3');
    const facts = await read(path, probe);
    const plan = facts.ok ? planTranscode(facts.value, 'test') : facts;
    if (!plan.ok) expect.fail(plan.rejection.code);
    const sounds = await read(path, (source) => engine.encodeAudio(plan.value, source, at('sounds')));
    expect(sounds.ok && sounds.value.map(({ name }) => name)).toEqual(['audio', 'audio-48k']);
  });
});
