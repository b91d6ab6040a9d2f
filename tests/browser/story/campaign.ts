import type { Browser } from 'playwright-core';
import { encode } from 'uqr';
import { expect } from 'vitest';
import { vi } from '../../../web/src/messages/vi.ts';
import { eventually } from '../../support/browser-expect.ts';
import type { Site } from '../../support/browser-site.ts';
import { DESK, openVisit, signInAs, signInByName, type Visit } from '../../support/browser-visit.ts';
import type { StoryCentre } from './centre.ts';

const NAME = 'Tuần lễ đi chợ số';
const [POSTER, ZALO] = [vi.campaigns.defaultLabels.poster, vi.campaigns.defaultLabels.zalo];
const TOUCHED_COURSE = 'Thanh toán điện tử';

const channel = ({ page }: Visit, label: string) => page.getByRole('article', { name: label });

const NONE = vi.campaigns.noneCounted;
/** Lượt mở, quét mã, người mở, vào học; as the page shows them now. */
const counters = async (visit: Visit, label: string): Promise<number[]> => {
  const card = channel(visit, label);
  const [touches, visitors, enrolments] = await card.getByRole('cell').allTextContents();
  const scans = /\d+/.exec((await card.getByText(/quét mã QR/).textContent()) ?? '')?.[0] ?? NONE;
  return [touches, scans, visitors, enrolments].map((said) => (said === NONE ? 0 : Number(said)));
};

const linkOf = (visit: Visit, label: string): Promise<string> =>
  channel(visit, label)
    .getByRole('textbox', { name: vi.campaigns.link(label) })
    .inputValue();

/** The dark modules of the code on the page, as places in a square. */
async function modulesOf(visit: Visit, label: string): Promise<Set<string>> {
  const code = channel(visit, label).getByRole('img', { name: vi.campaigns.qrOf(label) });
  const drawn = (await code.locator('path').getAttribute('d')) ?? '';
  return new Set([...drawn.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`));
}

/** A QR code is a function of its text, so the code that this text gives is the only one that scans to it. */
function modulesFor(text: string): Set<string> {
  const { data } = encode(text, { ecc: 'M', border: 4 });
  return new Set(data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${x} ${y}`] : []))));
}

async function createCampaign(visit: Visit): Promise<void> {
  const { page } = visit;
  await page.goto('/chien-dich');
  await page.getByRole('button', { name: vi.campaigns.create }).click();
  await page.getByLabel(vi.campaigns.form.name).fill(NAME);
  await page.getByLabel(vi.campaigns.form.goal).fill('Mỗi người quét mã đúng một lần.');
  await page.getByLabel(vi.campaigns.form.landing).selectOption(TOUCHED_COURSE);
  await page.getByRole('button', { name: vi.campaigns.form.submit }).click();
  await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
}

/** A visitor's phone opens a tracked link and arrives at the course. */
async function follow(browser: Browser, site: Site, link: string): Promise<Visit> {
  const phone = await openVisit(browser, site.cloud.address);
  await phone.page.goto(link);
  await phone.page.getByRole('heading', { level: 1, name: TOUCHED_COURSE }).waitFor();
  expect(phone.page.url(), 'the touch does not stay in the address').not.toContain('touch');
  return phone;
}

/**
 * The youth union opens a campaign with two channels; one visitor follows a link, another a code; the counters move on the
 * open page, and the one who came by the code and takes a seat is counted there.
 */
export async function runCampaign({ browser, site, learners }: StoryCentre): Promise<void> {
  const desk = await openVisit(browser, site.cloud.address, { viewport: DESK });
  await signInAs(desk, 'youth-union');
  await createCampaign(desk);
  const [posterLink, zaloLink] = [await linkOf(desk, POSTER), await linkOf(desk, ZALO)];
  expect(posterLink).not.toBe(zaloLink);
  const scanned = `${posterLink}?via=qr`;
  expect(await modulesOf(desk, POSTER)).toEqual(modulesFor(scanned));
  expect(await counters(desk, POSTER)).toEqual([0, 0, 0, 0]);

  const passerBy = await follow(browser, site, zaloLink);
  await eventually(() => counters(desk, ZALO)).toEqual([1, 0, 1, 0]);
  const phone = await follow(browser, site, scanned);
  await eventually(() => counters(desk, POSTER)).toEqual([1, 1, 1, 0]);

  await phone.page.getByRole('link', { name: vi.courses.signInToTake }).click();
  await signInByName(phone, learners.at(-1)?.loginName ?? '');
  await phone.page.getByRole('button', { name: vi.courses.take }).click();
  await phone.page.getByText(vi.courses.haveSeat).waitFor();
  await eventually(() => counters(desk, POSTER)).toEqual([1, 1, 1, 1]);
  await desk.page.getByText(vi.campaigns.summary(2, 1)).waitFor();
  const visits = [desk, passerBy, phone];
  expect(visits.flatMap(({ faults, strangers }) => [...faults, ...strangers])).toEqual([]);
  await Promise.all(visits.map(({ context }) => context.close()));
}
