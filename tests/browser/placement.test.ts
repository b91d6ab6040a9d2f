import type { Route } from 'playwright-core';
import { afterEach, expect, it } from 'vitest';
import { placement as t } from '../../web/src/messages/vi/placement.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, type Visit } from '../support/browser-visit.ts';

const stage = setStage();
let visit: Visit;
afterEach(() => visit?.context.close());

/** The true answer, changed. */
const answerWith = async (route: Route, change: (body: Record<string, unknown>) => object) => {
  const response = await route.fetch();
  await route.fulfill({ response, json: change(await response.json()) });
};

const question = (step: number) =>
  visit.page.getByRole('heading', { name: new RegExp(`^${t.question(step)}: `) });
const unknown = () => visit.page.getByRole('button', { name: t.unknown, exact: true });
const next = () => visit.page.getByRole('button', { name: t.next, exact: true });
const levels = () => visit.page.getByRole('heading', { name: t.result, level: 1 });
const focused = () => visit.page.evaluate<string>('document.activeElement?.textContent ?? ""');

/** Says of everything that is asked from this step on that it is not known. */
const sayUnknownToTheEnd = async (from: number) => {
  for (let step = from; ; step += 1) {
    await question(step).or(levels()).waitFor();
    if (await levels().isVisible()) return step;
    await unknown().click();
    await question(step).waitFor({ state: 'detached' });
  }
};

it('is found from the first page, taken by keyboard, and goes on where it was after a reload and without a network', async () => {
  visit = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page, context } = visit;
  await page.goto('/');
  await page.getByRole('link', { name: vi.common.menu.placement }).first().click();
  await page.getByRole('button', { name: t.start }).press('Enter');
  await question(1).waitFor();
  expect(await focused()).toContain(t.question(1));
  await page.keyboard.press('Enter');
  await page.getByText(t.chooseFirst).waitFor();
  await unknown().press('Enter');
  await question(2).waitFor();
  expect(await focused()).toContain(t.question(2));

  // What is chosen, and the question, are there again.
  const option = page.locator('.option input').first();
  const hasOptions = (await option.count()) > 0;
  if (hasOptions) await page.keyboard.press('1');
  await page.reload();
  await question(2).waitFor();
  if (hasOptions) expect(await option.isChecked()).toBe(true);

  await context.setOffline(true);
  await unknown().click();
  await page.getByText(t.offline).waitFor();
  await question(2).waitFor();
  await context.setOffline(false);
  await question(3).waitFor();

  expect(await sayUnknownToTheEnd(3)).toBeGreaterThan(15);
  expect(await focused()).toBe(t.result);
  await page.getByText(t.learnFirst(vi.courses.domains['1'])).waitFor();
  expect(await page.locator('.placement-domain .stairs').count()).toBe(6);
  await page.reload();
  await levels().waitFor();
  // Without a network the browser can neither load nor look for a newer service worker, and says both.
  const ofTheLine = /ERR_INTERNET_DISCONNECTED|error occurred when fetching the script/;
  expect(visit.faults.filter((fault) => !ofTheLine.test(fault))).toEqual([]);
  expect((await visit.answers()).join()).not.toMatch(/"(weight|isTrue|isRight|difficulty|ability|seed)":/);
});

it('asks two tabs the same, and tells the second one that its question was answered', async () => {
  visit = await stage.openAs('learner');
  const { page, context } = visit;
  await page.goto('/xem-muc');
  await page.getByRole('button', { name: t.again }).click();
  await question(1).waitFor();
  const other = await context.newPage();
  await other.goto('/xem-muc');
  const asked = (where: typeof page) => where.locator('fieldset.item h1').textContent();
  await other.locator('fieldset.item h1').waitFor();
  expect(await asked(other)).toBe(await asked(page));
  await unknown().click();
  await question(2).waitFor();
  const options = other.locator('.option input');
  await options.first().click();
  await other.getByRole('button', { name: t.next, exact: true }).click();
  await other.getByText(t.takenElsewhere).waitFor();
  expect(await asked(other)).toBe(await asked(page));
  await next().waitFor();
});

const heading = () => visit.page.locator('h1').first().textContent();

