import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentedPage, documentedPages } from '../shells/page-documents.ts';
import { routes } from './api/routes.generated.ts';
import { en } from './messages/en.ts';
import { desk } from './messages/vi/desk.ts';
import { everybody } from './messages/vi/everybody.ts';
import { vi } from './messages/vi.ts';
import { type DeskWords, wordsFile } from './messages/words-file.ts';
import { addressPattern, pageAt, sitePages } from './pages.ts';

const reads = (needSignIn: boolean) =>
  Object.values(routes)
    .filter(([method, , needsSignIn]) => method === 'GET' && Boolean(needsSignIn) === needSignIn)
    .map(([, path]) => path);
const [publicReads, ownReads] = [reads(false), reads(true)];

/** A part of an address as people and services make them: slugs, identifiers, and letters that are escaped. */
const part = fc.oneof(
  fc.stringMatching(/^[a-z0-9-]{1,30}$/),
  fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{26}$/),
  fc.string({ unit: 'grapheme', minLength: 1 }).map(encodeURIComponent),
);
const fixedParts = sitePages.flatMap(([, { path }]) => path?.split('/') ?? []);
const freePart = part.filter((text) => !fixedParts.includes(text) && !/^\.{1,2}$/.test(text));

const filled = (path: string, parts: readonly string[]): string => {
  let at = 0;
  return path.replace(/:\w+/g, () => parts[at++] ?? '');
};

const PAGES = join(import.meta.dirname, 'pages');

/** The sources that a page is made of: those of its script, and those that it fetches later. */
const sourcesOf = (file: string, seen = new Map<string, string>()): Map<string, string> => {
  if (seen.has(file)) return seen;
  const text = readFileSync(file, 'utf8');
  seen.set(file, text);
  for (const [, next = ''] of text.matchAll(/(?:from|import\() ?'(\.[^']+\.tsx?)'/g)) {
    const found = join(file, '..', next);
    // Catalogues name each other; the frame and the other pages have words of their own.
    if (!/\/(messages|session|api|services)\/|\/app\.tsx$/.test(found)) sourcesOf(found, seen);
  }
  return seen;
};

/** The parts of the catalogue, of those named, that a source takes from the messages. */
const wordsIn = (parts: object, source: string): readonly string[] => {
  const taken = [...source.matchAll(/\{([^()=]*)\}(?= = (?:useMessages\(\)|messages\b)|: Messages\b)/g)].map(
    ([, names]) => names,
  );
  const named = [...source.matchAll(/\bmessages\.(\w+)/g)].map(([, name]) => name);
  const words = [...taken, ...named].join(',');
  return Object.keys(parts).filter((part) => new RegExp(`\\b${part}\\b`).test(words));
};

/** What each part brings, from the very source that is fetched. */
const PART_OF_DESK = Object.fromEntries(
  await Promise.all(
    [...new Set(sitePages.flatMap(([, { deskWords = [] }]) => deskWords))].map(async (part) => [
      part,
      await import(join(import.meta.dirname, wordsFile(part))),
    ]),
  ),
) as Readonly<Record<DeskWords, object>>;

