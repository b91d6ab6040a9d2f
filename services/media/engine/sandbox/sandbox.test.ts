import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { childPath } from '../engine.suite.ts';
import { createEngine } from '../engine.ts';
import { makeClip } from '../fixtures.ts';
import { loadNodeAv } from '../node-av.ts';
import { runChild } from '../run-child.ts';
import { sourceOf } from '../test-media.ts';
import { startProgram } from './start-program.ts';

const fixture = (name: string) => fileURLToPath(new URL(`./fixture/${name}.ts`, import.meta.url));
const LIMITS = { timeoutMs: 60_000, maxRssBytes: 1e9, nodePath: undefined };

const folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
const path = join(folder, 'socket');
const clip = join(folder, 'clip.mp4');
let heard = 0;
const servers = [createServer(() => (heard += 1)), createServer(() => (heard += 1))] as const;
let port: number;

beforeAll(async () => {
  servers[0].listen(0);
  servers[1].listen(path);
  await Promise.all(servers.map((server) => once(server, 'listening')));
  ({ port } = servers[0].address() as AddressInfo);
  makeClip(await loadNodeAv(), { path: clip, picture: 'testsrc2=s=64x36:r=25:d=1', width: 64, height: 36 });
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(folder, { recursive: true });
});

const DENIED = {
  ...{ tcp: 'EPERM', tcp6: 'EPERM', unix: 'EPERM', udp: 'EPERM', listen: 'EPERM' },
  ...{ program: 'EPERM', signal: 'EPERM', owner: 'EPERM', rings: 0, thread: 'done', file: 'done' },
};

test('what breaks out of a decoder reaches no network, no program and no other process', async () => {
  const refusals: string[] = [];
  const options = {
    ...LIMITS,
    childPath: fixture('probing-child'),
    onNoSandbox: (why: string) => refusals.push(why),
  };
  const outcome = await runChild({ port, path }, undefined, options);
  expect(outcome).toEqual({ ok: true, value: { engine: 'none', said: DENIED } });
  expect({ refusals, heard }).toEqual({ refusals: [], heard: 0 });
});

test('a program reaches no network either, nor what it starts', async () => {
  const args = [fixture('probing-program'), String(port), path];
  const program = startProgram(process.execPath, args, { childPath, nodePath: undefined });
  const said = JSON.parse(await text(program.stderr as NodeJS.ReadableStream));
  expect(said).toEqual({ ...DENIED, program: 'done' });
  expect(heard).toBe(0);
});

test('a child that says what is no answer, or too much, is a failure of the engine', async () => {
  const options = { ...LIMITS, childPath: fixture('raving-child') };
  const said = [...['{not json}', 'null', '{"ok":true}'], 'x'.repeat(100_000)];
  const outcomes = await Promise.all(said.map((words) => runChild({ words }, undefined, options)));
  const failure = { code: 'ENGINE', detail: 'the child said what is no answer' };
  expect(outcomes).toEqual(said.map(() => ({ ok: false, failure })));
});

test('a child that could not read its job has crashed, which another try may not', async () => {
  const options = { ...LIMITS, childPath: fixture('raving-child') };
  const outcome = await runChild({ words: null }, undefined, options);
  expect(outcome).toMatchObject({ ok: false, failure: { code: 'CRASHED' } });
});

const confined = (status: string) => /^(NoNewPrivs|Seccomp):.*$/gm[Symbol.match](status);
const CONFINED = ['NoNewPrivs:\t1', 'Seccomp:\t2'];

test('the engine is cut off before it asks for the first byte of a file', async () => {
  let pid = 0;
  const seen: unknown[] = [];
  const source = sourceOf(clip);
  const engine = createEngine({ childPath, onStart: (started) => (pid = started) });
  const watched = {
    ...source,
    read(start: number, end: number) {
      const files = readdirSync(`/proc/${pid}/fd`).map((file) => readlinkSync(`/proc/${pid}/fd/${file}`));
      const status = readFileSync(`/proc/${pid}/status`, 'utf8');
      seen.push({ confined: confined(status), rings: files.filter((file) => file.includes('io_uring')) });
      return source.read(start, end);
    },
  };
  expect(await engine.poster(watched, join(folder, 'poster'))).toMatchObject({ ok: true });
  expect(seen[0]).toEqual({ confined: CONFINED, rings: [] });
});

test('a program is cut off, and is the process that was started', async () => {
  const script = 'echo $$; cat /proc/$$/status; kill -9 $$';
  const program = startProgram('sh', ['-c', `exec >&2; ${script}`], { childPath, nodePath: undefined });
  const said = await text(program.stderr as NodeJS.ReadableStream);
  expect(said.split('\n')[0]).toBe(String(program.pid));
  expect(confined(said)).toEqual(CONFINED);
});

test('where the system takes no filter, the work goes on and says so', async () => {
  const refusals: string[] = [];
  const engine = createEngine({
    childPath: fixture('walled/child'),
    onNoSandbox: (why) => refusals.push(why),
  });
  expect(await engine.poster(sourceOf(clip), join(folder, 'walled'))).toMatchObject({ ok: true });
  expect(refusals).toEqual(['seccomp: EPERM']);
});

/** The permissions of the superuser are not bound by it. */
const asNobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

const reads = ['-e', 'fs.readFileSync(process.argv[1])', fixture('closed-parent')];
const isReachable = spawnSync(process.execPath, reads, asNobody).status === 0;

test.runIf(isReachable)('a child cannot read the credentials of its parent', async () => {
  const parent = spawn(process.execPath, [fixture('closed-parent')], { env: { SECRET: '1' }, ...asNobody });
  expect(JSON.parse(await text(parent.stdout))).toEqual({
    before: true,
    after: '',
    said: expect.stringContaining('Permission denied'),
  });
});
