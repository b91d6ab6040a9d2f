import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it, vi as vitest } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { captionRoutes } from '../../services/media/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { shapeFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, SMALL_PHONE, shown } from '../support/browser-visit.ts';
import type { Client } from '../support/client.ts';
import { expectLooksRight } from '../support/desk-look.ts';
import { handIn } from '../support/issue-material.ts';
import { publishCaptions, SAID, sendLecture } from '../support/test-lecture.ts';

const words = vi.captions;
/** A small phone on its side. */
const SIDEWAYS = { width: 640, height: 320 };
const stage = setStage();
let staff: Client;
let assetId = '';
let course: { readonly courseId: string; readonly title: string } | undefined;

beforeAll(async () => {
  staff = await stage.site.signIn('content-staff');
  const { courses } = await staff.ok(enrollmentRoutes.listCourses);
  course = courses[0];
  ({ assetId } = await sendLecture(staff, { courseId: course?.courseId ?? '', lessonNo: 1 }));
  await publishCaptions(staff, assetId, 'vi');
}, 240_000);

const captions = () => staff.ok(captionRoutes.getCaptions, { params: { assetId, language: 'vi' } });
/** What the library has heard of, which is a moment later. */
const isCaptioned = async () =>
  (await staff.ok(libraryRoutes.getDeskMaterial, { params: { materialId: assetId } })).isCaptioned;

/** Each test begins with captions that are shown, and that the library knows of. */
beforeEach(async () => {
  const { published, version } = await captions();
  if (!published)
    await staff.ok(captionRoutes.publishCaptions, { params: { assetId, language: 'vi' }, body: { version } });
  await vitest.waitUntil(isCaptioned, { timeout: 30_000, interval: 50 });
}, 60_000);

const boxOf = async (place: Locator) => {
  const { x = 0, y = 0, width = 0, height = 0 } = (await place.boundingBox()) ?? {};
  return { top: y, bottom: y + height, middle: { x: x + width / 2, y: y + height / 2 } };
};

/** The share of what is seen of the page, enlarged or not, that the picture covers. */
const covered = (page: Page): Promise<number> =>
  page.evaluate<number>(`(() => {
    const { top, bottom } = document.querySelector('.caption-picture').getBoundingClientRect();
    const { offsetTop, height } = visualViewport;
    return Math.max(0, Math.min(bottom, offsetTop + height) - Math.max(top, offsetTop)) / height;
  })()`);

const open = async (options: BrowserContextOptions = { viewport: SMALL_PHONE }) => {
  const visit = await stage.openAs('content-staff', options);
  await visit.page.goto(`/tai-len/${assetId}/phu-de`);
  await visit.page.getByRole('list', { name: words.list }).waitFor();
  await shown(visit);
  return visit;
};

it('the picture stays in sight on a phone while the lines below it are written', async () => {
  const visit = await open();
  const { page } = visit;
  await page.getByRole('button', { name: SAID.at(-1) ?? '' }).click();
  const line = page.getByRole('textbox', { name: words.text });
  await line.fill('Hẹn gặp lại các bác');
  const [picture, written] = [await boxOf(page.locator('video')), await boxOf(line)];
  expect(picture.top).toBeGreaterThanOrEqual(0);
  expect(picture.bottom).toBeLessThanOrEqual(written.top);
  // A keyboard takes up to half of the window.
  expect(picture.bottom).toBeLessThan(SMALL_PHONE.height / 2);
  expect(written.bottom).toBeLessThanOrEqual(SMALL_PHONE.height);
  expect(await shapeFaults(page)).toEqual([]);
  await page.getByRole('button', { name: words.discard }).click();
  await page.getByRole('button', { name: words.discardYes }).click();
  await page.getByText(words.states.shown).waitFor();
  await visit.context.close();
});

