import fs from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../local/demo/content.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, shown, signInAs, type Visit } from '../support/browser-visit.ts';

const t = vi.people;

const stage = setStage();
let visit: Visit;

beforeAll(async () => {
  visit = await stage.open({ viewport: DESK, acceptDownloads: true });
  await signInAs(visit, 'training-head');
});
afterAll(() => visit?.context.close());

const open = async (tab: keyof typeof t.tabs): Promise<void> => {
  await visit.page.goto('/hoc-vien');
  await visit.page.getByRole('link', { name: t.tabs[tab], exact: true }).click();
  await shown(visit);
};
const faults = async () => [
  ...(await spillsOf(visit.page)),
  ...(await accessibilityFaults(visit.page)),
  ...visit.faults,
];
async function exported(): Promise<unknown[][]> {
  const [download] = await Promise.all([
    visit.page.waitForEvent('download'),
    visit.page.getByRole('button', { name: vi.table.export }).last().click(),
  ]);
  const { sheets } = await readXlsx(new Uint8Array(fs.readFileSync(await download.path())));
  return (sheets[0]?.rows ?? []).slice(4);
}

describe('the tables of the training office', () => {
  it('export the whole register, of which the page shows the first fifty', async () => {
    await open('list');
    const { page } = visit;
    await page.getByRole('status').filter({ hasText: vi.table.morePages }).waitFor();
    const rows = await exported();
    const names = rows.map(([name]) => name);
    for (const { fullName } of demoPeople()) expect(names).toContain(fullName);
    expect(names.length).toBeGreaterThanOrEqual(demoPeople().length);
    expect(await faults()).toEqual([]);
  });

  it('sort the whole register, not its first page', async () => {
    await open('list');
    const { page } = visit;
    const table = page.getByRole('table', { name: t.list.title });
    const born = table.getByRole('columnheader', { name: t.list.born });
    await born.getByRole('button').click();
    const oldest = Math.min(...demoPeople().map(({ birthYear }) => birthYear));
    await table.getByRole('row').nth(1).getByText(String(oldest)).waitFor();
    expect(await born.getAttribute('aria-sort')).toBe('ascending');
  });

  it('drop names that were asked for under other words, and say when more could not be fetched', async () => {
    await open('list');
    const { page } = visit;
    const more = page.getByRole('button', { name: vi.common.more });
    const table = page.getByRole('table', { name: t.list.title });
    await page.route('**/v1/people?*cursor=*', (route) => route.fulfill({ status: 503, json: {} }));
    await more.click();
    await page.getByRole('alert').waitFor();
    await page.unroute('**/v1/people?*cursor=*');
    let answer: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/people?*cursor=*', async (route) => {
      await released;
      await route.continue();
    });
    const late = page.waitForResponse('**/v1/people?*cursor=*');
    await more.click();
    await page.getByLabel(t.list.search).fill('chau');
    const names = () => table.getByRole('rowheader').allTextContents();
    const isFound = (name: string) => name.includes('Châu');
    const found = demoPeople().filter(({ fullName }) => isFound(fullName)).length;
    await eventually(async () => (await names()).filter(isFound).length).toBe(found);
    await eventually(async () => (await names()).length).toBe(found);
    answer();
    await (await late).finished();
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    expect((await names()).every(isFound)).toBe(true);
    await page.unroute('**/v1/people?*cursor=*');
    visit.faults.length = 0;
  });

  it('ask before a member is taken off a class, and keep the place of the keyboard', async () => {
    await open('classes');
    const { page } = visit;
    await page.getByText('Lớp 11A2', { exact: true }).click();
    const members = page.getByRole('table', { name: vi.teaching.rosterOf('Lớp 11A2') });
    const remove = members.getByRole('button', { name: /ra khỏi lớp$/ }).first();
    await remove.waitFor();
    const count = await members.getByRole('rowheader').count();
    const name = await remove.getAttribute('aria-label');
    const nextName = await members
      .getByRole('button', { name: /ra khỏi lớp$/ })
      .nth(1)
      .getAttribute('aria-label');
    await remove.focus();
    await page.keyboard.press('Enter');
    const question = page.getByRole('dialog');
    await eventually(() => focusedName(page)).toBe(t.classes.removeNo);
    expect(await faults()).toEqual([]);
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'hidden' });
    expect(await members.getByRole('rowheader').count()).toBe(count);
    await eventually(() => focusedName(page)).toBe(name);
    await page.keyboard.press('Enter');
    await question.getByRole('button', { name: t.classes.removeYes }).press('Enter');
    await eventually(() => members.getByRole('rowheader').count()).toBe(count - 1);
    await eventually(() => focusedName(page)).toBe(nextName);
  });

  it('say how many seats are taken, and by whom', async () => {
    await open('runs');
    const { page } = visit;
    await page.getByText(/^\d+ đợt đang nhận người: đã giữ \d+ trong \d+ chỗ/).waitFor();
    await page.getByRole('button', { name: t.runs.who('KNS01-01') }).click();
    const seats = page.getByRole('table', { name: t.runs.who('KNS01-01') });
    await seats.getByRole('rowheader', { name: 'Võ Minh Trí' }).waitFor();
    expect(await seats.getByRole('rowheader').count()).toBe(10);
    expect(await faults()).toEqual([]);
  });

  it('show the members of a class, and lead to its progress', async () => {
    await open('classes');
    const { page } = visit;
    await page.getByText('Lớp 11A2', { exact: true }).click();
    await page.getByRole('link', { name: vi.teaching.progressOf('Lớp 11A2') }).click();
    await page.getByRole('heading', { level: 1, name: 'Lớp 11A2' }).waitFor();
    await page.getByRole('table', { name: vi.teaching.progressOf('Lớp 11A2') }).waitFor();
    expect(await faults()).toEqual([]);
  });
});
