import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { openOffline, workerReady } from '../support/browser-offline.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, shown } from '../support/browser-visit.ts';
import { publishInLesson } from '../support/lesson-material.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const SLUG = 'an-toan-tren-mang';
const LESSON = `/khoa-hoc/${SLUG}/bai/1`;
const TITLE = 'Tờ hướng dẫn mật khẩu';
const PICTURE = 'Ổ khóa trên thanh địa chỉ';
const ALT = 'Ổ khóa nhỏ ở đầu thanh địa chỉ';
const t = vi.materials;

const stage = setStage();

beforeAll(async () => {
  const pages = Array.from({ length: 6 }, (_, at) => ({
    lines: [`Trang ${at + 1}`, 'Mật khẩu dài thì khó đoán.'],
  }));
  const photo = sharp({ create: { width: 900, height: 500, channels: 3, background: '#2a6' } }).png();
  await publishInLesson(stage.site.signIn, { course: SLUG, lessonNo: 1 }, [
    { content: tinyPdf(pages), title: TITLE },
    { content: await photo.toBuffer(), title: PICTURE, altText: ALT },
  ]);
});

/** What an element says of itself, by a member that no attribute tells. */
const told = (element: Locator, member: 'currentSrc' | 'naturalWidth'): Promise<unknown> =>
  element.evaluate((one, name) => (one as unknown as Record<string, unknown>)[name], member);

const pageOf = (page: Page, number: number) => page.getByRole('region', { name: t.page(number, 6) });
const open = (page: Page) =>
  page.getByRole('button', { name: `${vi.courses.documentOf(TITLE)} ${vi.courses.readDocument}` }).click();
const isDrawn = (page: Page, number: number) =>
  eventually(() => told(pageOf(page, number).locator('img'), 'naturalWidth')).toBeGreaterThan(0);

it('a document is read as pictures and in words, by eye, by ear and by key, on the smallest phone', async () => {
  const visit = await stage.openAs('learner', { viewport: SMALL_PHONE });
  const { page, faults, strangers } = visit;
  await page.goto(LESSON);
  await shown(visit);
  await open(page);
  await isDrawn(page, 1);
  // The document comes first: its first page is in sight above the bar, and what is done with it is one row.
  await page.evaluate('document.documentElement.dataset.size = "3"');
  const [sheet, tools] = await Promise.all(
    ['.document-page img', '.document-tools'].map((part) => page.locator(part).first().boundingBox()),
  );
  expect(tools?.height).toBeLessThan(80);
  expect((sheet?.y ?? 0) - (tools?.y ?? 0)).toBeLessThan(140);
  await page.evaluate('document.documentElement.dataset.size = "1"');
  // Pages far below are not fetched before somebody comes to them.
  expect(await pageOf(page, 6).locator('img').count()).toBe(0);
  // A screen reader hears the words that the picture shows.
  expect(await pageOf(page, 2).textContent()).toContain('Mật khẩu dài thì khó đoán.');
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: t.larger }).click();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('button', { name: t.larger }).click();
  await page.getByRole('button', { name: t.more }).click();
  await page.getByRole('spinbutton', { name: t.goTo }).fill('6');
  await page.keyboard.press('Enter');
  await isDrawn(page, 6);
  await page.getByRole('button', { name: t.asWords }).click();
  await pageOf(page, 6).getByText('Mật khẩu dài thì khó đoán.').waitFor();
  await page.evaluate('document.documentElement.dataset.size = "3"');
  expect(await spillsOf(page)).toEqual([]);
  await page.getByRole('button', { name: t.close }).last().click();
  await page.locator('.document-start').waitFor();
  const isInSight = `(() => {
    const { top, bottom } = document.querySelector('.document-start').getBoundingClientRect();
    return document.activeElement.matches('figure') && top >= 0 && bottom <= innerHeight;
  })()`;
  await eventually(() => page.evaluate<boolean>(isInSight)).toBe(true);
  await open(page);
  await page.getByRole('button', { name: t.more }).click();
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
  await page.getByRole('button', { name: t.more }).click();
  await page.getByRole('spinbutton', { name: t.goTo }).fill('6');
  await page.keyboard.press('Enter');
  await isDrawn(page, 6);
  const picture = page.getByRole('img', { name: ALT });
  await picture.scrollIntoViewIfNeeded();
  await eventually(() => told(picture, 'naturalWidth')).toBe(640);
  await visit.context.close();
});
