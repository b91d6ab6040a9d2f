import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Searchable } from '../../services/library/domain/search/searchable.ts';

export const MATERIALS = 20_000;
const QUERIES = 200;
/** Every fourth material is spoken for some minutes. */
const SPOKEN_WORDS = 300;

const root = path.resolve(import.meta.dirname, '../..');
const folders = ['web/src/messages/vi', 'local/demo/content'];

/** Running Vietnamese text: how often syllables come and follow each other decides what a search costs. */
function runningText(): readonly string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder))
      .filter((name) => /[.](ts|json)$/.test(name))
      .map((name) => readFileSync(path.join(root, folder, name), 'utf8')),
  );
  return files.join(' ').match(/\p{L}{1,8}/gu) ?? [];
}

/** The same numbers in every run (MINSTD, Park and Miller 1988). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const text = runningText();
const next = numbers(20_261_126);
const piece = (words: number): string => {
  const at = next(text.length - words);
  return text.slice(at, at + words).join(' ');
};

/** A library of the size that the centre plans for. */
export const materials: readonly Searchable[] = Array.from({ length: MATERIALS }, (_, place) => ({
  id: `m${place}`,
  title: `${piece(4)} ${piece(4)}`,
  about: piece(20),
  spoken: place % 4 === 0 ? piece(SPOKEN_WORDS) : '',
  facets: [`kind:${place % 3 ? 'video' : 'link'}`],
}));

/** The pages of a made-up document, with as many words as a printed one. */
export const madePages = (pages: number, words = 300): readonly { readonly text: string }[] =>
  Array.from({ length: pages }, () => ({ text: piece(words) }));

/** One letter of the last word is another one. */
export function mistyped(query: string): string {
  const at = query.length - 1 - next(2);
  return `${query.slice(0, at)}${'aeiouhnt'[next(8)]}${query.slice(at + 1)}`;
}

/** What people type, 1 to 4 words that stand somewhere. */
export const typed: readonly string[] = Array.from({ length: QUERIES }, (_, place) => piece(1 + (place % 4)));

/** Milliseconds of each search. */
export const timesOf = (queries: readonly string[], search: (query: string) => unknown): number[] =>
  queries.map((query) => {
    const began = performance.now();
    search(query);
    return performance.now() - began;
  });
