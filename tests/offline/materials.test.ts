import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it, vi as vitest } from 'vitest';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { libraryRoutes } from '../../services/library/contract.ts';
import { mediaRoutes } from '../../services/media/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { openOffline, workerReady } from '../support/browser-offline.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, shown } from '../support/browser-visit.ts';
import { issueMaterial } from '../support/issue-material.ts';
import { sendFile } from '../support/send-file.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const SLUG = 'an-toan-tren-mang';
const LESSON = `/khoa-hoc/${SLUG}/bai/1`;
const TITLE = 'Tờ hướng dẫn mật khẩu';
const PICTURE = 'Ổ khóa trên thanh địa chỉ';
const ALT = 'Ổ khóa nhỏ ở đầu thanh địa chỉ';
const t = vi.materials;
/** Polling of vitest's own is for tests alone. */
const PATIENCE = { timeout: 60_000, interval: 100 };

const stage = setStage();

beforeAll(async () => {
  const [maker, appraiser] = await Promise.all([
    stage.site.signIn('content-staff'),
    stage.site.signIn('training-head'),
  ]);
  const { courseId } = await maker.ok(enrollmentRoutes.getCourse, { params: { courseId: SLUG } });
  const pages = Array.from({ length: 6 }, (_, at) => ({
    lines: [`Trang ${at + 1}`, 'Mật khẩu dài thì khó đoán.'],
  }));
  const photo = sharp({ create: { width: 900, height: 500, channels: 3, background: '#2a6' } }).png();
  const about = { courseId, lessonNo: 1 };
  const document = await sendFile(maker, tinyPdf(pages), { ...about, title: TITLE });
  const picture = await sendFile(maker, await photo.toBuffer(), { ...about, title: PICTURE, altText: ALT });
  for (const { assetId, status } of [document, picture]) {
    expect(status).toBe('ready');
    // The library hears of it a moment later, and the course page of the library's word.
    const params = { materialId: assetId };
    const isKnown = async () => (await maker.call(libraryRoutes.getDeskMaterial, { params })).status === 200;
    await vitest.waitUntil(isKnown, PATIENCE);
    await issueMaterial({ maker, appraiser }, assetId);
  }
  const areListed = async () => {
    const { media } = await maker.ok(mediaRoutes.listCourseMedia, { params: { courseId } });
    return media.filter(({ lessonNo }) => lessonNo === 1).length === 2;
  };
  await vitest.waitUntil(areListed, PATIENCE);
});

/** What an element says of itself, by a member that no attribute tells. */
const told = (element: Locator, member: 'currentSrc' | 'naturalWidth'): Promise<unknown> =>
  element.evaluate((one, name) => (one as unknown as Record<string, unknown>)[name], member);

const pageOf = (page: Page, number: number) => page.getByRole('region', { name: t.page(number, 6) });
const open = (page: Page) => page.getByRole('button', { name: vi.courses.readTitle(TITLE) }).click();
const isDrawn = (page: Page, number: number) =>
  eventually(() => told(pageOf(page, number).locator('img'), 'naturalWidth')).toBeGreaterThan(0);

it('a document is read as pictures and in words, by eye, by ear and by key, on the smallest phone', async () => {
  const visit = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page, faults, strangers } = visit;
  await page.goto(LESSON);
  await shown(visit);
  await open(page);
  await isDrawn(page, 1);
  // Pages far below are not fetched before somebody comes to them.
  expect(await pageOf(page, 6).locator('img').count()).toBe(0);
  // A screen reader hears the words that the picture shows.
  expect(await pageOf(page, 2).textContent()).toContain('Mật khẩu dài thì khó đoán.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: t.larger }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: t.larger }).click();
  await page.getByRole('spinbutton', { name: t.goTo }).fill('6');
  await page.keyboard.press('Enter');
  await isDrawn(page, 6);
  await page.getByRole('button', { name: t.asWords }).click();
  await pageOf(page, 6).getByText('Mật khẩu dài thì khó đoán.').waitFor();
  await page.evaluate('document.documentElement.dataset.size = "3"');
  expect(await spillsOf(page)).toEqual([]);
  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Lưu tệp PDF/ }).click();
  expect((await saving).suggestedFilename()).toBe('to-huong-dan-mat-khau.pdf');
  const picture = page.getByRole('img', { name: ALT });
  await picture.scrollIntoViewIfNeeded();
  await eventually(() => told(picture, 'currentSrc')).toMatch(/w\d+\.avif$/);
  expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
  await visit.context.close();
});

it('a lesson taken along shows its document and its picture without a network', async () => {
  const visit = await stage.openAs('learner');
  const { page } = visit;
  await page.goto('/');
  await workerReady(visit);
  await page.goto(LESSON);
  await shown(visit);
  await page.getByRole('button', { name: /^Tải về máy/ }).click();
  await page.getByRole('button', { name: /^Hình nhỏ/ }).click();
  await page.getByText(vi.downloads.ready, { exact: true }).waitFor();
  await openOffline(visit, LESSON);
  await open(page);
  await page.getByRole('spinbutton', { name: t.goTo }).fill('6');
  await page.keyboard.press('Enter');
  await isDrawn(page, 6);
  const picture = page.getByRole('img', { name: ALT });
  await picture.scrollIntoViewIfNeeded();
  await eventually(() => told(picture, 'naturalWidth')).toBe(640);
  await visit.context.close();
});
