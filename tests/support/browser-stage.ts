import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Site, startSite } from './browser-site.ts';
import { openVisit, type Visit } from './browser-visit.ts';
import { startChromium } from './chromium.ts';
import { type Places, prepareTour } from './tour-places.ts';

/** Where the tests of one file play. */
export type Stage = {
  readonly site: Site;
  /** A fresh browser profile on the site. */
  readonly open: (options?: BrowserContextOptions) => Promise<Visit>;
};

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
  return {
    get site() {
      return site;
    },
    open: (options) => openVisit(browser, site.cloud.address, options),
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
  };
}
