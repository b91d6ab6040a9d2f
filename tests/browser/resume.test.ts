import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { mediaRoutes } from '../../services/media/contract.ts';
import { viewingRoutes } from '../../services/viewing/contract.ts';
import { formatSpan } from '../../web/src/format/dates.ts';
import { player } from '../../web/src/messages/vi/player.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { setStage } from '../support/browser-stage.ts';
import { shown, signInAs, type Visit } from '../support/browser-visit.ts';

/** The demo's recording belongs to this lesson; it is some seconds longer than what is watched here. */
const LESSON = '/khoa-hoc/an-toan-tren-mang/bai/2';

const stage = setStage();
const visits: Visit[] = [];
afterEach(async () => {
  await Promise.all(visits.splice(0).map(({ context }) => context.close()));
});

/** One more device of the same learner, at the lesson. */
async function device(): Promise<{ page: Page; visit: Visit }> {
  const visit = await stage.open();
  visits.push(visit);
  await signInAs(visit, 'learner');
  await visit.page.goto(LESSON);
  await shown(visit);
  return { page: visit.page, visit };
}

const play = (page: Page) => page.getByRole('button', { name: vi.courses.play('').trim() }).click();
const timeOf = (page: Page) => page.evaluate<number>('document.querySelector("video")?.currentTime ?? 0');
const isPast = (page: Page, seconds: number) => eventually(() => timeOf(page)).toBeGreaterThan(seconds);
/** The demo's recording with how it was watched, as the content staff look after it. */
async function openRecording(): Promise<Page> {
  const staff = await stage.site.signIn('content-staff');
  const { assets } = await staff.ok(mediaRoutes.listMedia);
  const assetId = assets.find(({ playlist }) => playlist)?.assetId ?? '';
  const visit = await stage.openAs('content-staff');
  visits.push(visit);
  await visit.page.goto(`/tai-len/${assetId}`);
  await shown(visit);
  return visit.page;
}

/** What the service has been told, in whole seconds. */
const known = async (): Promise<number | undefined> => {
  const learner = await stage.site.signIn('learner');
  return (await learner.ok(viewingRoutes.listMyViewing)).positions[0]?.position;
};

describe('a recording that was left', () => {
  it('goes on from there on another device, also when the line was lost meanwhile', async () => {
    const first = await device();
    await play(first.page);
    await isPast(first.page, 5.2);
    await first.visit.context.setOffline(true);
    await first.page.evaluate('document.querySelector("video").pause()');
    const left = await timeOf(first.page);
    await first.page.evaluate('document.dispatchEvent(new Event("visibilitychange"))');
    expect(await known()).toBeUndefined();
    await first.visit.context.setOffline(false);
    await first.page.goto('/');
    await eventually(known).toBeGreaterThanOrEqual(5);
    expect(await known()).toBe(Math.floor(left));

    const home = await device();
    const at = formatSpan(left * 1000);
    await home.page.goto('/');
    await home.page.getByText(vi.watching.goOn(at)).click();
    await home.page.getByRole('button', { name: vi.courses.play('').trim() }).waitFor();
    expect(new URL(home.page.url()).pathname).toMatch(/^\/thu-vien\//);
    const desk = await openRecording();
    await desk.getByText(vi.audience.seen(1, 0)).waitFor();
    await desk.getByText(vi.audience.table).click();
    await desk.getByRole('row', { name: / 1$/ }).waitFor();

    const second = await device();
    await play(second.page);
    await isPast(second.page, 4.9);
    const began = () =>
      second.page.evaluate<number>(`(() => {
        const { played } = document.querySelector('video');
        return played.length > 0 ? played.start(0) : -1;
      })()`);
    await eventually(began).not.toBe(-1);
    expect(await began()).toBeGreaterThan(4.5);

    // By parts, and left by a link: what played lets go of the recording before the place is noted.
    const quality = second.page.getByRole('radio', { name: player.qualities.saver });
    await second.page.getByRole('button', { name: player.settings }).click();
    await quality.click();
    await isPast(second.page, 7.2);
    await second.page.locator('a[href="/khoa-hoc/an-toan-tren-mang"]').first().click();
    await second.page.locator('video').waitFor({ state: 'detached' });
    await eventually(known).toBeGreaterThanOrEqual(7);
  });
});
