import { describe, expect, it } from 'vitest';
import { documentedPages } from '../../web/shells/page-documents.ts';
import { everyRoute } from './every-route.ts';

/** `:name` comes from the path of the address, `?name` from its query; what is asked with the read does not matter here. */
const shape = (path: string) => path.replace(/(?<=\/)[:?]\w+|\{\w+\}/g, '{}').replace(/\?.*$/, '');
const readAt = (address: string) =>
  everyRoute.find(({ route }) => route.method === 'GET' && shape(route.path) === shape(address))?.route;

const started = documentedPages.flatMap(([page, { own }]) =>
  (own?.reads ?? []).map((address) => ({ page, address, roles: own?.roles ?? [] })),
);

describe('what a document asks for in the name of whoever is signed in', () => {
  it.each(started)('$page: $address is open to everybody it is asked for', ({ address, roles }) => {
    const allowed = readAt(address)?.roles;
    expect(allowed).toBeDefined();
    if (allowed !== 'anyone') expect(allowed).toEqual(expect.arrayContaining([...roles]));
  });
});
