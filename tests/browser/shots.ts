import fs from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { drawWith } from '../support/browser-look.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import {
  DESK,
  openVisit,
  PAPER,
  PHONE,
  resizeTo,
  SMALL_PHONE,
  shown,
  signInAs,
  TV,
  type Visit,
} from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';
import prepareDemo from '../support/demo-data.ts';
import { type Places, prepareTour } from '../support/tour-places.ts';
import { contactSheet, type Shot } from './contact-sheet.ts';

/** Writes pictures of every page into shots/, and index.html there to look through them. Words choose stops by name. */
const folder = path.resolve(import.meta.dirname, '../../shots');
const wanted = process.argv.slice(2);

/** One way to draw a page: the window, and what was chosen in it. */
type Drawing = {
  readonly name: string;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly look?: Parameters<typeof drawWith>[1];
  readonly media?: 'print';
};
const AS_CHOSEN_FIRST = { size: '1', contrast: 'normal' } as const;

const EVERY_PAGE: readonly Drawing[] = [
  { name: '320', viewport: SMALL_PHONE },
  { name: '360', viewport: PHONE },
  { name: '1280', viewport: DESK },
];
const LEARNERS: readonly Drawing[] = [
  { name: '320-largest', viewport: SMALL_PHONE, look: { size: '3' } },
  { name: '320-contrast', viewport: SMALL_PHONE, look: { contrast: 'more' } },
];
const ON_TV: readonly Drawing[] = [{ name: '1920', viewport: TV }];
const PRINTED: readonly Drawing[] = [{ name: 'print', viewport: PAPER, media: 'print' }];

const drawingsOf = ({ role, tv, printed }: Stop): readonly Drawing[] => {
  if (tv) return ON_TV;
  const isForLearners = role === undefined || role === 'learner';
  return [...EVERY_PAGE, ...(isForLearners ? LEARNERS : []), ...(printed ? PRINTED : [])];
};

/** A window as high as the page, so that bars which stay in the window stand at its end, not across it. */
async function growTo(
  page: Page,
  { width, height }: Drawing['viewport'],
  end: 'window' | 'page',
): Promise<void> {
  await resizeTo(page, { width, height });
  if (end === 'window') return;
  const whole = await page.evaluate<number>('document.documentElement.scrollHeight');
  await resizeTo(page, { width, height: Math.max(height, Math.ceil(whole)) });
}

async function takeShots(visit: Visit, stop: Stop, places: Places): Promise<Shot> {
  const { page } = visit;
  const drawings = drawingsOf(stop);
  await resizeTo(page, drawings[0]?.viewport ?? PHONE);
  await page.goto(stop.path(places));
  await shown(visit);
  await stop.press?.(visit);
  await shown(visit);
  for (const { name, viewport, look, media } of drawings) {
    await page.emulateMedia({ media: media ?? 'screen' });
    await drawWith(page, { ...AS_CHOSEN_FIRST, ...look });
    await growTo(page, viewport, stop.tv ? 'window' : 'page');
    await page.screenshot({ path: path.join(folder, `${stop.name}-${name}.png`) });
  }
  await page.emulateMedia({ media: 'screen' });
  console.log(stop.name);
  return { stop: stop.name, drawings: drawings.map(({ name }) => name) };
}

/** All stops of one role, in one browser profile. */
async function visitAs(
  role: Stop['role'],
  stops: readonly Stop[],
  { browser, site, places }: { browser: Browser; site: Site; places: Places },
): Promise<Shot[]> {
  const visit = await openVisit(browser, site.cloud.address);
  if (role) await signInAs(visit, role);
  const shots: Shot[] = [];
  for (const stop of stops) shots.push(await takeShots(visit, stop, places));
  await visit.context.close();
  return shots;
}

await prepareDemo();
if (wanted.length === 0) fs.rmSync(folder, { recursive: true, force: true });
fs.mkdirSync(folder, { recursive: true });
const browser = await startChromium();
const site = await startSite();
try {
  const world = { browser, site, places: await prepareTour(site) };
  const stops = TOUR.filter(({ name }) => wanted.length === 0 || wanted.includes(name));
  const byRole = [...Map.groupBy(stops, ({ role }) => role)];
  // Two people at a time: the pictures of one are taken while the pages of the other are loading.
  const takeTurns = async (): Promise<Shot[]> => {
    const next = byRole.shift();
    return next ? [...(await visitAs(...next, world)), ...(await takeTurns())] : [];
  };
  const shots = (await Promise.all([takeTurns(), takeTurns()])).flat();
  fs.writeFileSync(path.join(folder, 'index.html'), contactSheet(shots));
  console.log(`Open ${path.join(folder, 'index.html')}`);
} finally {
  await browser.close();
  await site.stop();
}
