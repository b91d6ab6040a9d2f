import fs from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { type Site, startSite } from '../support/browser-site.ts';
import { type Places, prepareTour, type Stop, TOUR } from '../support/browser-tour.ts';
import {
  DESK,
  openVisit,
  PHONE,
  SMALL_PHONE,
  shown,
  signInAs,
  type Visit,
} from '../support/browser-visit.ts';
import buildPlatform from '../support/built-platform.ts';
import { startChromium } from '../support/chromium.ts';

/** Writes a picture of every page at three widths into shots/, for people to look at. */
const folder = path.resolve(import.meta.dirname, '../../shots');
const WIDTHS = [SMALL_PHONE, PHONE, DESK];

async function takeShots(visit: Visit, stop: Stop, places: Places): Promise<void> {
  const { page } = visit;
  for (const viewport of WIDTHS) {
    await page.setViewportSize(viewport);
    await page.goto(stop.path(places));
    await shown(visit);
    await stop.press?.(visit);
    await shown(visit);
    await page.screenshot({ path: path.join(folder, `${stop.name}-${viewport.width}.png`), fullPage: true });
  }
  console.log(stop.name);
}

async function takeAll(browser: Browser, site: Site): Promise<void> {
  const places = await prepareTour(site);
  for (const role of new Set(TOUR.map((stop) => stop.role))) {
    const visit = await openVisit(browser, site.cloud.address);
    if (role) await signInAs(visit, role);
    for (const stop of TOUR.filter((one) => one.role === role)) await takeShots(visit, stop, places);
    await visit.context.close();
  }
}

await buildPlatform();
fs.mkdirSync(folder, { recursive: true });
const browser = await startChromium();
const site = await startSite();
try {
  await takeAll(browser, site);
} finally {
  await browser.close();
  await site.stop();
}
