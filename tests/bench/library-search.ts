import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { MaterialIndex } from '../../services/library/domain/search/material-index.ts';
import type { Searchable } from '../../services/library/domain/search/searchable.ts';
import { matchesSearch } from '../../shared/text/vietnamese.ts';
import { printTable, quantile } from './figures.ts';

const MATERIALS = 20_000;
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

const materials: readonly Searchable[] = Array.from({ length: MATERIALS }, (_, place) => ({
  id: `m${place}`,
  title: `${piece(4)} ${piece(4)}`,
  about: piece(20),
  spoken: place % 4 === 0 ? piece(SPOKEN_WORDS) : '',
  facets: [`kind:${place % 3 ? 'video' : 'link'}`],
}));

/** One letter of the last word is another one. */
function mistyped(query: string): string {
  const at = query.length - 1 - next(2);
  return `${query.slice(0, at)}${'aeiouhnt'[next(8)]}${query.slice(at + 1)}`;
}

function measure(queries: readonly string[], search: (query: string) => unknown) {
  const times = queries.map((query) => {
    const began = performance.now();
    search(query);
    return performance.now() - began;
  });
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** What one would write first: every material's texts are folded and looked through for every search. */
const lookThrough = (query: string) =>
  materials
    .filter(({ title, about, spoken }) => matchesSearch(`${title} ${about} ${spoken}`, query))
    .slice(0, 20);

export function benchLibrarySearch(): void {
  const began = performance.now();
  const index = new MaterialIndex();
  for (const material of materials) index.put(material);
  const building = performance.now() - began;
  const typed = Array.from({ length: QUERIES }, (_, place) => piece(1 + (place % 4)));
  const search = (query: string) => index.search({ query, limit: 20 });
  search(typed[0] ?? '');
  const plain = measure(typed.slice(0, 10), lookThrough);
  const row = (name: string, { p50, p99 }: ReturnType<typeof measure>) => [name, p50, p99, plain.p50 / p50];
  printTable(
    `Searching ${MATERIALS} materials (index built in ${building.toFixed(0)} ms)`,
    ['Search', 'p50 ms', 'p99 ms', 'faster than looking through'],
    [
      row('looking through all texts', plain),
      row('as typed, 1 to 4 words', measure(typed, search)),
      row('with a typo', measure(typed.map(mistyped), search)),
    ],
  );
}
