import { beforeAll, describe, expect, it } from 'vitest';
import { MaterialIndex } from '../../services/library/domain/search/material-index.ts';
import { quantile } from '../bench/figures.ts';
import { MATERIALS, materials, mistyped, timesOf, typed } from '../support/made-library.ts';

const LIMIT_MS = 50;
const index = new MaterialIndex();
beforeAll(() => {
  for (const material of materials) index.put(material);
  // The first one orders what the others find in order.
  index.search({ query: typed[0] ?? '', limit: 20 });
});

describe(`a search of ${MATERIALS} materials`, () => {
  it.each([
    ['as typed', typed],
    ['with a typo in each', typed.map(mistyped)],
  ] as const)(`is answered within ${LIMIT_MS} ms: %s`, (_, queries) => {
    const found = new Map<string, number>();
    const times = timesOf(queries, (query) => {
      found.set(query, index.search({ query, limit: 20 }).hits.length);
    });
    console.log(`p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms`);
    expect([...found.values()].filter((count) => count > 0).length).toBeGreaterThan(queries.length / 2);
    expect(quantile(times, 0.95)).toBeLessThan(LIMIT_MS);
  });
});
