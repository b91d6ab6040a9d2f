import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/contract/roles.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import { openVisit, type SignedIn, signInAs, signInOf } from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';
import { bestSpeed, measureColdLoad, measureRepeatLoad, type Speed } from '../support/page-speed.ts';
import { type Places, prepareTour } from '../support/tour-places.ts';

const LARGEST_PAINT_MS = 2500;
const SHIFT = 0.05;
const ALL_KB = 150;
/** On a learner's phone; the pages for work at a desk may have more. */
const LEARNER_SCRIPT_KB = 60;
const DESK_SCRIPT_KB = 68;
const REPEAT_USABLE_MS = 1500;
/**
 * Whatever else is at work on the machine can make a page slower and never faster, so the best of so many visits is the
 * nearest to the page's own figure. A page that is good at once is not visited again.
 */
const VISITS = 3;

/** What people open first and most, and the heaviest page of each kind. HVS_ALL_PAGES=1 visits every one. */
const CHOSEN = [
  'guest-home',
  'guest-course',
  'lesson',
  'help',
  'learner-home',
  'courses',
  'course',
  'quiz',
  'quiz-result',
  'calendar',
  'class',
  'overview',
];
const AGAIN = ['guest-home', 'learner-home', 'courses', 'lesson', 'calendar'];

/** Of those that are opened by an address alone, on a phone. The page of components has samples that wait for ever. */
const PAGES = TOUR.filter(
  ({ name, press, tv }) =>
    !press && !tv && name !== 'components' && (process.env.HVS_ALL_PAGES || CHOSEN.includes(name)),
);

let browser: Browser;
let site: Site;
let places: Places;
const signIns = new Map<Role, SignedIn>();
const rows: Record<string, Record<string, number>> = {};

const note = (name: string, speed: Speed): void => {
  rows[name] = Object.fromEntries(
    Object.entries(speed).map(([key, value]) => [key, Number(value.toFixed(key === 'shift' ? 3 : 0))]),
  );
};

beforeAll(async () => {
  [browser, site] = await Promise.all([startChromium(), startSite()]);
  places = await prepareTour(site);
  for (const role of new Set(PAGES.flatMap(({ role }) => role ?? []))) {
    const visit = await openVisit(browser, site.cloud.address);
    await signInAs(visit, role);
    signIns.set(role, await signInOf(visit.page));
    await visit.context.close();
  }
});
afterAll(async () => {
  console.table(rows);
  await browser?.close();
  await site?.stop();
});

const scriptLimit = ({ role }: Stop): number =>
  role === undefined || role === 'learner' ? LEARNER_SCRIPT_KB : DESK_SCRIPT_KB;

const isWithin = (stop: Stop, { largestPaint, shift, allKb, scriptKb }: Speed): boolean =>
  largestPaint < LARGEST_PAINT_MS && shift <= SHIFT && allKb <= ALL_KB && scriptKb <= scriptLimit(stop);

const measured = async (
  measure: () => Promise<Speed>,
  isGood: (speed: Speed) => boolean,
  earlier: readonly Speed[] = [],
): Promise<Speed> => {
  const visits = [...earlier, await measure()];
  const best = bestSpeed(visits);
  return isGood(best) || visits.length === VISITS ? best : measured(measure, isGood, visits);
};

const signInFor = ({ role }: Stop): SignedIn | undefined => role && signIns.get(role);

describe('the first visit on slow 4G with a processor six times slower', () => {
  it.each(PAGES)('$role $name paints in time, keeps still and is small', async (stop) => {
    const address = site.cloud.address + stop.path(places);
    const speed = await measured(
      () => measureColdLoad(browser, address, signInFor(stop)),
      (one) => isWithin(stop, one),
    );
    note(stop.name, speed);
    expect(speed.allKb, 'KB in all').toBeLessThanOrEqual(ALL_KB);
    expect(speed.scriptKb, 'KB of script').toBeLessThanOrEqual(scriptLimit(stop));
    expect(speed.shift, 'layout shift').toBeLessThanOrEqual(SHIFT);
    expect(speed.largestPaint, 'largest paint, ms').toBeLessThan(LARGEST_PAINT_MS);
  });
});

describe('a repeat visit on slow 3G', () => {
  it.each(PAGES.filter(({ name }) => AGAIN.includes(name)))('$name can be used at once', async (stop) => {
    const address = site.cloud.address + stop.path(places);
    const speed = await measured(
      () => measureRepeatLoad(browser, address, signInFor(stop)),
      ({ usable }) => usable < REPEAT_USABLE_MS,
    );
    note(`${stop.name}, again`, speed);
    expect(speed.usable, 'usable, ms').toBeLessThan(REPEAT_USABLE_MS);
  });
});