it('sends what was chosen last, when the person says so, and not what had waited for the network', async () => {
  visit = await stage.openAs('learner');
  const { page, context } = visit;
  await page.goto('/xem-muc');
  await next().waitFor();
  const options = page.locator('.option input');
  await options.first().waitFor();
  const before = await heading();
  await context.setOffline(true);
  await unknown().click();
  await page.getByText(t.offline).waitFor();
  await options.first().click();
  await page.getByText(t.changed).waitFor();
  const sent: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'PUT') sent.push(request.postDataJSON());
  });
  await context.setOffline(false);
  await next().click();
  await page.getByText(t.changed).waitFor({ state: 'detached' });
  await eventually(heading).not.toBe(before);
  expect(sent).toEqual([{ response: expect.objectContaining({ kind: expect.any(String) }) }]);
});

it('goes on to the levels once it has ended, also where nothing could be had of it at first, and says that time is over', async () => {
  visit = await stage.openAs('learner', { serviceWorkers: 'block' });
  const { page, context } = visit;
  const one = /\/v1\/placements\/\w+$/;
  const ended = (route: Route) =>
    answerWith(route, ({ waiting: _, ...rest }) => ({
      ...rest,
      ...{ status: 'finished', finishedBy: 'deadline', levels: [] },
    }));
  let isDown = true;
  await context.route(one, (route) =>
    isDown ? route.fulfill({ status: 500, json: { code: 'internal' } }) : ended(route),
  );
  await page.goto('/xem-muc');
  await page.getByRole('heading', { name: t.title, level: 1 }).waitFor();
  await page.getByRole('link', { name: vi.common.toStart }).waitFor();
  // What stands around the question is there before the question is asked for.
  const again = page.getByRole('button', { name: vi.common.retry });
  await again.waitFor();
  isDown = false;
  await again.click();
  await levels().waitFor();
  await page.getByText(t.byDeadline).waitFor();

  await context.unroute(one);
  await page.reload();
  await next().waitFor();
  await context.route(one, ended);
  await context.route(/\/answers\/\d+$/, (route) =>
    route.fulfill({
      status: 409,
      json: { type: '/problems/placement-over', code: 'placement-over', title: '', status: 409 },
    }),
  );
  await unknown().click();
  await levels().waitFor();
  await page.getByText(t.byDeadline).waitFor();
});

it('shows a teacher where the learners of a class stand, and the training office what is in use', async () => {
  visit = await stage.openAs('teacher', { viewport: DESK });
  const { page } = visit;
  await page.goto('/lop');
  await page.getByRole('link', { name: /12A1/ }).first().click();
  await page.getByRole('link', { name: vi.teaching.tabs.levels }).click();
  await page.getByText(vi.teaching.levels.weakest('').slice(0, 20)).waitFor();
  const table = page.getByRole('table');
  await table.getByText(vi.teaching.levels.step(2)).first().waitFor();
  expect(await table.getByRole('columnheader').count()).toBe(8);
  await visit.context.close();

  visit = await stage.openAs('training-head', { viewport: DESK });
  await visit.page.goto('/bai-xem-muc');
  await visit.page.getByText(vi.placing.extent(6, 6)).waitFor();
  const domain = (of: '2' | '3') => visit.page.getByRole('checkbox', { name: vi.courses.domains[of] });
  const send = visit.page.getByRole('button', { name: vi.placing.send, exact: true });
  await domain('3').uncheck();
  await visit.page.getByLabel(vi.placing.days).fill('20');
  await send.click();
  await visit.page.getByRole('button', { name: vi.placing.no, exact: true }).click();
  await visit.page.getByText(vi.placing.extent(6, 6)).waitFor();
  await send.click();
  await visit.page.getByRole('button', { name: vi.placing.yes, exact: true }).click();
  await visit.page.getByText(vi.placing.sent).waitFor();
  await visit.page.getByText(vi.placing.extent(5, 6)).waitFor();
  // The next change is made to what is in use, not to what is usual.
  await visit.page.reload();
  await domain('2').waitFor();
  expect(await domain('3').isChecked()).toBe(false);
  expect(await visit.page.getByLabel(vi.placing.days).inputValue()).toBe('20');
  await domain('2').uncheck();
  await send.click();
  await visit.page.getByRole('button', { name: vi.placing.yes, exact: true }).click();
  await visit.page.getByText(vi.placing.extent(4, 6)).waitFor();
  await visit.page.getByText(vi.placing.limits(24, 20)).waitFor();
  expect(visit.faults).toEqual([]);
});