describe('page table', () => {
  it('names the words for desks that a page says, and no others', () => {
    for (const [name, { module, deskWords }] of documentedPages) {
      const sources = [...sourcesOf(join(PAGES, `${module}.tsx`)).values()];
      const said = [...new Set(sources.flatMap((source) => wordsIn(desk, source)))];
      const brought = (part: DeskWords) => Object.keys(PART_OF_DESK[part]);
      for (const part of deskWords ?? [])
        expect(said, `${name}: ${part}`).toSatisfy(() => brought(part).some((one) => said.includes(one)));
      const later = sources.flatMap((source) => [...source.matchAll(/\bloadWords\(\['(\w+)'\]\)/g)]);
      const fetched = later.map(([, part]) => part as DeskWords).filter((part) => part in PART_OF_DESK);
      const here = [...(deskWords ?? []), ...fetched].flatMap(brought);
      expect(here, name).toEqual(expect.arrayContaining(said));
    }
  });

  it('brings the words of one page alone with the script that says them', () => {
    const ofOnePage = Object.fromEntries(
      Object.entries(vi).filter(([part]) => !(part in everybody || part in desk || part === 'items')),
    );
    expect(Object.keys(ofOnePage)).toEqual([
      'audience',
      'calendar',
      'certificates',
      'downloads',
      'materials',
      'names',
      'packages',
      'player',
      'recording',
      'table',
      'tv',
      'watching',
    ]);
    for (const [name, { module }] of documentedPages) {
      const sources = [...sourcesOf(join(PAGES, `${module}.tsx`)).values()];
      const said = sources.flatMap((source) => wordsIn(ofOnePage, source));
      for (const part of new Set(said))
        expect(sources.join(), name).toMatch(new RegExp(`\\bbringWords\\({[^}]*\\b${part}\\b`));
    }
  });

  it('names the component that the router fetches', () => {
    const fetchedBy = (file: string) => {
      const source = readFileSync(join(import.meta.dirname, file), 'utf8');
      const found = source.matchAll(/^ {2}'?([\w-]+)'?: \(\) => import\('\.\/pages\/(.+)\.tsx'\),$/gm);
      return Object.fromEntries([...found].map(([, name, module]) => [name, module]));
    };
    const named = (isForDesk: boolean) =>
      Object.fromEntries(
        documentedPages.flatMap(([name, { module, deskWords }]) =>
          (deskWords !== undefined) === isForDesk ? [[name, module]] : [],
        ),
      );
    expect(fetchedBy('app.tsx')).toEqual(named(false));
    expect(fetchedBy('desk-pages.ts')).toEqual(named(true));
    for (const [, { module }] of documentedPages)
      expect(existsSync(join(import.meta.dirname, 'pages', `${module}.tsx`)), module).toBe(true);
  });

  it.each([
    { kind: 'without a sign-in', known: publicReads, of: ({ starts = [] }: DocumentedPage) => starts },
    { kind: 'in a name', known: ownReads, of: ({ own }: DocumentedPage) => own?.reads ?? [] },
  ])('starts reads $kind only where the contract has them so, from parts of the address', ({ known, of }) => {
    for (const [name, page] of documentedPages) {
      for (const address of of(page)) {
        const shape = (text: string) => text.replace(/(?<=\/)[:?]\w+|\{\w+\}/g, '{}').replace(/\?.*$/, '');
        expect(known.map(shape), name).toContain(shape(address));
        for (const [part] of address.matchAll(/:\w+/g)) expect(page.path?.split('/'), name).toContain(part);
      }
    }
  });

  it('has a heading for every page in both languages', () => {
    for (const words of [vi, en])
      for (const [name, { heading }] of documentedPages) expect(heading(words).trim(), name).not.toBe('');
  });

  it('finds each page at its address, whatever the differing parts are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sitePages),
        fc.array(freePart, { minLength: 3 }),
        ([name, page], parts) => {
          if (page.path) expect(pageAt(filled(page.path, parts))).toBe(name);
        },
      ),
    );
  });

  it('finds nothing above, below or beside the pages', () => {
    fc.assert(
      fc.property(freePart, (text) => {
        expect(pageAt(`/${text}`)).toBe('not-found');
        expect(pageAt(`/khoa-hoc/${text}/bai/1/${text}`)).toBe('not-found');
        expect(pageAt(`/kiem-tra`)).toBe('not-found');
      }),
    );
    // Cut in the middle of a letter, as a chat program cuts a long address.
    expect(pageAt('/khoa-hoc/%E0%A4%A')).toBe('not-found');
    expect(pageAt('/soan-khoa-hoc/moi')).toBe('new-course');
    expect(pageAt('/khoa-hoc/')).toBe('courses');
    expect(addressPattern('/a/:b')).toBe('^/a/[^/]+/?$');
  });
});
