import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..');
/** These say for paper and for forced colours what others said for the screen. */
const AMENDS = /^styles\/(?:print|forced-colors)\.css$/;

/** Without comments, and without what stands in brackets: its commas part no selectors. */
const read = (file: string): string =>
  readFileSync(join(SOURCE, file), 'utf8').replaceAll(/\/\*[\s\S]*?\*\/|\([^()]*\)/g, '');

/** Classes that a stylesheet gives their looks wherever they stand. */
const classesIn = (file: string): string[] =>
  [...read(file).matchAll(/([^{}]+)\{/g)]
    .flatMap(([, selectors = '']) => selectors.split(','))
    .flatMap((selector) => /^\.([\w-]+)$/.exec(selector.trim())?.[1] ?? []);

it('no class gets its looks from two stylesheets: those of a page stay when one goes on to the next', () => {
  const looks = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css') && !AMENDS.test(file))
    .flatMap((file) => [...new Set(classesIn(file))].map((name) => ({ name, file })));
  expect(looks.length).toBeGreaterThan(300);
  const doubled = [...Map.groupBy(looks, ({ name }) => name).values()].filter((places) => places.length > 1);
  expect(doubled).toEqual([]);
});
