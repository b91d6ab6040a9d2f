import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { vi } from './vi.ts';

const SOURCE = join(import.meta.dirname, '..');

/** Every sentence by its path; sentences with numbers or names in them by `()`. */
const leaves = (value: unknown, path = ''): [string, string][] => {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[`${path}()`, String(value)]];
  return Object.entries(value as object).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
};

const sources = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  .filter((file) => !file.startsWith(join('messages', 'vi')));

const code = (file: string) =>
  readFileSync(join(SOURCE, file), 'utf8')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^\s*\/\/.*$/gm, '');

describe('message catalogues', () => {
  it('say the same things in both languages, none of them empty', () => {
    expect(
      leaves(en)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      leaves(vi)
        .map(([path]) => path)
        .sort(),
    );
    for (const [path, text] of [...leaves(vi), ...leaves(en)]) expect(text.trim(), path).not.toBe('');
  });

  it('keep Vietnamese in sentences of at most twenty words', () => {
    for (const [path, text] of leaves(vi).filter(([path]) => !path.endsWith('()'))) {
      for (const sentence of text.split(/[.?!]/)) {
        expect(sentence.trim().split(/\s+/).length, `${path}: ${sentence}`).toBeLessThanOrEqual(20);
      }
    }
  });

  it('are the only place with Vietnamese in it', () => {
    const letters = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/u;
    const found = sources.filter((file) => letters.test(code(file)));
    expect(found).toEqual([]);
  });

  it('are the only place with words drawn on a page', () => {
    const words = /(?<!=)>\s*[A-Za-z]{3,}[^<>{}=;()]*</;
    const found = sources.filter((file) => file.endsWith('.tsx') && words.test(code(file)));
    expect(found).toEqual([]);
  });
});
