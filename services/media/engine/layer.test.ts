import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from './engine.ts';
import { makeClip } from './fixtures.ts';
import { loadNodeAv } from './node-av.ts';
import { sourceOf } from './test-media.ts';

let folder: string;
let childPath: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'layer-'));
  childPath = join(folder, 'child.mjs');
  const entry = fileURLToPath(new URL('./child.ts', import.meta.url));
  const options = { bundle: true, platform: 'node', format: 'esm', target: 'node24' } as const;
  const { metafile } = await build({ ...options, entryPoints: [entry], outfile: childPath, metafile: true });
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([]);
  mkdirSync(join(folder, 'layer', 'node_modules'), { recursive: true });
  for (const name of ['node-av', 'koffi']) {
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

test('the bundled child finds its native packages in a layer', async () => {
  const { outcome, refusals } = await poster(`${folder}/absent:${folder}/layer/node_modules`);
  expect(outcome).toMatchObject({ ok: true });
  expect(refusals).toEqual([]);
});

test('without the layer the failure says what is missing', async () => {
  const { outcome, refusals } = await poster(`${folder}/absent`);
  expect(refusals).toEqual([expect.stringContaining("Cannot find module 'koffi'")]);
  expect(outcome).toMatchObject({
    ok: false,
    failure: { code: 'ENGINE', detail: expect.stringContaining("Cannot find module 'node-av/lib'") },
  });
});