it('on a phone held sideways the picture goes with the page, and leaves what there is to the lines', async () => {
  const visit = await open({ viewport: SIDEWAYS });
  const { page } = visit;
  await page.locator('video').scrollIntoViewIfNeeded();
  expect((await boxOf(page.locator('video'))).bottom).toBeLessThanOrEqual(SIDEWAYS.height);
  await page.getByRole('button', { name: SAID.at(-1) ?? '' }).click();
  await page.getByRole('textbox', { name: words.text }).focus();
  expect(await covered(page)).toBe(0);
  expect(await shapeFaults(page)).toEqual([]);
  await visit.context.close();
});

it('in a page that is enlarged with two fingers the picture does not come along over the lines', async () => {
  const visit = await open({ viewport: SMALL_PHONE, isMobile: true, hasTouch: true });
  const { page, context } = visit;
  await page.getByRole('button', { name: SAID.at(-1) ?? '' }).click();
  const cdp = await context.newCDPSession(page);
  const { width, height } = SMALL_PHONE;
  const middle = { x: width / 2, y: height - 60 };
  await cdp.send('Input.synthesizePinchGesture', { ...middle, scaleFactor: 2.5 });
  await eventually(() => page.evaluate<number>('visualViewport.scale')).toBeGreaterThan(2);
  await eventually(() => page.evaluate<number>('visualViewport.offsetTop')).toBeGreaterThan(height / 3);
  await eventually(() => covered(page)).toBe(0);
  await context.close();
});

it('captions are taken off only by who says so twice, and not where they were published', async () => {
  const visit = await open();
  const { page } = visit;
  const published = async () => (await captions()).published;
  const withdrawals: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'DELETE') withdrawals.push(request.url());
  });
  await page.getByRole('button', { name: words.withdraw }).click();
  await page.getByText(words.withdrawAsk).waitFor();
  await page.getByRole('button', { name: words.withdrawNo }).click();
  await page.getByRole('button', { name: words.withdraw }).click();
  await page.getByRole('button', { name: words.withdrawYes }).click();
  await page.getByText(words.states.draft).waitFor();
  await eventually(published).toBeUndefined();
  // What "no" had sent would have left the page before this.
  expect(withdrawals).toHaveLength(1);
  await eventually(isCaptioned).toBe(false);
  const publish = page.getByRole('button', { name: words.publish });
  await publish.scrollIntoViewIfNeeded();
  const { x, y } = (await boxOf(publish)).middle;
  await publish.click();
  await page.getByText(words.states.shown).waitFor();
  const under = `document.elementFromPoint(${x}, ${y})?.closest('button')?.textContent ?? ''`;
  expect(await page.evaluate<string>(under)).not.toBe(words.withdraw);
  await expectLooksRight(visit, 'captions that are shown');
  await visit.context.close();
});

it('who appraises a recording reads who sent it, for which course, and that it has no captions', async () => {
  await handIn({ maker: staff }, assetId);
  const head = await stage.openAs('training-head', { viewport: DESK });
  const { page } = head;
  const t = vi.materialDesk;
  const sender = stage.site.accounts.find(({ role }) => role === 'content-staff')?.fullName ?? '';
  const place = t.place(course?.title ?? '', 1);
  await page.goto('/hoc-lieu');
  const card = page.getByRole('link').filter({ hasText: 'Bài giảng thử' });
  await card.getByText(`${t.sentBy(sender)} · ${place}`).waitFor();
  expect(await card.getByText(t.uncaptioned).count()).toBe(0);
  await staff.ok(captionRoutes.withdrawCaptions, { params: { assetId, language: 'vi' } });
  await eventually(isCaptioned).toBe(false);
  await page.reload();
  await card.getByText(t.uncaptioned).waitFor();
  await expectLooksRight(head, 'what waits to be appraised');
  await card.click();
  await page.getByText(t.uncaptionedMore).waitFor();
  const fact = (name: string) =>
    page.locator('.material-facts > div').filter({ hasText: name }).locator('dd').textContent();
  await eventually(() => fact(t.sender)).toBe(sender);
  expect(await fact(t.course)).toBe(place);
  await expectLooksRight(head, 'appraisal of a recording without captions');
  await head.context.close();
});
