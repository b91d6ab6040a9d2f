import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi as vitest } from 'vitest';
import { cspHash, inlineParts } from './shells/inline-parts.ts';
import { documentedPages } from './shells/page-documents.ts';
import { en } from './src/messages/en.ts';
import { documentWords } from './src/messages/vi/document.ts';
import { vi } from './src/messages/vi.ts';
import { shellFile, sitePages } from './src/pages.ts';

/**
 * Gzipped kilobytes of script that a page may load before it can be used: on a learner's phone, where 60 are the goal and
 * what comes after the page may come before it stands, and at a desk or in the hall.
 */
const LEARNER_LIMIT_KB = 57.5;
const DESK_LIMIT_KB = 68;
/** Bytes of a gzipped document that arrive with the first answer: what a new connection may send at once, ten segments. */
const FIRST_ANSWER = 14_000;

let out = '';
const documents = new Map<string, string>();

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'hvs-web-'));
  const configFile = join(import.meta.dirname, 'vite.config.ts');
  // Under Vitest's own NODE_ENV the build is one for development, and larger than what is shipped.
  vitest.stubEnv('NODE_ENV', 'production');
  await build({ configFile, logLevel: 'error', build: { outDir: out } });
  vitest.unstubAllEnvs();
  for (const [name] of sitePages) documents.set(name, await readFile(join(out, shellFile(name)), 'utf8'));
}, 60_000);

afterAll(() => rm(out, { recursive: true, force: true }));

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found]) => found ?? '');
const scriptsOf = (html: string) => [
  ...all(html, /<link rel="modulepreload" href="([^"]+)"/g),
  ...all(html, /<script data-scripts="([^"]*)"/g).flatMap((files) => files.split(' ').filter(Boolean)),
];
const stylesOf = (html: string) => all(html, /<link rel="stylesheet" href="([^"]+)"/g);

const gzippedKb = async (files: readonly string[]): Promise<number> => {
  const sizes = await Promise.all(
    files.map(async (file) => gzipSync(await readFile(join(out, file))).length),
  );
  return sizes.reduce((sum, size) => sum + size, 0) / 1024;
};

describe('built site', () => {
  it('keeps the script of every page small', async () => {
    const rows: Record<string, string> = {};
    // A page of the local cloud holds every component there is, and no learner ever loads it.
    for (const [name, { deskWords, isBare }] of sitePages.filter(([, { isLocal }]) => !isLocal)) {
      const kb = await gzippedKb(scriptsOf(documents.get(name) ?? ''));
      rows[name] = `${kb.toFixed(1)} KB`;
      expect(kb, name).toBeLessThan(deskWords || isBare ? DESK_LIMIT_KB : LEARNER_LIMIT_KB);
      expect(kb, name).toBeGreaterThan(5);
    }
    console.table(rows);
  });

  it('asks for the script and the style of the page beside those of all pages, and for no other page', () => {
    for (const [name, html] of documents) {
      const [entry = ''] = all(html, /<script type="module" src="([^"]+)"/g);
      expect(scriptsOf(html), name).toContain(entry);
      expect(documents.get('not-found')).toContain(entry);
    }
    const quiz = documents.get('quiz') ?? '';
    expect(scriptsOf(quiz).some((file) => file.includes('/quiz-'))).toBe(true);
    // The styles of all pages of learners are one file.
    expect(stylesOf(quiz)).toHaveLength(1);
    expect([...scriptsOf(quiz), ...stylesOf(quiz)].join(' ')).not.toMatch(/\/(overview|campaigns?|people)-/);
  });

  it('fetches the video player only when a recording is played', async () => {
    for (const [name, html] of documents) expect(html, name).not.toContain('hls');
  });
});

describe('shell of a page', () => {
  it('has nothing inline but the two parts that the policy of the site names, and no data: address', () => {
    const { script, style } = inlineParts();
    for (const [name, html] of documents) {
      expect(all(html, /<style>(.*?)<\/style>/gs).map(cspHash), name).toEqual([cspHash(style)]);
      const inline = all(html, /<script(?![^>]* src=)[^>]*>(.*?)<\/script>/gs);
      expect(inline.map(cspHash), name).toEqual([cspHash(script)]);
      expect(html, name).not.toMatch(
        /\sstyle=|\son\w+=|data:|javascript:|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
      );
    }
  });

  it('shows the heading of its page once, in both languages, and what to do without script', () => {
    for (const [name, { heading }] of documentedPages) {
      const html = documents.get(name) ?? '';
      expect(all(html, /<h1>(.*?)<\/h1>/gs), name).toEqual([
        `<span class="words"><span lang="vi">${heading(vi)}</span><span lang="en" hidden>${heading(en)}</span></span>`,
      ]);
      expect(html).toContain(`<title>${heading(vi)} · ${vi.common.brand}</title>`);
      expect(html).toContain(`<noscript><p>${documentWords.needsScript}</p></noscript>`);
    }
  });

  it('has every class of its own inline in its style, so that nothing changes its place with the style sheet', () => {
    const { style } = inlineParts();
    const html = documents.get('courses') ?? '';
    const named = new Set(all(html, /class="([^"]+)"/g).flatMap((names) => names.split(' ')));
    // Of a button that is hidden until something failed.
    named.delete('btn');
    for (const name of named) expect(style).toContain(`.${name}`);
    expect(style).toMatch(/(^|})main{/);
  });

  it('starts the reads that the page table names, each part at its place in the address', () => {
    const starts = (name: string) => all(documents.get(name) ?? '', /data-starts="([^"]*)"/g);
    expect(starts('courses')).toEqual(['/v1/courses']);
    expect(starts('lesson')).toEqual(['/v1/courses/{2}/lessons/{4} /v1/courses/{2}']);
    expect(starts('quiz')).toEqual(['/v1/quizzes/{2}']);
    expect(documents.get('quiz')).toContain(
      'data-own-starts="/v1/attempts/{?lan} /v1/attempts/{?lan}/review /v1/quizzes/{2}/my-attempts /v1/my/enrolments" data-own-roles="learner" data-unless="hvs.quiz."',
    );
    expect(documents.get('help')).not.toContain('data-own-');
  });

  it('comes with the first answer of a new connection', () => {
    for (const [name, html] of documents) expect(gzipSync(html).length, name).toBeLessThan(FIRST_ANSWER);
  });
});
