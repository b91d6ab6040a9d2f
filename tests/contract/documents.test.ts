import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { HELP } from '../../local/start/options.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = path.resolve(import.meta.dirname, '../..');
const NOT_OURS = ['node_modules', '.build', '.local', '.git', 'dist'];
const files = globSync('**/*.*', { cwd: root, exclude: (name) => NOT_OURS.includes(path.basename(name)) });

/** Documents for whoever works on or with the project; lessons of the demo are content. */
const documents = files
  .filter((file) => file.endsWith('.md') && !file.startsWith('local/demo/'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));

/** What GitHub makes of a heading: the anchor that a link names. */
const anchors = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

function isBroken(file: string, link: string): boolean {
  const [target = '', anchor] = link.split('#');
  const found = path.join(root, target === '' ? file : path.join(path.dirname(file), target));
  if (!existsSync(found)) return true;
  return anchor !== undefined && !anchors(readFileSync(found, 'utf8')).includes(anchor);
}

const all = (pattern: RegExp): { file: string; found: string }[] =>
  documents.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, found = '']) => ({ file, found: found.trim() })),
  );

describe('what the documents name is there', () => {
  it('is looked for in many of them', () => {
    expect(documents.length).toBeGreaterThan(25);
    expect(documents.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['README.md', 'CONTRIBUTING.md', 'docs/architecture.md', 'local/README.md']),
    );
  });

  it('every link within the project', () => {
    const links = all(/\]\(([^)\s]+)\)/g).filter(({ found }) => !/^\w+:/.test(found));
    expect(links.length).toBeGreaterThan(25);
    expect(links.filter(({ file, found }) => isBroken(file, found))).toEqual([]);
  });

  it('every command of npm', () => {
    const commands = all(/\bnpm ((?:run [\w-]+)|start|test)\b/g);
    expect(commands.length).toBeGreaterThan(10);
    const scripts = Object.keys(packageJson.scripts);
    expect(commands.filter(({ found }) => !scripts.includes(found.replace('run ', '')))).toEqual([]);
  });

  it('every switch of npm start', () => {
    const switches = all(/npm start -- (--[\w-]+)/g);
    expect(switches.length).toBeGreaterThan(2);
    expect(switches.filter(({ found }) => !HELP.includes(`  ${found} `))).toEqual([]);
  });

  it('every file that is called by its path, whole or from its room on', () => {
    const named = all(/`((?:[\w.-]+\/)+[\w.-]+\.(?:tsx?|mjs|js|css|json|md|html))`/g);
    expect(named.length).toBeGreaterThan(25);
    const exists = (found: string) => files.some((file) => file === found || file.endsWith(`/${found}`));
    expect(named.filter(({ found }) => !exists(found))).toEqual([]);
  });
});
