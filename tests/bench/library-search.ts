import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { CatalogueRecord } from '../../services/library/domain/catalogue.ts';
import { linesOfPages } from '../../services/library/domain/page-lines.ts';
import { MaterialIndex } from '../../services/library/domain/search/material-index.ts';
import type { Transcript } from '../../services/library/domain/transcript.ts';
import { SearchShelf } from '../../services/library/search-shelf.ts';
import { matchesSearch } from '../../shared/text/vietnamese.ts';
import { MATERIALS, madePages, materials, mistyped, timesOf, typed } from '../support/made-library.ts';
import { printTable, quantile } from './figures.ts';

function measure(queries: readonly string[], search: (query: string) => unknown) {
  const times = timesOf(queries, search);
  return { p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** What one would write first: every material's texts are folded and looked through for every search. */
const lookThrough = (query: string) =>
  materials
    .filter(({ title, about, spoken }) => matchesSearch(`${title} ${about} ${spoken}`, query))
    .slice(0, 20);

const DOCUMENTS = 1_000;
const PAGES = 20;
const AT = '2026-11-27T02:00:00.000Z';

const recordOf = (_: unknown, place: number): CatalogueRecord => ({
  ...{ materialId: `d${place}`, revision: 1, changedAt: AT },
  entry: {
    ...{ version: 1, kind: 'document', title: `Tài liệu ${place}`, summary: '', language: 'vi' },
    ...{ licence: 'CC BY 4.0', source: 'Trung tâm', tracks: ['ai'], audiences: [], competenceCodes: [] },
    ...{ access: 'open', issuedAt: AT, assetId: `d${place}` },
  },
});
const wordsOf = (place: number): Transcript => ({
  ...{ assetId: `d${place}`, language: 'vi', version: 1, at: AT },
  // As the table gives them: pieces of their own, not of the page.
  lines: JSON.parse(JSON.stringify([...linesOfPages(madePages(PAGES))])),
});

/** Bytes of the heap and beside it, once everything that nobody holds is gone. */
function bytesHeld(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  for (let round = 0; round < 3; round += 1) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** What the shelf of a function holds of documents of which so many are listed. MB. */
async function memoryOf(listed: number): Promise<number> {
  const before = bytesHeld();
  const shelf = new SearchShelf({
    catalogue: {
      recordsSince: async function* () {
        yield Array.from({ length: listed }, recordOf);
      },
    },
    transcripts: {
      ofAsset: async () => [],
      since: async function* () {
        for (let place = 0; place < DOCUMENTS; place += 1) yield [wordsOf(place)];
      },
    },
  });
  await shelf.freshen(AT);
  shelf.index.search({ query: 'tai lieu', limit: 20 });
  const held = (bytesHeld() - before) / 1e6;
  if (shelf.index.size !== listed) throw new Error(`${shelf.index.size} of ${listed} are on the shelf`);
  return held;
}

async function benchMemory(): Promise<void> {
  // What is compiled and kept once is nobody's.
  await memoryOf(DOCUMENTS / 10);
  printTable(
    `Memory of ${DOCUMENTS} documents of ${PAGES} pages that were sent`,
    ['Of them listed', 'MB'],
    [
      ['all', await memoryOf(DOCUMENTS)],
      ['half', await memoryOf(DOCUMENTS / 2)],
      ['none', await memoryOf(0)],
    ],
  );
}

export async function benchLibrarySearch(): Promise<void> {
  const began = performance.now();
  const index = new MaterialIndex();
  for (const material of materials) index.put(material);
  const building = performance.now() - began;
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
  await benchMemory();
}
