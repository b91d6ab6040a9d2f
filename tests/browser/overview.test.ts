import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportRoutes } from '../../services/reports/contract.ts';
import { decisions } from '../../web/src/messages/vi/decisions.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, resizeTo, SMALL_PHONE, shown, signInAs, type Visit } from '../support/browser-visit.ts';

const A4 = { width: 794, height: 1123 };
const t = vi.overview;

const stage = setStage();
let visit: Visit;

beforeAll(async () => {
  visit = await stage.open({ viewport: DESK });
  await signInAs(visit, 'director');
});
afterAll(() => visit?.context.close());

const heading = () => visit.page.getByRole('heading', { level: 1 });
const open = async (): Promise<void> => {
  await visit.page.goto('/tong-quan');
  await shown(visit);
  await visit.page.getByRole('heading', { name: t.byClass }).waitFor();
};
const faults = async () => [
  ...(await spillsOf(visit.page)),
  ...(await accessibilityFaults(visit.page)),
  ...visit.faults,
];

describe('the overview of the director', () => {
  it('says first what lacks, then the numbers with their targets, then what is to be decided', async () => {
    await open();
    await eventually(() => heading().textContent()).toMatch(/Còn\sthiếu\s\d+ so với chỉ tiêu 200\.$/);
    const cards = visit.page.getByRole('region', { name: t.figures }).getByRole('listitem');
    expect(await cards.count()).toBe(6);
    await cards.filter({ hasText: 'đạt, chỉ tiêu 60' }).waitFor();
    const decisions = visit.page.getByRole('region', { name: t.decisions }).getByRole('listitem');
    expect(await decisions.count()).toBeGreaterThan(0);
    for (const decision of await decisions.all()) expect(await decision.getByRole('link').count()).toBe(1);
  });

  it('follows a target that is set, changed and taken back, and says when another desk was faster', async () => {
    const { page } = visit;
    await open();
    await page.getByText(t.targets, { exact: true }).click();
    const form = page.getByRole('form', { name: t.setTarget });
    const save = async (value: string) => {
      await form.getByLabel(t.targetNumber).fill(value);
      await form.getByRole('button', { name: t.saveTarget }).click();
    };
    await form.getByLabel(t.targetFor).selectOption('runs-completed');
    await save('5000');
    await eventually(() => heading().textContent()).toContain('5.000');
    const director = await stage.site.signIn('director');
    await director.ok(reportRoutes.putTarget, {
      params: { code: 'runs-completed' },
      body: { value: 4000, version: 1 },
    });
    await page.route('**/v1/overview', (route) => route.abort());
    await save('6000');
    await page.getByRole('alert').waitFor();
    expect(await form.getByLabel(t.targetNumber).inputValue()).toBe('6000');
    await page.unroute('**/v1/overview');
    await eventually(() => heading().textContent()).toContain('4.000');
    await form.getByRole('button', { name: t.dropTarget }).click();
    await eventually(() => heading().textContent()).toContain('200');
    visit.faults.length = 0;
  });

  it('says which reads failed instead of that nothing waits, and keeps the place of what it waits for', async () => {
    const { page } = visit;
    let answer: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/v1/media', (route) => route.fulfill({ status: 503, json: {} }));
    await page.route('**/v1/campaigns', async (route) => {
      await asked;
      await route.continue();
    });
    await page.goto('/tong-quan');
    const section = page.getByRole('region', { name: t.decisions });
    await section.getByRole('status', { name: vi.common.loading }).waitFor();
    expect((await section.boundingBox())?.height).toBeGreaterThan(300);
    answer();
    await section.getByText(decisions.unreadFacts([decisions.sources.media])).waitFor();
    expect(await section.getByText(t.noDecisions).count()).toBe(0);
    await page.unroute('**/v1/media');
    await page.unroute('**/v1/campaigns');
    visit.faults.length = 0;
  });

  it('leads a director from a class to the list of classes', async () => {
    const { page } = visit;
    await open();
    const links = page.getByRole('region', { name: t.decisions }).getByRole('link', { name: /^Xem các lớp/ });
    await links.first().click();
    await page.waitForURL('**/hoc-vien?muc=lop');
    await page.getByRole('heading', { name: vi.people.classes.title }).waitFor();
  });

  it.each([DESK, SMALL_PHONE])('is whole and accessible at $width px', async (size) => {
    await resizeTo(visit.page, size);
    await open();
    expect(await faults()).toEqual([]);
  });

  it('prints on A4: no menu, no buttons, the tables open, nothing beside the paper', async () => {
    const { page } = visit;
    await resizeTo(page, A4);
    await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').count()).toBe(0);
    expect(await page.getByRole('button').count()).toBe(0);
    const seen = (text: string) => page.getByText(text, { exact: true }).first().isVisible();
    expect(await seen('EnrolmentConfirmed.v1')).toBe(true);
    expect(await seen(t.targets)).toBe(false);
    const lengths = await page.evaluate<number[]>(
      '[...document.querySelectorAll(".bar-line")].map((bar) => bar.getBoundingClientRect().width)',
    );
    expect(Math.min(...lengths)).toBeGreaterThan(60);
    expect(await spillsOf(page)).toEqual([]);
    const breaks = await page.evaluate<string[]>(
      '[...document.querySelectorAll(".decisions li, .bar-table tr")].map((one) => getComputedStyle(one).breakInside)',
    );
    expect(new Set(breaks)).toEqual(new Set(['avoid']));
    const paper = await page.pdf({ format: 'A4' });
    expect(paper.length).toBeGreaterThan(10_000);
    await page.emulateMedia({ media: 'screen' });
  });
});
