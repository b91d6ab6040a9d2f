import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { libraryRoutes } from '../../services/library/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { TV } from '../support/browser-visit.ts';
import type { Client } from '../support/client.ts';
import { misfitsOf } from '../support/hall.ts';

const t = vi.tv.byCode;
const stage = setStage();
/** What a recording consists of, and not what the API says of it. */
const FILES = /:\d+\/media\//;

/** The first material of a kind, with six digits that open it. */
async function drawCode(teacher: Client, kind: 'video' | 'reference') {
  const { materials } = await teacher.ok(libraryRoutes.listMaterials, { query: { kind } });
  const { materialId, title } = materials[0] ?? { materialId: '', title: '' };
  const { code } = await teacher.ok(libraryRoutes.openTvCode, { params: { materialId } });
  return { materialId, title, code };
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
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
  await page.goto('/tv/ma');
  await page.getByLabel(t.code).waitFor();
  await page.keyboard.type(code);
  expect(await walk(page, 'ArrowDown', 2)).toEqual([t.open, t.open]);
  expect(await walk(page, 'ArrowUp', 1)).toEqual([t.code]);
  await press(page, 'ArrowDown', 'Enter');
  await eventually(() => inVideo<number>(page, 'video?.readyState ?? 0')).toBeGreaterThan(2);
  await press(page, 'End');
  await page.getByText(t.over.ended).waitFor();
  expect(await focusedName(page)).toBe(t.again.ended);
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
  await page.goto('/tv/ma');
  await page.getByLabel(t.code).waitFor();
  await page.keyboard.type(code);
  await press(page, 'Enter');
  await page.getByText(t.over.failed).waitFor();
  expect(await focusedName(page)).toBe(t.again.failed);
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
