import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

type Chunk = {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
};

/** Gzipped kilobytes of script that a page may load before it can be used. */
const LEARNER_LIMIT_KB = 60;
const STAFF_LIMIT_KB = 70;
const LEARNER = [
  'home/home',
  'sign-in/sign-in',
  'courses/courses',
  'courses/course',
  'lesson/lesson',
  'quiz/quiz',
];
const STAFF = [
  'upload/upload',
  'campaigns/campaign',
  'overview/overview',
  'people/people',
  'authoring/course-desk',
];

let out = '';
let manifest: Record<string, Chunk> = {};

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hvs-web-'));
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  await build({ configFile, logLevel: 'error', build: { outDir: out } });
  manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
}, 60_000);

afterAll(() => rm(out, { recursive: true, force: true }));

/** A chunk and everything it cannot start without. */
const needed = (key: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const other of manifest[key]?.imports ?? []) needed(other, seen);
  return seen;
};

const scriptKb = async (page: string): Promise<number> => {
  const keys = needed(`src/pages/${page}.tsx`, needed('index.html'));
  const files = [...keys].map((key) => manifest[key]?.file ?? '');
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(out, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
};

describe('built site', () => {
  it('keeps the script of every page small', async () => {
    const rows: Record<string, string> = {};
    for (const page of [...LEARNER, ...STAFF]) {
      const kb = await scriptKb(page);
      rows[page] = `${kb.toFixed(1)} KB`;
      expect(kb, page).toBeLessThan(LEARNER.includes(page) ? LEARNER_LIMIT_KB : STAFF_LIMIT_KB);
      expect(kb, page).toBeGreaterThan(5);
    }
    console.table(rows);
  });

  it('fetches the video player only when a recording is played', () => {
    const player = Object.keys(manifest).find((key) => key.includes('hls.light'));
    expect(player).toBeDefined();
    for (const page of [...LEARNER, ...STAFF]) {
      expect(needed(`src/pages/${page}.tsx`).has(player ?? '')).toBe(false);
    }
  });

  it('has no inline script or style and no data: address, which the content policy forbids', async () => {
    const html = await readFile(join(out, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)/);
    expect(html).not.toMatch(/<style|\sstyle=|data:/);
  });
});
