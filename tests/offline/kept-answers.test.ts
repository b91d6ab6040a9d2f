import { expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { openOffline, workerReady } from '../support/browser-offline.ts';
import { setStage } from '../support/browser-stage.ts';
import { shown, signInAs, type Visit } from '../support/browser-visit.ts';

const COURSE = 'An toàn trên mạng và phòng tránh lừa đảo';

const stage = setStage();

async function learner(): Promise<Visit> {
  const visit = await stage.open();
  await signInAs(visit, 'learner');
  await shown(visit);
  await visit.page.goto('/khoa-hoc');
  await visit.page.getByRole('link', { name: COURSE }).waitFor();
  return visit;
}

/** Lets nothing through to the API, while the page's own files still come. */
const cutApi = ({ context }: Visit) => context.route('**/v1/**', (route) => route.abort());
const keptNote = vi.common.keptSince('').split(' lúc')[0] ?? '';

it('shows what was seen before when the API cannot be reached, and says from when it is', async () => {
  const visit = await learner();
  const { page, context } = visit;
  await cutApi(visit);
  await page.reload();
  await page.getByText(keptNote).first().waitFor();
  await page.getByRole('link', { name: COURSE }).waitFor();
  await page.getByText(vi.common.offline).waitFor();
  await context.unroute('**/v1/**');
  await page.getByText(keptNote).first().waitFor({ state: 'hidden' });
  await page.getByText(vi.common.offline).waitFor({ state: 'hidden' });
  await context.close();
});

it('says at once what is not on the device, leads to what is, and does not go on asking', async () => {
  const visit = await learner();
  const { page, context } = visit;
  await workerReady(visit);
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await openOffline(visit, '/khoa-hoc/an-toan-tren-mang/bai/3');
  // Repeating what cannot arrive would take more than two seconds.
  await page.getByText(vi.common.noNetwork).waitFor({ timeout: 1_500 });
  // The document asks once, the page once.
  expect(asked.filter((path) => path.endsWith('/lessons/3')).length).toBeLessThanOrEqual(2);
  await page.getByRole('link', { name: vi.common.seeKept }).click();
  await page.waitForURL('**/da-tai');
  await page.goto('/vao-lop');
  await page.getByText(vi.join.needsNetwork).waitFor();
  await context.setOffline(false);
  await page.getByText(vi.join.needsNetwork).waitFor({ state: 'hidden' });
  await context.close();
});

it('keeps nothing of a person who signed out, and shows the next one nothing of theirs', async () => {
  const visit = await learner();
  const { page, context } = visit;
  const own = () =>
    page.evaluate<string[]>(`new Promise((resolve) => {
      const open = indexedDB.open('hvs-kept');
      open.onsuccess = () => {
        const all = open.result.transaction('answers').objectStore('answers').getAllKeys();
        all.onsuccess = () => { open.result.close(); resolve(all.result.filter((key) => !key.startsWith('everybody '))); };
      };
    })`);
  await eventually(own).not.toEqual([]);
  await page.goto('/tai-khoan');
  await page.getByRole('button', { name: vi.account.signOut, exact: true }).click();
  await eventually(own).toEqual([]);
  await context.close();
});
