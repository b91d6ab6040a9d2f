import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it, vi as vitest } from 'vitest';

/** Gzipped kilobytes of script: the library for SCORM 1.2 is 19 of them, and nobody loads it who opens no package. */
const LIMIT_KB = 23;

let out = '';

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hvs-player-'));
  vitest.stubEnv('NODE_ENV', 'production');
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: out } });
  vitest.unstubAllEnvs();
}, 60_000);
afterAll(() => rm(out, { recursive: true, force: true }));

it('is one small script', async () => {
  const scripts = (await readdir(join(out, 'assets'))).filter((name) => name.endsWith('.js'));
  expect(scripts).toHaveLength(1);
  const kb = gzipSync(await readFile(join(out, 'assets', scripts[0] ?? ''))).length / 1024;
  expect(kb).toBeLessThan(LIMIT_KB);
});

it('has nothing inline, which its policy would refuse', async () => {
  const html = await readFile(join(out, 'index.html'), 'utf8');
  expect(html).not.toMatch(/<style|<script(?![^>]* src="\/assets\/)|\sstyle=|\son\w+=|data:|https?:/);
});
