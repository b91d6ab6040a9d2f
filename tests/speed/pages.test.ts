import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../shared/contract/roles.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { type Places, prepareTour, type Stop, TOUR } from '../support/browser-tour.ts';
import { openVisit, signInAs } from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';
import {
  measureColdLoad,
  measureRepeatLoad,
  medianSpeed,
  type SignedIn,
  type Speed,
  signInOf,
} from '../support/page-speed.ts';

const LARGEST_PAINT_MS = 2500;
/**
 * What a signed-in person's page says comes after four round trips of 0.56 s: the document, the sign-in service's leave
 * to be asked, its token, the read; and a second read on some.
 */
const LARGEST_PAINT_SIGNED_IN_MS = 3500;
const SHIFT = 0.05;
const ALL_KB = 150;
/** On a learner's phone; the pages for work at a desk may have more. */
const LEARNER_SCRIPT_KB = 60;
const DESK_SCRIPT_KB = 70;
/** A script's own headers, which the limit of its size does not mean. */
const HEADERS_KB = 0.6;
const REPEAT_USABLE_MS = 1500;

/** One desk of each kind of work; the others are made of the same parts. */
const DESKS = ['director-home', 'overview', 'class', 'upload', 'campaign', 'register', 'authoring'];

/** What visitors and learners open first thing, not after pressing something on it, and a few desks. */
const PAGES = TOUR.filter(
  ({ name, role, press, tv }) =>
    !press && !tv && (role === undefined || role === 'learner' || DESKS.includes(name)),
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

const paintLimit = ({ role }: Stop): number => (role ? LARGEST_PAINT_SIGNED_IN_MS : LARGEST_PAINT_MS);

const scriptLimit = ({ role }: Stop): number =>
  role === undefined || role === 'learner' ? LEARNER_SCRIPT_KB : DESK_SCRIPT_KB;

const isWithin = (stop: Stop, { largestPaint, shift, allKb, scriptKb }: Speed): boolean =>
  largestPaint < paintLimit(stop) &&
  shift <= SHIFT &&
  allKb <= ALL_KB &&
  scriptKb - HEADERS_KB <= scriptLimit(stop);

/** Once; twice more where something else on the machine may have been in the way, and then the middle of the three. */
const measured = async (measure: () => Promise<Speed>, isGood: (speed: Speed) => boolean): Promise<Speed> => {
  const first = await measure();
  return isGood(first) ? first : medianSpeed([first, await measure(), await measure()]);
};

const load = ({ role, path }: Stop) =>
  measureColdLoad(browser, site.cloud.address + path(places), role && signIns.get(role));

describe('the first visit on slow 4G with a processor six times slower', () => {
  it.each(PAGES)('$role $name paints in time, keeps still and is small', async (stop) => {
    const speed = await measured(
      () => load(stop),
      (one) => isWithin(stop, one),
    );
    note(stop.name, speed);
    expect(speed.allKb, 'KB in all').toBeLessThanOrEqual(ALL_KB);
    expect(speed.scriptKb - HEADERS_KB, 'KB of script').toBeLessThanOrEqual(scriptLimit(stop));
    expect(speed.shift, 'layout shift').toBeLessThanOrEqual(SHIFT);
    expect(speed.largestPaint, 'largest paint, ms').toBeLessThan(paintLimit(stop));
  });
});

describe('a repeat visit on slow 3G', () => {
  it.each(['guest-home', 'courses', 'lesson'])('%s can be used at once', async (name) => {
    const stop = PAGES.find((one) => one.name === name) as Stop;
    const address = site.cloud.address + stop.path(places);
    const who = stop.role && signIns.get(stop.role);
    const isGood = ({ usable }: Speed) => usable < REPEAT_USABLE_MS;
    const speed = await measured(() => measureRepeatLoad(browser, address, who), isGood);
    note(`${name}, again`, speed);
    expect(speed.usable, 'usable, ms').toBeLessThan(REPEAT_USABLE_MS);
  });
});
