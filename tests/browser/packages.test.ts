import type { FrameLocator } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { formatMark } from '../../shared/marks/marks.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, type Visit } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';
import { publishInLesson } from '../support/lesson-material.ts';
import { scormManifest, scormPackage } from '../support/scorm-package.ts';
import { HOSTILE_PACKAGE, TINY_PACKAGE, TWO_LESSONS } from '../support/tiny-package.ts';

const SLUG = 'an-toan-tren-mang';
const LESSON = `/khoa-hoc/${SLUG}/bai/1`;
const TITLES = ['Đố vui về mật khẩu', 'Bài của người lạ', 'Hai bài một gói'] as const;
const t = vi.packages;
const stage = setStage();

/** Assets of the packages, in the order of their titles. */
let assets: readonly string[] = [];

beforeAll(async () => {
  const { cloud, signIn } = stage.site;
  const item = `parameters="?site=${encodeURIComponent(cloud.address)}"`;
  const manifest = { name: 'imsmanifest.xml', content: scormManifest({ item }) };
  const packages = [
    scormPackage(...TINY_PACKAGE),
    scormPackage(...HOSTILE_PACKAGE, manifest),
    scormPackage(...TWO_LESSONS),
  ];
  const files = packages.map((content, at) => ({ content, title: TITLES[at] ?? '' }));
  assets = await publishInLesson(signIn, { course: SLUG, lessonNo: 1 }, files);
});

const triedIn = async (lesson: FrameLocator) =>
  JSON.parse((await lesson.locator('#tried:not(:empty)').textContent()) ?? '') as {
    readonly tried: Record<string, string>;
    readonly refused: readonly string[];
  };

const pressOpen = ({ page }: Visit, title: string) => {
  const figure = page.locator('figure').filter({ hasText: title });
  return figure.getByRole('button', { name: vi.courses.openPackage }).click();
};

/** What is inside the frame of a package or a lesson. */
const insideOf = ({ page }: Visit, title: string) =>
  page.frameLocator(`iframe[title="${t.frame(title)}"]`).frameLocator('iframe');

/** Opens a package on the page of its lesson; what is inside its frame. */
async function openPackage(visit: Visit, title: string) {
  await pressOpen(visit, title);
  return insideOf(visit, title);
}

it('a learner passes an interactive lesson on a small phone, also while the line is dead, and goes on another time', async () => {
  const learner = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page, context, faults } = learner;
  await page.goto(LESSON);
  const lesson = await openPackage(learner, TITLES[0]);
  await lesson.getByText('Bắt đầu').waitFor();
  await page.getByText(t.statuses['not attempted']).waitFor();
  await page.locator('iframe').first().scrollIntoViewIfNeeded();
  await expectLooksRight(learner, 'interactive lesson');
  await context.setOffline(true);
  await lesson.getByRole('button', { name: 'Làm xong' }).click();
  await page.getByText(t.saving.kept).waitFor();
  const metNothing = faults.splice(0);
  expect(metNothing.filter((fault) => !/ERR_INTERNET_DISCONNECTED/.test(fault))).toEqual([]);
  await context.setOffline(false);
  await page.getByText(`${t.statuses.passed} ${t.score(formatMark(800))} ${t.saving.sent}`).waitFor();

  await page.getByRole('button', { name: t.larger }).press('Enter');
  await page.getByRole('button', { name: t.smaller }).press('Enter');
  await page.getByRole('button', { name: t.close }).press('Enter');
  await page.locator('iframe').waitFor({ state: 'detached' });
  await page.reload();
  await (await openPackage(learner, TITLES[0])).getByText('Học tiếp từ trang 2').waitFor();
  await page.getByText(t.statuses.passed).waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('each lesson of a package keeps its own place, also when it loads our page anew, and all of them make it done', async () => {
  const learner = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page, context, faults } = learner;
  const lesson = (no: number) => page.locator('.package-lessons button').nth(no - 1);
  await page.goto(LESSON);
  await pressOpen(learner, TITLES[2]);
  await page.getByText(t.done(0, 2)).waitFor();
  await expectLooksRight(learner, 'list of lessons');
  await expect.poll(() => page.evaluate('document.activeElement.textContent')).toMatch(/^Bài 1/);
  await page.keyboard.press('Enter');
  const [first, second] = [insideOf(learner, t.untitled(1)), insideOf(learner, t.untitled(2))];
  await first.getByText('Bắt đầu').waitFor();
  await first.getByRole('button', { name: 'Làm xong' }).click();
  await page.getByRole('button', { name: t.next }).waitFor();
  await first.getByRole('button', { name: 'Tải lại' }).click();
  await first.getByText('Học tiếp từ trang 2').waitFor();
  await page.getByRole('button', { name: t.next }).press('Enter');

  await second.getByRole('heading', { name: 'Bài nhỏ thứ hai' }).waitFor();
  await second.getByText('Bắt đầu').waitFor();
  await page.getByRole('button', { name: t.close }).click();
  await page.getByText(t.done(1, 2)).waitFor();
  await lesson(1).getByText(t.marks.done).waitFor();
  await lesson(2).getByText(t.marks.begun).waitFor();
  await page.keyboard.press('Enter');
  await second.getByRole('button', { name: 'Làm xong' }).click();
  await page.getByText(t.statuses.passed).waitFor();
  await page.getByRole('button', { name: t.close }).click();
  await page.getByText(t.allDone(2)).waitFor();

  await page.reload();
  await pressOpen(learner, TITLES[2]);
  await page.getByText(t.allDone(2)).waitFor();
  await lesson(1).click();
  await first.getByText('Học tiếp từ trang 2').waitFor();
  expect(faults).toEqual([]);
  await context.close();
});

