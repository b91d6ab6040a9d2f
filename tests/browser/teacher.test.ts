import fs from 'node:fs';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareNames } from '#shared/text/vietnamese.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, resizeTo, SMALL_PHONE, shown, signInAs, type Visit } from '../support/browser-visit.ts';

const t = vi.teaching;

const stage = setStage();
let visit: Visit;
let classId: string;
let className: string;

beforeAll(async () => {
  const { classes } = await (await stage.site.signIn('teacher')).ok(peopleRoutes.listClasses);
  classId = classes[0]?.classId ?? '';
  className = classes[0]?.name ?? '';
  visit = await stage.open({
    ...{ viewport: DESK, acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] },
  });
  await signInAs(visit, 'teacher');
});
afterAll(() => visit?.context.close());

const open = async (part = ''): Promise<void> => {
  await visit.page.goto(`/lop/${classId}${part}`);
  await shown(visit);
};
const table = () => visit.page.getByRole('table', { name: t.progressOf(className) });
const names = () => table().getByRole('rowheader').allTextContents();
const faults = async () => [
  ...(await spillsOf(visit.page)),
  ...(await accessibilityFaults(visit.page)),
  ...visit.faults,
];

describe('a teacher on a desk', () => {
  it('comes from the cards to the class, and reads first how it stands', async () => {
    const { page } = visit;
    await page.goto('/lop');
    await page.getByRole('link', { name: className }).click();
    await page.getByRole('heading', { level: 1, name: className }).waitFor();
    const sentence = page.getByText(/người đã đạt ít nhất một khóa/);
    expect(await sentence.textContent()).toBe(
      '12 trong 15 người đã đạt ít nhất một khóa. 4 người 7 ngày chưa làm bài.',
    );
    expect(await faults()).toEqual([]);
  });

  it('sorts by the keyboard, names as Vietnamese lists do, and hears the order', async () => {
    const { page } = visit;
    await open();
    const byName = await names();
    expect(byName).toHaveLength(15);
    expect(byName).toEqual(byName.toSorted(compareNames));
    const heading = table().getByRole('columnheader', { name: t.learner });
    expect(await heading.getAttribute('aria-sort')).toBe('ascending');
    await heading.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('descending');
    expect((await names())[0]).toBe(byName.at(-1));
    await table().getByRole('columnheader', { name: t.lastSeen }).getByRole('button').press('Enter');
    expect(await heading.getAttribute('aria-sort')).toBe('none');
    await table().getByRole('row').nth(1).locator('.last-seen').getByText(t.never).waitFor();
  });

  it('filters without diacritics, and says how many are left', async () => {
    const { page } = visit;
    await open();
    await page.getByLabel(vi.table.filter).fill('chau');
    await page
      .getByRole('status')
      .filter({ hasText: vi.table.shown(1, 15) })
      .waitFor();
    expect(await names()).toEqual(['Trịnh Thị Bảo Châu']);
    await page.getByLabel(vi.table.filter).fill('khong ai ca');
    await page.getByText(vi.table.noneMatch).waitFor();
  });

  it('copies a message for everybody, or for one by name', async () => {
    const { page } = visit;
    await open();
    const card = page.getByRole('complementary', { name: t.remind.title });
    const copied = async () => {
      await card.getByRole('button', { name: t.remind.copy }).click();
      await card.getByText(t.remind.copied).waitFor();
      return page.evaluate<string>('navigator.clipboard.readText()');
    };
    expect(await copied()).toMatch(/^Chào .+, .+, .+, .+\. Lớp 12A1 vẫn chờ các bạn/);
    await card.getByLabel(t.remind.to).selectOption({ index: 1 });
    expect(await copied()).toMatch(/^Chào Hùng, Lớp 12A1 vẫn chờ bạn\. .+\/khoa-hoc\//);
  });

  it('says nothing of a class that could not be counted, and shows it all the same', async () => {
    const { page } = visit;
    await page.route('**/v1/class-summaries*', (route) => route.fulfill({ status: 503, json: {} }));
    await page.goto('/lop');
    await page.getByRole('link', { name: className }).waitFor();
    await page.getByRole('alert').waitFor();
    expect(await page.getByText(t.nobodyBehind).count()).toBe(0);
    await page.unroute('**/v1/class-summaries*');
    visit.faults.length = 0;
  });

  it('asks after another number of days', async () => {
    const { page } = visit;
    await open();
    let answer: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/progress?*quietDays=30*', async (route) => {
      await released;
      await route.continue();
    });
    const choice = page.getByLabel(t.quietDays);
    await choice.focus();
    await choice.selectOption('30');
    // What is shown stays until the answer comes, and with it the choice under the hand.
    await page.getByText(/4 người 7 ngày chưa làm bài/).waitFor();
    expect(await focusedName(page)).toBe(t.quietDays);
    answer();
    await page.getByText(t.nobodyBehind).first().waitFor();
  });

  it('downloads the table as it is shown, and it reads back', async () => {
    const { page } = visit;
    await open();
    await page.getByLabel(vi.table.filter).fill('nguyen');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: vi.table.export }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^tien-do-lop-12a1-\d{4}-\d\d-\d\d\.xlsx$/);
    const { sheets } = await readXlsx(new Uint8Array(fs.readFileSync(await download.path())));
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe(t.progressOf(className));
    expect(rows[3]?.[0]).toBe(t.learner);
    expect(rows.slice(4).map(([name]) => name)).toEqual(await names());
    await page.getByText(vi.table.exportedXlsx).waitFor();
  });

  it('reads with each quiz which course it is of', async () => {
    await open('?muc=ket-qua');
    const results = visit.page.getByRole('table', { name: t.resultsOf(className) });
    await results.getByRole('columnheader', { name: t.results.course }).waitFor();
    const ofCourse = await results.locator('tbody tr > :nth-child(2)').allTextContents();
    expect(ofCourse.length).toBeGreaterThan(0);
    expect(ofCourse.filter((title) => title.trim() === '')).toEqual([]);
  });

  it.each(['?muc=ket-qua', '?muc=danh-sach', '?muc=moi'])('has nothing wrong at %s', async (part) => {
    await open(part);
    expect(await faults()).toEqual([]);
  });
});

