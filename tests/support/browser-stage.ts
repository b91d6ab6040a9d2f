import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import type { Role } from '../../shared/contract/roles.ts';
import { type Site, startSite } from './browser-site.ts';
import { openVisit, type SignedIn, signInAs, signInOf, type Visit } from './browser-visit.ts';
import { startChromium } from './chromium.ts';
import { type Places, prepareTour } from './tour-places.ts';

/** Where the tests of one file play. */
export type Stage = {
  readonly site: Site;
  /** A fresh browser profile on the site. */
  readonly open: (options?: BrowserContextOptions) => Promise<Visit>;
  /** The same with the demo's person for a role signed in; only the first time by the page that is for it. */
  readonly openAs: (role: Role, options?: BrowserContextOptions) => Promise<Visit>;
};

type Open = Stage['open'];

async function signInOnce(open: Open, role: Role): Promise<SignedIn> {
  const visit = await open();
  await signInAs(visit, role);
  const signedIn = await signInOf(visit.page);
  await visit.context.close();
  return signedIn;
}

/** Signing in costs a second of hashing, and what comes of it can be laid into a browser. */
function openSignedIn(open: Open): Stage['openAs'] {
  const signIns = new Map<Role, Promise<SignedIn>>();
  return async (role, options) => {
    const known = signIns.get(role) ?? signInOnce(open, role);
    signIns.set(role, known);
    const { storageState, tab } = await known;
    const visit = await open({ ...options, storageState });
    await visit.context.addInitScript(`Object.assign(sessionStorage, ${JSON.stringify(tab)})`);
    return visit;
  };
}

/** A browser and a copy of the demo: there before the first test of the file that calls this, gone after its last. */
export function setStage(): Stage {
  let browser: Browser;
  let site: Site;
  beforeAll(async () => {
    [browser, site] = await Promise.all([startChromium(), startSite()]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  const open: Open = (options) => openVisit(browser, site.cloud.address, options);
  return {
    get site() {
      return site;
    },
    open,
    openAs: openSignedIn(open),
  };
}

export type TourStage = Stage & { readonly places: Places };

/** The stage with everything that the stops of the tour show. */
export function setTour(): TourStage {
  const stage = setStage();
  let places: Places;
  beforeAll(async () => {
    places = await prepareTour(stage.site);
  });
  return {
    get site() {
      return stage.site;
    },
    get places() {
      return places;
    },
    open: stage.open,
    openAs: stage.openAs,
  };
}