it('a package reads nothing of the site, calls nobody, and leads nowhere', async () => {
  const learner = await stage.openAs('learner');
  const { page, context, faults } = learner;
  await page.goto(LESSON);
  const lesson = await openPackage(learner, TITLES[1]);
  const { tried, refused } = await triedIn(lesson);
  expect(tried).toEqual({
    'page of the site': 'refused',
    'storage of the site': 'refused',
    cookies: 'CloudFront-Hash-Algorithm,CloudFront-Key-Pair-Id,CloudFront-Policy,CloudFront-Signature',
    'who learns': 'Học viên',
    'API of the site': 'refused',
    stranger: 'refused',
    'picture of a stranger': 'refused',
    worker: 'SecurityError',
    'worker by our page': 'refused',
    'left by somebody else': 'nothing',
    'port of the site': 'true',
    window: 'null',
    'leading the site away': 'refused',
  });
  expect(refused).toEqual([
    `connect-src ${stage.site.cloud.address}/v1/me`,
    'connect-src https://example.org/',
    'img-src https://example.org/a.png',
  ]);
  expect(page.url()).toBe(stage.site.cloud.address + LESSON);
  // What it said over the port did the page no harm, and what it left in the browser is gone the next time.
  await page.getByRole('button', { name: t.close }).click();
  const next = await openPackage(learner, TITLES[1]);
  expect((await triedIn(next)).tried).toMatchObject({ 'left by somebody else': 'nothing' });
  await next.getByRole('button', { name: 'Đi nơi khác' }).click();
  await expect
    .poll(() => faults.join('\n'))
    .toMatch(/'https:\/\/example\.org\/' violates .*frame-src 'self'/);
  await context.close();
});

it('a package may begin with XHTML, and is closed when the edge refuses it', async () => {
  const learner = await stage.openAs('learner');
  const { page, context } = learner;
  await page.goto(LESSON);
  const answer = (status: number, contentType: string, body: string) =>
    context.route(/\/packages\/.*\/index\.html/, (route) => route.fulfill({ status, contentType, body }));
  await answer(
    200,
    'application/xhtml+xml',
    '<html xmlns="http://www.w3.org/1999/xhtml"><p>Bài XHTML</p></html>',
  );
  await (await openPackage(learner, TITLES[0])).getByText('Bài XHTML').waitFor();
  // A package that has opened is given the focus.
  await expect.poll(() => page.evaluate('document.activeElement.tagName')).toBe('IFRAME');
  await page.getByRole('button', { name: t.close }).click();
  await answer(403, 'text/xml', '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>');
  await openPackage(learner, TITLES[0]);
  await page.getByText(t.gone).waitFor();
  await context.close();
});

it('a guest plays an open one from the library, and is told that nothing is kept', async () => {
  const guest = await stage.open();
  const { page, context, faults } = guest;
  await page.goto(`/thu-vien/${assets[0]}`);
  const lesson = await openPackage(guest, TITLES[0]);
  await lesson.getByRole('button', { name: 'Làm xong' }).click();
  await page.getByText(t.guest).waitFor();
  await expectLooksRight(guest, 'interactive lesson of a guest');
  expect(faults).toEqual([]);
  await context.close();
});