describe('a teacher on the smallest phone, in the largest letters', () => {
  beforeAll(() => resizeTo(visit.page, SMALL_PHONE));

  it('sees a card for each learner, the reminder first, nothing beside the window', async () => {
    const { page } = visit;
    await open();
    await drawWith(page, { size: '3' });
    const cards = page.getByRole('list', { name: t.progressOf(className) }).locator('> li');
    await eventually(() => cards.count()).toBe(15);
    const top = async (name: string) =>
      (await page.getByText(name, { exact: true }).first().boundingBox())?.y ?? 0;
    expect(await top(t.remind.title)).toBeLessThan(await top('Trịnh Thị Bảo Châu'));
    expect(await faults()).toEqual([]);
    await page
      .getByLabel(vi.table.sortBy)
      .selectOption(vi.table.sortChoice(t.learner, vi.table.sortAs.descending));
    await eventually(() => cards.first().locator('b').first().textContent()).toBe('Võ Minh Trí');
    await drawWith(page, { size: '1' });
  });
});

describe('somebody else', () => {
  it('finds no class of another teacher, and a learner is told that the page is not for them', async () => {
    const { page } = visit;
    const head = await stage.site.signIn('training-head');
    const { classes } = await head.ok(peopleRoutes.listClasses);
    const foreign = classes.find(({ code }) => code === '11A2');
    await page.goto(`/lop/${foreign?.classId}`);
    await page
      .getByText(/^Không tìm thấy/)
      .first()
      .waitFor();
    const other = await stage.open();
    await signInAs(other, 'learner');
    await other.page.goto(`/lop/${classId}`);
    await other.page.getByText(vi.common.noRight).first().waitFor();
    await other.context.close();
  });
});
