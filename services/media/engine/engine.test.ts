import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkCount, chunkRange, planTranscode, type TranscodePlan } from '../domain/plan.ts';
import { createEngine, ENGINE_VERSION } from './engine.ts';
import { type ClipOptions, makeClip } from './fixtures.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import { openFileReader } from './range-reader.ts';
import type { EngineOutcome } from './run-child.ts';
import { framesOf, picturesOf, samplesOf, sourceOf } from './test-media.ts';

const childPath = fileURLToPath(new URL('./child.ts', import.meta.url));
const engine = createEngine({ childPath });
let av: NodeAv;
let folder: string;

beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const at = (name: string) => join(folder, name);

function clip(name: string, options: Partial<ClipOptions> & Pick<ClipOptions, 'picture'>): string {
  makeClip(av, { path: at(name), width: 320, height: 180, ...options });
  return at(name);
}

async function planFor(path: string): Promise<TranscodePlan> {
  await using reader = await openFileReader(path);
  const facts = await probe(reader);
  if (!facts.ok) throw new Error(facts.rejection.code);
  const plan = planTranscode(facts.value, ENGINE_VERSION);
  if (!plan.ok) throw new Error(plan.rejection.code);
  // One segment per chunk, so that a short clip has seams.
  return { ...plan.value, chunkFrames: plan.value.segmentFrames };
}

