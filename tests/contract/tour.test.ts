import { describe, expect, it } from 'vitest';
import { ROLES } from '../../shared/contract/roles.ts';
import { pageAt, sitePages } from '../../web/src/pages.ts';
import { TOUR } from '../support/browser-tour.ts';
import type { Places } from '../support/tour-places.ts';

/** Any name will do: what counts is which page an address leads to. */
const PLACES = new Proxy({} as Places, { get: (_, name) => `${String(name)}-1` });
const stops = TOUR.map(({ role, path }) => ({
  role,
  address: new URL(path(PLACES), 'http://site').pathname,
}));

describe('the tour', () => {
  it('comes to every page of the site', () => {
    const seen = new Set(stops.map(({ address }) => pageAt(address)));
    expect(sitePages.map(([name]) => name).filter((name) => !seen.has(name))).toEqual([]);
  });

  it('sees the first page as a visitor and in every role', () => {
    const seen = new Set(stops.filter(({ address }) => address === '/').map(({ role }) => role));
    expect([undefined, ...ROLES].filter((role) => !seen.has(role))).toEqual([]);
  });

  it('gives every stop a name of its own', () => {
    const names = TOUR.map(({ name }) => name);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });
});
