import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { libraryRoutes } from '../../services/library/contract.ts';
import { passRoutes } from '../../services/media/contract-delivery.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { TV } from '../support/browser-visit.ts';
import type { Client } from '../support/client.ts';
import { misfitsOf } from '../support/hall.ts';
import { publishInLesson } from '../support/lesson-material.ts';
import { tinyPdf } from '../support/tiny-pdf.ts';

const t = vi.tv.byCode;
const stage = setStage();
/** What a recording consists of, and not what the API says of it. */
const FILES = /:\d+\/media\//;

/** The first material of a kind, open to all or not, with six digits that open it. */
async function drawCode(teacher: Client, kind: 'video' | 'reference', access?: 'enrolled') {
  const { materials } = await teacher.ok(libraryRoutes.listMaterials, { query: { kind } });
  const first = materials.find((one) => access === undefined || one.access === access);
  const { materialId, title } = first ?? { materialId: '', title: '' };
  const { code } = await teacher.ok(libraryRoutes.openTvCode, { params: { materialId } });
  return { materialId, title, code };
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Six digits at the place for them, as a remote gives them: nothing is pressed yet. */
const typeCode = async (page: Page, code: string): Promise<void> => {
  await page.goto('/tv/ma');
  await page.getByLabel(t.code).waitFor();
  await page.keyboard.type(code);
};

/** What has the focus after each of some presses of a remote. */
async function walk(page: Page, key: string, times: number): Promise<string[]> {
  const names: string[] = [];
  for (let at = 0; at < times; at += 1) {
    await page.keyboard.press(key);
    names.push(await focusedName(page));
  }
  return names;
}

/** More presses than there are screens of what is read. */
const MOST_PRESSES = 60;

/** What gets the focus one after the other until it is what is called `last`; between them the screen moves on. */
async function stops(page: Page, key: string, last: string): Promise<string[]> {
  const from = await focusedName(page);
  const names = [from];
  for (let presses = 0; presses < MOST_PRESSES && names.at(-1) !== last; presses += 1) {
    await page.keyboard.press(key);
    // A size is written so that no line breaks within it.
    const name = (await focusedName(page)).replaceAll('\u00a0', ' ');
    if (name !== names.at(-1)) names.push(name);
  }
  return names.slice(1);
}

/** What a screen reader adds to the name of what has the focus. */
const focusedMore = (page: Page): Promise<string> =>
  page.evaluate<string>(
    'document.getElementById(document.activeElement.getAttribute("aria-describedby"))?.textContent ?? ""',
  );

const inVideo = <T>(page: Page, what: string): Promise<T> =>
  page.evaluate<T>(`(() => { const video = document.querySelector('video'); return ${what}; })()`);

it('six digits open a material on a television that nobody is signed in at, until they are ended', async () => {
  const teacher = await stage.site.signIn('teacher');
  const { materialId, title, code } = await drawCode(teacher, 'reference');
  const tv = await stage.open({ viewport: TV });
  const { page } = tv;
  await page.goto('/tv/ma');
  const digits = page.getByLabel(t.code);
  await digits.fill(code);
  await digits.press('Enter');
  await page.getByRole('heading', { name: title }).waitFor();
  expect(await misfitsOf(page)).toEqual([]);
  expect(await focusedName(page)).toContain(title);
  await page.keyboard.press('Escape');
  await digits.waitFor();
  expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('INPUT');

  // A recording fills the screen, and the remote steers it.
  await digits.fill((await drawCode(teacher, 'video')).code);
  await digits.press('Enter');
  await page.locator('.tv-recording-bar').waitFor();
  const isPaused = () => page.evaluate<boolean>('document.querySelector("video").paused');
  await eventually(isPaused).toBe(false);
  // By the playlist, in the size that fits the screen, also where there is one small file.
  expect(await page.evaluate<string>('document.querySelector("video").currentSrc')).toMatch(/^blob:/);
  await page.keyboard.press('Enter');
  await eventually(isPaused).toBe(true);
  expect(await misfitsOf(page)).toEqual([]);
  expect(tv.faults).toEqual([]);
  await page.goBack();
  await digits.waitFor();
  await teacher.ok(libraryRoutes.closeTvCode, { params: { materialId } });
  await digits.fill(code);
  await digits.press('Enter');
  await page.getByText(t.wrong).waitFor();
  await tv.context.close();
});

it('asks at the end of a recording what comes next, and the remote reaches all of it', async () => {
  const { code } = await drawCode(await stage.site.signIn('teacher'), 'video');
  const tv = await stage.open({ viewport: TV });
  const { page } = tv;
  await typeCode(page, code);
  expect(await walk(page, 'ArrowDown', 2)).toEqual([t.open, t.open]);
  expect(await walk(page, 'ArrowUp', 1)).toEqual([t.code]);
  await press(page, 'ArrowDown', 'Enter');
  await eventually(() => inVideo<number>(page, 'video?.readyState ?? 0')).toBeGreaterThan(2);
  await press(page, 'End');
  await page.getByText(t.over.ended).waitFor();
  expect(await focusedName(page)).toBe(t.again.ended);
  expect(await focusedMore(page)).toBe(t.over.ended);
  expect(await misfitsOf(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await walk(page, 'ArrowDown', 2)).toEqual([t.back, t.programme]);
  expect(await walk(page, 'ArrowUp', 2)).toEqual([t.back, t.again.ended]);

  await press(page, 'Enter');
  await eventually(() => inVideo<boolean>(page, '!video.paused && video.currentTime > 0')).toBe(true);
  await press(page, 'End');
  await page.getByText(t.over.ended).waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await page.getByLabel(t.code).waitFor();
  await page.keyboard.type(code);
  await press(page, 'Enter');
  await eventually(() => inVideo<number>(page, 'video?.readyState ?? 0')).toBeGreaterThan(2);
  await press(page, 'End');
  await page.getByText(t.over.ended).waitFor();
  await press(page, 'ArrowDown', 'ArrowDown', 'Enter');
  await page.getByRole('navigation', { name: vi.tv.choices }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/tv');
  expect(tv.faults).toEqual([]);
  await tv.context.close();
});

it('says that a recording could not be played, and plays it when it is asked again', async () => {
  const { code } = await drawCode(await stage.site.signIn('teacher'), 'video');
  const { page, context } = await stage.open({ viewport: TV });
  await page.route(FILES, (route) => route.abort());
  await typeCode(page, code);
  await press(page, 'Enter');
  await page.getByText(t.over.failed).waitFor();
  expect(await focusedName(page)).toBe(t.again.failed);
  expect(await focusedMore(page)).toBe(t.over.failed);
  expect(await misfitsOf(page)).toEqual([]);
  await page.unroute(FILES);
  await press(page, 'Enter');
  await eventually(() => inVideo<number>(page, 'video?.currentTime ?? 0')).toBeGreaterThan(0);
  await context.close();
});

it('plays a recording whose code was opened so lately that those who give passes have not heard of it', async () => {
  const { code } = await drawCode(await stage.site.signIn('teacher'), 'video');
  const tv = await stage.open({ viewport: TV });
  const { page } = tv;
  let asked = 0;
  await page.route(/\/tv-codes\/\d+\/pass$/, (route) => {
    asked += 1;
    const problem = JSON.stringify({ type: 'about:blank', title: 'Unknown', status: 404, code: 'not-found' });
    return asked > 2
      ? route.continue()
      : route.fulfill({ status: 404, contentType: 'application/problem+json', body: problem });
  });
  await page.goto('/tv/ma');
  await page.getByLabel(t.code).fill(code);
  await page.getByLabel(t.code).press('Enter');
  await eventually(() => inVideo<boolean | undefined>(page, 'video?.paused')).toBe(false);
  expect(asked).toBe(3);
  await tv.context.close();
});

it('says that the code has ended where one was, and leads to another one instead of to the same again', async () => {
  const teacher = await stage.site.signIn('teacher');
  const { materialId, code } = await drawCode(teacher, 'video', 'enrolled');
  const { page, context } = await stage.open({ viewport: TV });
  await page.route(FILES, (route) => route.abort());
  await typeCode(page, code);
  await press(page, 'Enter');
  await page.getByText(t.over.failed).waitFor();
  await teacher.ok(libraryRoutes.closeTvCode, { params: { materialId } });
  const asked = async () => (await teacher.call(passRoutes.issueTvPass, { params: { code } })).status;
  await eventually(asked).toBe(404);
  await page.unroute(FILES);
  // What the screen holds for less than a minute has run out.
  await context.clearCookies();
  await press(page, 'Enter');
  await page.getByText(t.over.closed).waitFor();
  expect(await focusedName(page)).toBe(t.back);
  expect(await focusedMore(page)).toBe(t.over.closed);
  expect(await misfitsOf(page)).toEqual([]);
  expect(await walk(page, 'ArrowUp', 1)).toEqual([t.back]);
  expect(await walk(page, 'ArrowDown', 1)).toEqual([t.programme]);
  await press(page, 'ArrowUp', 'Enter');
  await page.getByLabel(t.code).waitFor();
  await context.close();
});

it('leads a remote through all that is done with a long document, into the number of a page and out again', async () => {
  const pages = Array.from({ length: 5 }, (_, at) => ({ lines: [`Trang ${at + 1}`] }));
  const [materialId = ''] = await publishInLesson(
    stage.site.signIn,
    { course: 'an-toan-tren-mang', lessonNo: 1 },
    [{ content: tinyPdf(pages), title: 'Tờ hướng dẫn năm trang' }],
  );
  const teacher = await stage.site.signIn('teacher');
  const { code } = await teacher.ok(libraryRoutes.openTvCode, { params: { materialId } });
  const { page, context } = await stage.open({ viewport: TV });
  await typeCode(page, code);
  await press(page, 'Enter');
  await page.locator('.document-start').waitFor();
  await press(page, 'ArrowDown', 'Enter');
  await page.locator('.document-pages').waitFor();
  const words = vi.materials;
  expect(await stops(page, 'ArrowUp', words.larger)).toEqual([words.more, words.larger]);
  await press(page, 'ArrowDown', 'Enter');
  await page.getByRole('button', { name: words.asWords }).waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  // What goes to a page stands beside its number, not below it.
  const [field, go] = await Promise.all([
    page.getByRole('spinbutton', { name: words.goTo }).boundingBox(),
    page.getByRole('button', { name: words.go, exact: true }).boundingBox(),
  ]);
  expect((go?.y ?? 0) + (go?.height ?? 0)).toBeCloseTo((field?.y ?? 0) + (field?.height ?? 0), 0);
  const save = words.original('dưới 0,1 MB');
  const tools = [words.asWords, words.print, save, words.close, words.goTo, words.go];
  expect(await stops(page, 'ArrowDown', t.back)).toEqual([...tools, words.close, t.back]);
  const up = [words.close, ...tools.toReversed(), words.more, words.larger];
  expect(await stops(page, 'ArrowUp', words.larger)).toEqual(up);
  expect(await page.evaluate<number>('document.querySelector(".tv-code-page").scrollTop')).toBe(0);
  await stops(page, 'ArrowDown', words.goTo);
  await page.keyboard.type('4');
  await press(page, 'Enter');
  const fourth = 'document.activeElement === document.querySelectorAll(".document-page")[3]';
  expect(await page.evaluate<boolean>(fourth)).toBe(true);
  await context.close();
});