function resultOf<T>(outcome: EngineOutcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.failure.code} ${outcome.failure.detail}`);
  return outcome.value;
}

const SOURCES: [string, Partial<ClipOptions> & Pick<ClipOptions, 'picture'>][] = [
  ['25fps.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9' }],
  ['ntsc.mp4', { picture: 'testsrc2=s=320x180:r=30000/1001:d=9' }],
  ['halved.mp4', { picture: 'testsrc2=s=320x180:r=60:d=9' }],
  ['vfr.mp4', { picture: "testsrc2=s=320x180:r=25:d=9,select='lt(mod(n,10),7)*not(between(n,60,140))'" }],
  ['turned.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9', rotation: 90 }],
  ['late.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9,setpts=PTS+3.3/TB' }],
  ['25fps.mkv', { picture: 'testsrc2=s=320x180:r=25:d=9', container: 'matroska' }],
];

describe('the frames of chunks', () => {
  test.each(SOURCES)('of %s are those of a single pass', async (name, options) => {
    const path = clip(name, options);
    const plan = await planFor(path);
    const whole = framesOf(av, path, plan, 0, plan.frames);
    expect(whole).toHaveLength(plan.frames * plan.rungs.length);
    expect(chunkCount(plan)).toBe(3);
    const ranges = [0, 1, 2].map((k) => chunkRange(plan, k));
    const chunks = ranges.flatMap(({ start, end }) => framesOf(av, path, plan, start, end));
    expect(chunks).toEqual(whole);
  });
});

/** Tones without a common period, so that only the true lag makes the sound like itself. */
const TONES = [173, 419.3, 997.1, 1511.7, 2203.9, 3301.3, 4507.9];
const CHORD = `aevalsrc=${TONES.map((hertz) => `0.1*sin(2*PI*${hertz}*t)`).join('+')}:s=48000:d=9`;
const chord = (sample: number) =>
  TONES.reduce((sum, hertz) => sum + 0.1 * Math.sin((2 * Math.PI * hertz * sample) / 48_000), 0);

function lagAt(samples: Float32Array, start: number): number {
  const lags = Array.from({ length: 401 }, (_, i) => i - 200);
  const likeness = (lag: number) =>
    Array.from({ length: 4096 }, (_, i) => (samples[start + i + lag] ?? 0) * chord(start + i)).reduce(
      (a, b) => a + b,
      0,
    );
  return lags.map((lag) => ({ lag, sum: likeness(lag) })).reduce((a, b) => (b.sum > a.sum ? b : a)).lag;
}

/** When the first picture of a segment is shown, in ticks after its decode time. */
function firstCompositionOffset(segment: Buffer): number {
  const trun = segment.indexOf('trun', 0, 'latin1');
  // Data offset, first sample flags, size and composition offset are present, in this order.
  expect(segment.readUIntBE(trun + 5, 3)).toBe(0xa05);
  return segment.readInt32BE(trun + 24);
}

describe('a lecture', () => {
  let path: string;
  let plan: TranscodePlan;
  beforeAll(async () => {
    path = clip('lecture.mp4', {
      picture: 'testsrc2=s=640x480:r=25:d=9',
      sound: CHORD,
      width: 640,
      height: 480,
    });
    plan = await planFor(path);
  });

  test('is encoded chunk by chunk into segments that continue each other', async () => {
    const chunks = [];
    for (const k of [0, 1, 2])
      chunks.push(
        resultOf(await engine.encodeChunk(plan, chunkRange(plan, k), sourceOf(path), at(`out${k}`))),
      );
    expect(chunks[0]?.map(({ name }) => name)).toEqual(['480p', '240p']);
    for (const [r, rung] of plan.rungs.entries()) {
      const tracks = chunks.map((chunk) => chunk[r]!);
      expect(new Set(tracks.map(({ init }) => init.sha256)).size).toBe(1);
      const segments = tracks.flatMap((track) => track.segments);
      expect(segments.map(({ index }) => index)).toEqual([0, 1, 2]);
      expect(segments.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(9);
      const files = [tracks[0]!.init.path, ...segments.map((segment) => segment.path)];
      writeFileSync(at('joined.mp4'), Buffer.concat(files.map((file) => readFileSync(file))));
      expect(firstCompositionOffset(readFileSync(segments[0]!.path))).toBe(0);
      // libav shifts all times of a file with negative offsets; players with media source extensions do not.
      const [first, ...rest] = picturesOf(av, at('joined.mp4'));
      expect(rest.map(({ pts }) => pts - first!.pts)).toEqual(
        Array.from({ length: 224 }, (_, n) => (n + 1) * 1000),
      );
      expect(first).toMatchObject({ width: rung.width, height: rung.height });
    }
    const again = resultOf(await engine.encodeChunk(plan, chunkRange(plan, 1), sourceOf(path), at('again')));
    const bytesOf = (chunk: typeof again) =>
      chunk.flatMap(({ segments }) => segments.map((segment) => readFileSync(segment.path)));
    expect(bytesOf(again)).toEqual(bytesOf(chunks[1]!));
  });

  test('keeps its sound in step from start to end', async () => {
    const track = resultOf(await engine.encodeAudio(plan, sourceOf(path), at('sound')));
    const files = [track.init.path, ...track.segments.map((segment) => segment.path)];
    writeFileSync(at('sound.mp4'), Buffer.concat(files.map((file) => readFileSync(file))));
    const samples = samplesOf(av, at('sound.mp4'));
    const seconds = track.segments.map((segment) => segment.seconds);
    expect(samples.length).toBe(Math.round(seconds.reduce((a, b) => a + b, 0) * 48_000));
    expect(Math.abs(samples.length - 9 * 48_000)).toBeLessThanOrEqual(1024);
    for (const start of [4_800, 216_000, 420_000]) {
      expect(Math.abs(lagAt(samples, start))).toBeLessThanOrEqual(48);
    }
    for (const [i, length] of seconds.slice(0, -1).entries()) {
      expect(Math.abs(length - 4), `segment ${i}`).toBeLessThanOrEqual(1024 / 48_000);
    }
  });

  test('gets a poster', async () => {
    const { path: poster, bytes } = resultOf(await engine.poster(plan, sourceOf(path), at('poster')));
    const jpeg = readFileSync(poster);
    expect(jpeg.subarray(0, 3).toString('hex')).toBe('ffd8ff');
    expect(jpeg.length).toBe(bytes);
  });

  test('can be encoded by a worker thread', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      Promise.all([import(workerData.engine), import(workerData.reader)]).then(async ([engine, reader]) => {
        const { plan, path, out, childPath } = workerData;
        const source = await reader.openFileReader(path);
        parentPort.postMessage(await engine.createEngine({ childPath }).poster(plan, source, out));
      });`;
    const workerData = {
      engine: new URL('./engine.ts', import.meta.url).href,
      reader: new URL('./range-reader.ts', import.meta.url).href,
      plan,
      path,
      out: at('w'),
      childPath,
    };
    const worker = new Worker(code, { eval: true, workerData });
    const answer = await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
    });
    await worker.terminate();
    expect(answer).toMatchObject({ ok: true });
  });

  test('whose source ends before its plan is refused rather than published short', async () => {
    const outcome = await engine.encodeChunk(
      { ...plan, frames: 300 },
      chunkRange({ ...plan, frames: 300 }, 2),
      sourceOf(path),
      at('short'),
    );
    expect(outcome).toMatchObject({ ok: false, failure: { code: 'ENGINE' } });
  });

  test('survives one death of the encoder, and names the cause of more', async () => {
    let deaths = 0;
    const onStart = (pid: number) => {
      deaths += 1;
      if (deaths === 1) process.kill(pid, 'SIGKILL');
    };
    const once = createEngine({ childPath, onStart });
    expect(await once.poster(plan, sourceOf(path), at('k1'))).toMatchObject({ ok: true });
    expect(deaths).toBe(2);
    const always = createEngine({ childPath, onStart: (pid) => process.kill(pid, 'SIGKILL'), attempts: 1 });
    expect(await always.poster(plan, sourceOf(path), at('k2'))).toMatchObject({
      failure: { code: 'CRASHED' },
    });
    const hasty = createEngine({ childPath, timeoutMs: 50 });
    expect(await hasty.poster(plan, sourceOf(path), at('k3'))).toMatchObject({
      failure: { code: 'TIMEOUT' },
    });
    const starved = createEngine({ childPath, maxRssBytes: 1_000_000 });
    expect(await starved.encodeChunk(plan, chunkRange(plan, 0), sourceOf(path), at('k4'))).toMatchObject({
      failure: { code: 'MEMORY' },
    });
  });

  test('is encoded without the environment of the service', async () => {
    process.env.AV_FROM_SOURCE = '1';
    try {
      // With this variable node-av refuses its packaged binary, so success shows that it was not inherited.
      expect(await engine.poster(plan, sourceOf(path), at('env'))).toMatchObject({ ok: true });
    } finally {
      delete process.env.AV_FROM_SOURCE;
    }
  });
});

test('a lecture filmed upright comes out upright', async () => {
  const path = clip('upright.mp4', {
    picture: 'color=c=black:s=640x480:r=25:d=1,drawbox=w=iw/2:h=ih:color=white:t=fill',
    width: 640,
    height: 480,
    rotation: 90,
  });
  const plan = await planFor(path);
  expect(plan).toMatchObject({
    rotation: 90,
    rungs: [
      { width: 480, height: 640 },
      { width: 240, height: 320 },
    ],
  });
  const [large] = resultOf(
    await engine.encodeChunk(plan, chunkRange(plan, 0), sourceOf(path), at('upright')),
  );
  const files = [large!.init.path, large!.segments[0]!.path];
  writeFileSync(at('upright-out.mp4'), Buffer.concat(files.map((file) => readFileSync(file))));
  const [picture] = picturesOf(av, at('upright-out.mp4'));
  expect(picture).toMatchObject({ width: 480, height: 640 });
  expect(picture!.top).toBeGreaterThan(200);
  expect(picture!.bottom).toBeLessThan(40);
});
