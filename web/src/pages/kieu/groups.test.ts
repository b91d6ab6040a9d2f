import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { kieu as en } from '../../messages/en/kieu.ts';
import { kieu as vi } from '../../messages/vi/kieu.ts';

const UI = join(import.meta.dirname, '../../ui');

/** Every component that a page may take from web/src/ui, by the name it is exported under; and the table of desks. */
const TABLE = join(import.meta.dirname, '../../table/data-table.tsx');
const components = [TABLE, ...readdirSync(UI).map((file) => join(UI, file))]
  .filter((file) => file.endsWith('.tsx'))
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^export const ([A-Z][A-Za-z]*[a-z]\w*) = /gm)].map(
      ([, name]) => name,
    ),
  );

/** The samples as they are written; loading them would open what a browser has and a test has not. */
const SAMPLES = join(import.meta.dirname, 'samples');
const samples = readdirSync(SAMPLES).flatMap((file) =>
  [
    ...readFileSync(join(SAMPLES, file), 'utf8').matchAll(
      /\bof: '([^']+)',\s+as: '(\w+)'|\baround\('(\w+)'\)/g,
    ),
  ].map(([, of, as = 'thisPage', around]) => ({ of: of ?? around ?? '', as })),
);

describe('the living page of components', () => {
  it('has a sample of every component (add yours to web/src/pages/kieu/samples)', () => {
    const shown = new Set(samples.map(({ of }) => of));
    expect(components.length).toBeGreaterThan(20);
    expect(components.filter((name) => name && !shown.has(name))).toEqual([]);
  });

  it('shows no component that is gone, and no state twice', () => {
    const named = samples.map(({ of }) => of).filter((of) => /^[A-Z]/.test(of));
    expect(named.filter((name) => !components.includes(name))).toEqual([]);
    const states = samples.map(({ of, as }) => `${of} ${as}`);
    expect(states.filter((state, at) => states.indexOf(state) !== at)).toEqual([]);
  });

  it('has each file of samples in a group', () => {
    const groups = readFileSync(join(import.meta.dirname, 'groups.ts'), 'utf8');
    for (const file of readdirSync(SAMPLES)) expect(groups).toContain(`./samples/${file}`);
  });

  it('leaves no word out in either language', () => {
    const empty = (words: object): string[] =>
      Object.entries(words).flatMap(([key, value]) =>
        typeof value === 'object' ? empty(value) : String(value).trim() === '' ? [key] : [],
      );
    expect([...empty(vi), ...empty(en)]).toEqual([]);
  });
});
