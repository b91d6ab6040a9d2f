import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { planTranscode } from '../domain/plan.ts';
import { type BadInput, brokenRecordings, hugeLive, hugeStream, playlists, strangers } from './bad-inputs.ts';
import { rewrap } from './container-fixtures.ts';
import { bothEngines } from './engine.suite.ts';
import { makeClip } from './fixtures.ts';
import { identify } from './identify.ts';
import { loadNodeAv, type NodeAv } from './node-av.ts';
import { probe } from './probe.ts';
import type { RangeReader } from './range-reader.ts';
import { zipOf } from './zip-fixture.ts';

/** From the arrival to a refusal that names its reason. Milliseconds. */
const LIMIT = 5000;

let started = 0;
const ENGINES = bothEngines({ onStart: () => (started += 1), attempts: 1 });

let av: NodeAv;
let folder: string;
let canary: Server;
let origin: string;
const asked: (string | undefined)[] = [];

beforeAll(async () => {
  av = await loadNodeAv();
  folder = mkdtempSync(join(tmpdir(), 'bad-'));
  canary = createServer((request, response) => {
    asked.push(request.url);
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await new Promise((resolve) => canary.close(resolve));
  rmSync(folder, { recursive: true });
});

const SMALL = { width: 64, height: 64 };

const inMemory = (bytes: Buffer): RangeReader => ({
  size: bytes.length,
  read: async (start, end) => bytes.subarray(start, end),
});

const refusedAs = (code: string) => ({ ok: true, value: { ok: false, rejection: { code } } });

/** As a file is examined: what it is, what it holds, what would be made of it. */
async function examined({ bytes }: BadInput) {
  const source = inMemory(bytes);
  const begun = performance.now();
  const facts = await probe(source);
  const plan = facts.ok ? planTranscode(facts.value, 'test') : facts;
  expect(performance.now() - begun).toBeLessThan(LIMIT);
  return plan;
}

describe('what is no recording', () => {
  test('is refused by its first bytes, and no engine is started for it', async () => {
    for (const file of [...strangers(), ...playlists(origin)]) {
      const verdict = await identify(inMemory(file.bytes));
      expect([file.name, verdict]).toEqual([file.name, { ok: false, rejection: { code: file.expected } }]);
      expect(await examined(file)).toEqual(verdict);
    }
    expect(started).toBe(0);
    expect(asked).toEqual([]);
  });

  test('opens nothing even where it reaches the engine', async () => {
    const luring = playlists(origin).filter(({ bytes }) => bytes.includes(origin) && !bytes.includes('<svg'));
    for (const { engine } of ENGINES) {
      for (const { name, bytes } of luring) {
        const outcome = await engine.remux('avi', inMemory(bytes), folder);
        expect([name, outcome]).toEqual([name, refusedAs('NO_INDEX')]);
      }
    }
    expect(started).toBe(3 * ENGINES.length);
    expect(asked).toEqual([]);
  });

  test('is not unpacked: an archive is a course package by its directory alone', async () => {
    const scorm = zipOf(['imsmanifest.xml', 'index.html']);
    expect(await identify(inMemory(scorm))).toMatchObject({ ok: true, value: { kind: 'package' } });
    const deeper = zipOf(['inner/imsmanifest.xml']);
    expect(await identify(inMemory(deeper))).toMatchObject({ rejection: { code: 'MANIFEST_IN_FOLDER' } });
    expect(await identify(inMemory(scorm.subarray(0, 60)))).toMatchObject({ ok: false });
  });
});

describe('a recording', () => {
  test('that broke, lies, or costs more than it holds is refused with its reason', async () => {
    for (const file of brokenRecordings(av, folder)) {
      const verdict = await examined(file);
      const outcome = verdict.ok ? undefined : verdict.rejection.code;
      expect([file.name, outcome]).toEqual([file.name, file.expected]);
    }
  });

  test('that broke off says until where it is whole, and one that lies is planned by its samples', async () => {
    const files = brokenRecordings(av, folder);
    const of = (name: string) => files.find((file) => file.name === name) ?? expect.fail(name);
    const broken = await examined(of('half a file with its index in front'));
    expect(broken).toMatchObject({ ok: false, rejection: { code: 'TRUNCATED' } });
    expect(broken.ok || broken.rejection.goodUntilSeconds).toBeGreaterThan(1);
    const lying = await examined(of('six seconds that claim ten hours'));
    expect(lying).toMatchObject({ ok: true, value: { frames: 150 } });
    const live = await examined(of('half of what a browser recorded'));
    const frames = live.ok ? live.value.frames : 0;
    expect(frames).toBeGreaterThan(25);
    expect(frames).toBeLessThan(150);
  });

  test('cut anywhere is refused or taken, and never brings the reader down', async () => {
    const path = join(folder, 'short.mp4');
    makeClip(av, { path, picture: 'testsrc2=s=64x64:r=25:d=1', width: 64, height: 64 });
    const whole = readFileSync(path);
    for (let share = 1; share < 20; share += 1) {
      const bytes = whole.subarray(0, Math.floor((whole.length * share) / 20));
      const verdict = await examined({ name: String(share), bytes });
      expect(verdict.ok || ['EMPTY', 'NO_INDEX', 'TRUNCATED'].includes(verdict.rejection.code)).toBe(true);
    }
  });
});

describe.each(ENGINES)('$name: a recording', ({ engine }) => {
  test('without an index is refused by its header, before native code lays it anew', async () => {
    const before = started;
    const begun = performance.now();
    const huge = await engine.remux('matroska', inMemory(hugeLive(av, folder)), folder);
    expect(huge).toEqual(refusedAs('TOO_LARGE'));
    expect(performance.now() - begun).toBeLessThan(LIMIT);
    expect(started).toBe(before);
  });

  test('whose pictures alone say how large they are is refused before one of them is decoded', async () => {
    const begun = performance.now();
    const huge = await engine.remux('mpegts', inMemory(hugeStream(av, folder)), folder);
    expect(huge).toEqual(refusedAs('TOO_LARGE'));
    expect(performance.now() - begun).toBeLessThan(LIMIT);
  });

  test('is written nowhere but in files, whatever a folder is called', async () => {
    makeClip(av, {
      path: join(folder, 'lit.mkv'),
      picture: 'testsrc2=s=64x64:r=25:d=1',
      ...SMALL,
      container: 'matroska',
    });
    rewrap(av, join(folder, 'lit.mkv'), join(folder, 'lit.ts'), 'mpegts');
    const bytes = readFileSync(join(folder, 'lit.ts'));
    for (const name of [`${origin}/x`, `concat:${folder}|`]) {
      const outcome = await engine.remux('mpegts', inMemory(bytes), name);
      expect([name, outcome]).toMatchObject([name, { ok: false, failure: { code: 'ENGINE' } }]);
    }
    expect(asked).toEqual([]);
  });
});
