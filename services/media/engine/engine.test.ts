import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chunkCount, chunkRange, type TranscodePlan } from '../domain/plan.ts';
import { rewrap } from './container-fixtures.ts';
import { childPath, openWorkbench, planFor, resultOf, type Workbench, withSeams } from './engine.suite.ts';
import { createEngine } from './engine.ts';
import type { ClipOptions } from './fixtures.ts';
import { framesOf, sourceOf } from './test-media.ts';

let bench: Workbench;
beforeAll(async () => {
  bench = await openWorkbench();
});
afterAll(() => bench.close());

const engine = createEngine({ childPath });
const at = (name: string) => bench.at(name);

type Clip = Partial<ClipOptions> & Pick<ClipOptions, 'picture'>;

const SOURCES: [string, Clip][] = [
  ['25fps.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9' }],
  ['ntsc.mp4', { picture: 'testsrc2=s=320x180:r=30000/1001:d=9' }],
  ['halved.mp4', { picture: 'testsrc2=s=320x180:r=60:d=9' }],
  ['vfr.mp4', { picture: "testsrc2=s=320x180:r=25:d=9,select='lt(mod(n,10),7)*not(between(n,60,140))'" }],
  ['turned.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9', rotation: 90 }],
  ['late.mp4', { picture: 'testsrc2=s=320x180:r=25:d=9,setpts=PTS+3.3/TB' }],
  ['25fps.ts', { picture: 'testsrc2=s=320x180:r=25:d=9' }],
  ['25fps.mkv', { picture: 'testsrc2=s=320x180:r=25:d=9', container: 'matroska' }],
];

/** As chunks are made of it: a transport stream only once it was laid anew. */
async function workable(name: string, options: Clip): Promise<string> {
  const clip = bench.clip(name, options);
  if (!name.endsWith('.ts')) return clip;
  const stream = at(`stream ${name}`);
  rewrap(bench.av, clip, stream, 'mpegts');
  const laid = resultOf(await engine.remux('mpegts', sourceOf(stream), bench.folder));
  return laid.ok ? laid.value : expect.fail(laid.rejection.code);
}

describe('the frames of chunks', () => {
  test.each(SOURCES)('of %s are those of a single pass', async (name, options) => {
    const path = await workable(name, options);
    const plan = withSeams(await planFor(path));
    const whole = framesOf(bench.av, path, plan, 0, plan.frames);
    expect(whole).toHaveLength(plan.frames * plan.rungs.length);
    expect(chunkCount(plan)).toBe(3);
    const ranges = [0, 1, 2].map((k) => chunkRange(plan, k));
    const chunks = ranges.flatMap(({ start, end }) => framesOf(bench.av, path, plan, start, end));
    expect(chunks).toEqual(whole);
  });
});

describe('a process of its own', () => {
  let path: string;
  let plan: TranscodePlan;
  beforeAll(async () => {
    path = bench.clip('short.mp4', { picture: 'testsrc2=s=320x180:r=25:d=2' });
    plan = await planFor(path);
  });

  test('can be encoded by a worker thread', async () => {
    const code = `
      const { parentPort, workerData } = require('node:worker_threads');
      Promise.all([import(workerData.engine), import(workerData.reader)]).then(async ([engine, reader]) => {
        const { plan, path, out, childPath } = workerData;
        const source = await reader.openFileReader(path);
        parentPort.postMessage(await engine.createEngine({ childPath }).poster(source, out));
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

  test('survives one death of the encoder, and names the cause of more', async () => {
    let deaths = 0;
    const onStart = (pid: number) => {
      deaths += 1;
      if (deaths === 1) process.kill(pid, 'SIGKILL');
    };
    const once = createEngine({ childPath, onStart });
    expect(await once.poster(sourceOf(path), at('k1'))).toMatchObject({ ok: true });
    expect(deaths).toBe(2);
    const always = createEngine({ childPath, onStart: (pid) => process.kill(pid, 'SIGKILL'), attempts: 1 });
    expect(await always.poster(sourceOf(path), at('k2'))).toMatchObject({
      failure: { code: 'CRASHED' },
    });
    const hasty = createEngine({ childPath, timeoutMs: 50 });
    expect(await hasty.poster(sourceOf(path), at('k3'))).toMatchObject({
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
      expect(await engine.poster(sourceOf(path), at('env'))).toMatchObject({ ok: true });
    } finally {
      delete process.env.AV_FROM_SOURCE;
    }
  });
});
