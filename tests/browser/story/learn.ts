import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { enrollmentRoutes } from '../../../services/enrollment/contract.ts';
import { vi } from '../../../web/src/messages/vi.ts';
import { openVisit, signInAs, signInByName, type Visit } from '../../support/browser-visit.ts';
import { COURSE, RUN_CODE, SEATS, type StoryCentre } from './centre.ts';

const runCard = (page: Page) => page.getByRole('article', { name: vi.courses.runName(RUN_CODE) });
const says = (page: Page, text: string) => runCard(page).getByText(text).first().waitFor();

/** The demo's learner signs in by one press, finds the course without typing a mark, and takes the first seat. */
export async function takeSeat({ browser, site }: StoryCentre): Promise<Visit> {
  const visit = await openVisit(browser, site.cloud.address);
  const { page } = visit;
  await signInAs(visit, 'learner');
  await page
    .getByRole('link', { name: vi.common.menu.courses, exact: true })
    .filter({ visible: true })
    .click();
  const search = page.getByRole('searchbox', { name: vi.courses.searchLabel });
  await search.fill('di cho khong');
  await page.getByText(vi.courses.found(1)).waitFor();
  await page.getByRole('link', { name: COURSE.title }).click();
  await says(page, vi.courses.seatsOf(SEATS, SEATS));
  await runCard(page).getByRole('button', { name: vi.courses.take }).click();
  await says(page, vi.courses.haveSeat);
  await says(page, vi.courses.seatsOf(SEATS - 1, SEATS));
  return visit;
}

/** The training office seats others until the run is full; the next learner sees a place in the queue. */
export async function waitInQueue(centre: StoryCentre): Promise<void> {
  const { trainingHead, runId, learners } = centre;
  const [next, ...others] = learners;
  for (const { personId } of others.slice(0, SEATS - 1)) {
    const seat = await trainingHead.ok(enrollmentRoutes.enrol, { params: { runId }, body: { personId } });
    expect(seat.status).toBe('confirmed');
  }
  const visit = await openVisit(centre.browser, centre.site.cloud.address);
  const { page } = visit;
  await page.goto(`/khoa-hoc/${COURSE.slug}`);
  await says(page, vi.courses.seatsOf(0, SEATS));
  await runCard(page).getByRole('link', { name: vi.courses.signInToTake }).click();
  await signInByName(visit, next?.loginName ?? '');
  await runCard(page).getByRole('button', { name: vi.courses.takeQueue }).click();
  await says(page, vi.courses.inQueue(1));
  await says(page, vi.courses.waitingNow(1));
  expect(visit.faults).toEqual([]);
  await visit.context.close();
}
