import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { makeClip } from './fixtures.ts';
import { loadNodeAv } from './node-av.ts';
import { sourceOf } from './test-media.ts';

const BINARIES = {
  engine: `@seydx/node-av-linux-${process.arch}`,
  sandbox: `@koromix/koffi-linux-${process.arch}`,
};

let folder: string;
let childPath: string;
let bundled: readonly string[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layer-'));
  childPath = join(folder, 'child.mjs');
  const entryPoints = ['child', 'launch-child'].map((name) =>
    fileURLToPath(new URL(`./${name}.ts`, import.meta.url)),
  );
  const { metafile } = await build({
    ...{ entryPoints, outdir: folder, outExtension: { '.js': '.mjs' }, metafile: true },
    ...{ bundle: true, platform: 'node', format: 'esm', target: 'node24' },
  });
  bundled = Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'));
  for (const name of Object.values(BINARIES)) {
    mkdirSync(dirname(join(folder, 'layer', 'node_modules', name)), { recursive: true });
    const installed = fileURLToPath(new URL(`../../../node_modules/${name}`, import.meta.url));
    symlinkSync(installed, join(folder, 'layer', 'node_modules', name));
  }
  makeClip(await loadNodeAv(), {
    path: join(folder, 'clip.mp4'),
    picture: 'testsrc2=s=64x36:r=25:d=1',
    width: 64,
    height: 36,
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What becomes of a job, and why the system did not cut its process off, if so. */
async function poster(nodePath: string) {
  const refusals: string[] = [];
  const engine = createEngine({ childPath, nodePath, onNoSandbox: (why) => refusals.push(why) });
  const outcome = await engine.poster(sourceOf(join(folder, 'clip.mp4')), join(folder, 'out'));
  return { outcome, refusals };
}

test('the bundle holds what wraps the engine and nothing of FFmpeg', () => {
  const wrapper = /node_modules\/node-av\/dist\/(lib|constants|utils)\/[\w-]+\.js$/;
  expect(bundled.length).toBeGreaterThan(0);
  expect(bundled.filter((path) => !wrapper.test(path))).toEqual([]);
});

test('the bundled child finds its native packages in a layer', async () => {
  const { outcome, refusals } = await poster(`${folder}/absent:${folder}/layer/node_modules`);
  expect(outcome).toMatchObject({ ok: true });
  expect(refusals).toEqual([]);
});

test('without the layer the failure says what is missing', async () => {
  const { outcome, refusals } = await poster(`${folder}/absent`);
  expect(refusals).toEqual([expect.stringContaining(`Cannot find module '${BINARIES.sandbox}`)]);
  expect(outcome).toMatchObject({
    ok: false,
    failure: { code: 'ENGINE', detail: expect.stringContaining(`Cannot find module '${BINARIES.engine}`) },
  });
});
