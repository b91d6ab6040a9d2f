import { MaterialIndex } from '../../services/library/domain/search/material-index.ts';
import { matchesSearch } from '../../shared/text/vietnamese.ts';
import { MATERIALS, materials, mistyped, timesOf, typed } from '../support/made-library.ts';
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

export function benchLibrarySearch(): void {
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
}
