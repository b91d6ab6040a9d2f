import { afterEach, beforeEach, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { forgetAnswers } from '../support/browser-states.ts';
import { shown, type Visit } from '../support/browser-visit.ts';

const stage = setStage();
let visit: Visit;

beforeEach(async () => {
  visit = await stage.open({ serviceWorkers: 'block' });
  await forgetAnswers(visit.context);
});
afterEach(() => visit?.context.close());

const { broken, retry, toStart, notFoundPage } = vi.common;
const heading = (name: string) => visit.page.getByRole('heading', { level: 1, name }).waitFor();

it('says that a page is broken, and leads on to one that is not', async () => {
  const { page } = visit;
  // An answer of a shape that no page counts on: the rows are there, but nothing is in them.
  await page.route('**/v1/courses', (route) => route.fulfill({ json: { courses: [null] } }));
  await page.goto('/khoa-hoc');
  await heading(broken.title);
  await page.getByText(broken.text).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // Whoever mends it finds the cause in the console.
  expect(visit.faults.join()).toContain('TypeError');
  await page.getByRole('main').getByRole('link', { name: toStart }).waitFor();
  // The menu still works: another page is drawn anew.
  await page.getByRole('navigation').getByRole('link', { name: vi.common.menu.help }).first().click();
  await heading(vi.common.menu.help);
  await page.goBack();
  await heading(broken.title);
  await page.unroute('**/v1/courses');
  await page.getByRole('button', { name: retry }).click();
  await heading(vi.courses.title);
});

it.each(['/khoa-hoc/%E0%A4%A', '/%', '/vao-lop/%C3'])('says that there is no page at %s', async (address) => {
  await visit.page.goto(address);
  await shown(visit);
  await heading(notFoundPage.title);
});
