import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { runChild } from '../../services/media/engine/run-child.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';
import { list, type Platform, type Resource } from './platform.ts';

const build = path.resolve(import.meta.dirname, '../../.build');
/** Lambda's limit for a function and its layers, unpacked (developer guide, Lambda quotas): 250 MB. */
const UNPACKED_LIMIT = 250 * 1000 ** 2;

const folderOf = (layer: Resource): string =>
  path.join(build, 'layers', String(layer.properties.Description));

const bytesBelow = (folder: string): number =>
  globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(path.join(entry.parentPath, entry.name)).size, 0);

/** Has the bundled child do one job where nothing but the layer holds packages. */
async function runInLayer(layer: string, script: string, job: object): Promise<unknown> {
  const folder = mkdtempSync(path.join(tmpdir(), 'layer-'));
  try {
    for (const name of [script, 'launch-child.mjs']) {
      cpSync(path.join(build, 'functions/media/engine', name), path.join(folder, name));
    }
    const sourcePath = path.join(folder, 'source');
    const resultPath = path.join(folder, 'result.json');
    writeFileSync(sourcePath, tinyPdf([{ lines: ['Bài 1'], size: [100, 100] }]));
    const options = {
      ...{ childPath: path.join(folder, script), nodePath: path.join(layer, 'nodejs/node_modules') },
      ...{ timeoutMs: 60_000, maxRssBytes: 1e9 },
    };
    const outcome = await runChild({ ...job, sourcePath, resultPath, outDir: folder }, undefined, options);
    expect(outcome).toMatchObject({ ok: true });
    return JSON.parse(readFileSync(resultPath, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Native packages, which no bundle holds. */
export function layersSuite(platform: Platform): void {
  const layered = platform
    .all('AWS::Lambda::Function')
    .filter(({ properties }) => list(properties.Layers).length > 0);

  it.each(layered)('$address fits with its layers', (lambda) => {
    const layers = list(lambda.properties.Layers).map((layer) => platform.follow(lambda, layer)!);
    const bytes = layers.reduce((sum, layer) => sum + bytesBelow(folderOf(layer)), 0);
    expect(bytes).toBeGreaterThan(10_000_000);
    expect(bytes).toBeLessThan(UNPACKED_LIMIT - 5_000_000);
  });

  it('plans are made on the processor that works on them, whose name they carry', () => {
    const processorOf = (name: RegExp) =>
      platform
        .all('AWS::Lambda::Function')
        .filter(({ address }) => name.test(address))
        .map(({ properties }) => properties.Architectures);
    const [planning, working] = [/OnUploadArrived/, /TranscodePart/].map(processorOf);
    expect(working).toHaveLength(1);
    expect(planning).toEqual(working);
  });

  it.each(['media-engine', 'page-engine'])('%s holds what its child asks the system by', (name) => {
    const layer = platform
      .all('AWS::Lambda::LayerVersion')
      .find(({ properties }) => String(properties.Description).startsWith(name));
    const binary = `@koromix/koffi-linux-${process.arch}/linux_${process.arch}/koffi.node`;
    const script = `const { load } = require('${binary}'); load('libc.so.6').func('int prctl(int)')`;
    const env = { NODE_PATH: path.join(folderOf(layer!), 'nodejs/node_modules') };
    expect(() => execFileSync(process.execPath, ['-e', script], { env, cwd: tmpdir() })).not.toThrow();
  });

  it('the wrapper that the child holds has its licence beside it', () => {
    const folder = path.join(build, 'functions/media/transcode-part.queue');
    expect(readFileSync(path.join(folder, 'child.mjs'), 'utf8')).toContain('node-av native binding');
    expect(readFileSync(path.join(folder, 'node-av-LICENSE.md'), 'utf8')).toContain('MIT License');
  });

  describe('the layer of pages', () => {
    it('holds all that drawing a page and encoding it loads', async () => {
      const layer = platform
        .all('AWS::Lambda::LayerVersion')
        .find(({ properties }) => String(properties.Description).startsWith('page-engine'));
      const job = { type: 'make-pages', pages: [{ page: 1, width: 160, height: 160 }] };
      expect(await runInLayer(folderOf(layer!), 'pages-child.mjs', job)).toMatchObject([
        { page: 1, text: 'Bài 1' },
      ]);
    });
  });
}
