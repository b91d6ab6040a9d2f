import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoAccounts } from '../../local/demo/load.ts';
import { staffHome } from '../../web/src/messages/vi/staff-home.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import {
  DESK,
  openVisit,
  resizeTo,
  SMALL_PHONE,
  shown,
  signInAs,
  type Visit,
} from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';

const faultsOfFields = vi.common.fieldFaults;
const register = vi.people.register;

let browser: Browser;
let site: Site;
let clerk: Visit;
let head: Visit;

beforeAll(async () => {
  [browser, site] = await Promise.all([startChromium(), startSite()]);
  [clerk, head] = (await Promise.all(
    [1, 2].map(() => openVisit(browser, site.cloud.address, { viewport: DESK })),
  )) as [Visit, Visit];
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const faults = async (visit: Visit) => [
  ...(await spillsOf(visit.page)),
  ...(await accessibilityFaults(visit.page)),
  ...visit.faults,
];

describe('the home page of a role without work of its own', () => {
  it('greets by the name from the first moment, before the register has answered', async () => {
    const { page } = clerk;
    const { promise: asked, resolve: answer } = Promise.withResolvers<void>();
    await page.route('**/v1/me', async (route) => {
      await asked;
      await route.continue();
    });
    await signInAs(clerk, 'clerk');
    const name =
      demoAccounts()
        .find(({ role }) => role === 'clerk')
        ?.fullName.split(' ')
        .at(-1) ?? '';
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(vi.home.hello(name));
    expect(await page.locator('.face-button').textContent()).toBe(name.charAt(0));
    answer();
    await page.unrouteAll({ behavior: 'wait' });
  });

  it('says so, leads to what everybody has, and says whose work the rest is', async () => {
    const { page } = clerk;
    await page.getByText(staffHome.noTasksLead).waitFor();
    const main = page.getByRole('main');
    const { everybody } = staffHome;
    for (const href of Object.keys(everybody)) await main.locator(`a[href="${href}"]`).first().waitFor();
    await main.getByRole('region', { name: staffHome.whoDoes }).waitFor();
    expect(await faults(clerk)).toEqual([]);
  });

  it('is no taller than a window that has room for it, and the menu goes down to its end', async () => {
    const { page } = clerk;
    await resizeTo(page, { width: 1280, height: 1000 });
    expect(await page.evaluate<number>('document.documentElement.scrollHeight')).toBe(1000);
    const side = await page.locator('.side').boundingBox();
    expect((side?.y ?? 0) + (side?.height ?? 0)).toBe(1000);
  });

  it('is whole on the smallest phone in the largest letters', async () => {
    const { page } = clerk;
    await resizeTo(page, SMALL_PHONE);
    await drawWith(page, { size: '3' });
    expect(await faults(clerk)).toEqual([]);
  });
});

describe('a form', () => {
  it('says itself what is wrong with each field, and leads to the first', async () => {
    const { page } = head;
    await signInAs(head, 'training-head');
    await page.goto('/hoc-vien');
    await shown(head);
    const form = page.getByRole('form', { name: register.title });
    await form.getByLabel(register.birthYear).fill('1850');
    await form.getByRole('button', { name: register.submit }).click();
    const name = form.getByRole('textbox', { name: register.fullName });
    await eventually(() => focusedName(page)).toContain(register.fullName);
    expect(await name.getAttribute('aria-invalid')).toBe('true');
    const said = async (field: typeof name) => {
      const ids = (await field.getAttribute('aria-describedby')) ?? '';
      return page.locator(`[id="${ids.split(' ').at(-1)}"]`).textContent();
    };
    expect(await said(name)).toBe(faultsOfFields.missing);
    expect(await said(form.getByLabel(register.birthYear))).toBe(faultsOfFields.tooSmall('1900'));
    expect(await form.getAttribute('novalidate')).not.toBe(null);
    expect(await faults(head)).toEqual([]);
    await name.fill('Lê Văn Tám');
    expect(await name.getAttribute('aria-invalid')).toBe(null);
  });
});

const REPORTS = /\/v1\/reports$/;

describe('the reports', () => {
  const t = vi.overview;
  let director: Visit;
  beforeAll(async () => {
    director = await openVisit(browser, site.cloud.address, { viewport: DESK, acceptDownloads: true });
    await signInAs(director, 'director');
  });
  const open = async (): Promise<void> => {
    await director.page.goto('/bao-cao');
    await shown(director);
  };

  it('say before the first one when it comes and what it will hold, and lead to the figures of now', async () => {
    const { page } = director;
    // From half past midnight on the site's own clock may have had one written by now.
    await page.route(REPORTS, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...(await response.json()), reports: [] } });
    });
    await open();
    await page.getByText(/^Bản đầu tiên, của ngày .+, được viết lúc 00:30 /).waitFor();
    for (const name of Object.values(t.names)) await page.getByText(name, { exact: true }).waitFor();
    expect(await page.getByRole('main').getByRole('link', { name: t.seeNow }).count()).toBe(1);
    expect(await faults(director)).toEqual([]);
    await page.unroute(REPORTS);
  });

  it('are a table at a desk with their period, state and time, which follows what was opened', async () => {
    const { page } = director;
    const { scheduler } = site.cloud.services;
    const nightly = scheduler.describe().find(({ name }) => name.includes('DailySummary'));
    scheduler.runNow(nightly?.name ?? '');
    const table = page.getByRole('table', { name: t.reportsTable });
    await eventually(async () => {
      await open();
      return table.count();
    }).toBe(1);
    for (const heading of [t.day, t.reportState, t.writtenColumn])
      await table.getByRole('columnheader', { name: heading }).waitFor();
    const kinds = await page.evaluate<string[]>(
      '[...document.querySelectorAll("table :is(th, td)")].map((cell) => getComputedStyle(cell).display)',
    );
    expect(new Set(kinds), 'no style of the overview takes hold of a cell').toEqual(new Set(['table-cell']));
    const row = table.getByRole('row').nth(1);
    await row.getByText(t.unread).waitFor();
    const paper = page.waitForEvent('popup');
    await row.getByRole('button', { name: /^Mở văn bản ngày/ }).click();
    const opened = await paper;
    await row.getByText(t.read).waitFor();
    await opened.close();
    await open();
    await row.getByText(t.read).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: vi.table.export }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^cac-ban-tong-ket-ngay-.+\.xlsx$/);
    expect(await faults(director)).toEqual([]);
  });

  it('are cards with their figures on the smallest phone', async () => {
    const { page } = director;
    await resizeTo(page, SMALL_PHONE);
    await open();
    await drawWith(page, { size: '3' });
    await page
      .getByRole('article')
      .getByText(t.names['people-registered'] ?? '', { exact: true })
      .waitFor();
    expect(await faults(director)).toEqual([]);
  });
});
