import type { Route } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf, untranslated } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { signInAs, TV, type Visit } from '../support/browser-visit.ts';

const HALL = TV;
/** As televisions name themselves. Android TV says 960 by 540 and draws each pixel as two by two: 16 px there are 32. */
const SIZES = [
  HALL,
  { width: 960, height: 540 },
  { width: 1366, height: 768 },
  { width: 3840, height: 2160 },
];

const stage = setStage();
let visit: Visit;

beforeEach(async () => {
  visit = await stage.open({ viewport: HALL });
});
afterEach(() => visit?.context.close());

const tiles = () => visit.page.getByRole('navigation', { name: vi.tv.choices }).getByRole('button');
const message = () => visit.page.getByRole('heading', { level: 1 }).textContent();
const focused = () => visit.page.evaluate<string>('document.activeElement?.textContent ?? ""');
const openTv = async (): Promise<void> => {
  await visit.page.goto('/tv');
  await tiles().filter({ hasText: vi.tv.tiles.courses }).waitFor();
};

/** Letters smaller than 32 px of a screen 1920 wide, and whatever is cut off or leaves the screen. */
const misfits = (): Promise<string[]> =>
  visit.page.evaluate<string[]>(`(() => {
    const wrong = [];
    const least = 32 * innerWidth / 1920 - 0.1;
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const shape = node.parentElement;
      if (!node.textContent.trim() || !shape.checkVisibility() || shape.closest('.unseen')) continue;
      const size = parseFloat(getComputedStyle(shape).fontSize);
      if (size < least) wrong.push(node.textContent + ' has ' + size + ' px');
      const box = shape.getBoundingClientRect();
      if (box.bottom > innerHeight + 1 || box.top < -1) wrong.push(node.textContent + ' leaves the screen');
    }
    for (const box of document.querySelectorAll('.tv-tile, .tv-card, .tv-foot, .tv h1'))
      if (box.scrollHeight > box.clientHeight + 2) wrong.push(box.textContent + ' is cut off');
    return wrong;
  })()`);

const faults = async (at: string): Promise<string[]> =>
  [
    ...(await misfits()),
    ...(await spillsOf(visit.page)),
    ...(await accessibilityFaults(visit.page)),
    ...(await untranslated(visit.page)),
  ].map((fault) => `${at}: ${fault}`);

const TITLE = 'Nghiệp vụ số cho người bán hàng '.repeat(4).slice(0, 120);

/** Answers with titles and summaries as long as the contract lets them be. */
async function lengthen(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.json()) as { courses?: object[] };
  const long = { title: TITLE, summary: `${TITLE} `.repeat(3) };
  const json = body.courses
    ? { courses: body.courses.map((course) => ({ ...course, ...long })) }
    : { ...body, ...long };
  await route.fulfill({ response, json });
}

describe('the TV in the hall', () => {
  it.each(SIZES)('is legible from four metres and whole at $width by $height', async (size) => {
    await visit.page.setViewportSize(size);
    await openTv();
    expect(await faults('looping')).toEqual([]);
    const { page } = visit;
    await page.keyboard.press('ArrowDown');
    for (let at = 0; at < (await tiles().count()); at += 1) {
      const name = await focused();
      await page.keyboard.press('Enter');
      await tiles().first().waitFor({ state: 'detached' });
      expect(await faults(`opened ${name}`)).toEqual([]);
      await page.keyboard.press('Escape');
      await tiles().first().waitFor();
      await page.keyboard.press('ArrowDown');
    }
    expect(visit.faults).toEqual([]);
    expect(visit.strangers).toEqual([]);
  });

  it.each([...SIZES.map((size) => ({ ...size, names: 'usual' })), { ...HALL, names: 'the longest' }])(
    'has room for every message at $width by $height, with $names names',
    async ({ names, ...size }) => {
      const { page } = visit;
      if (names !== 'usual') await page.route(/\/v1\/courses(\/[^/]+)?$/, lengthen);
      await page.clock.install();
      await page.setViewportSize(size);
      await openTv();
      await page.locator('.tv-foot .number').first().waitFor();
      await page.clock.fastForward(2_000);
      const seen = new Map<string | null, string[]>();
      for (let at = 0; at < 12; at += 1) {
        const before = await message();
        seen.set(before, await misfits());
        await page.clock.fastForward(16_000);
        await eventually(message).not.toBe(before);
      }
      expect([...seen.keys()]).toContain(vi.tv.figuresTitle);
      expect([...seen.values()].flat()).toEqual([]);
      await tiles().filter({ hasText: vi.tv.tiles.courses }).click();
      await page.getByText(vi.tv.hintOpen).waitFor();
      expect(await misfits()).toEqual([]);
    },
  );

  it('is used by arrow keys and OK alone: every tile is reached, both ways round, opened and left', async () => {
    const { page } = visit;
    await openTv();
    const names = await tiles().allTextContents();
    await page.keyboard.press('ArrowUp');
    const walk = async (key: string) => {
      const seen: string[] = [];
      for (const _ of names) {
        seen.push(await focused());
        await page.keyboard.press(key);
        await eventually(focused).not.toBe(seen.at(-1));
      }
      return seen;
    };
    expect(await walk('ArrowDown')).toEqual(names);
    expect((await walk('ArrowLeft')).sort()).toEqual([...names].sort());
    await eventually(focused).toBe(names[0]);
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineWidth');
    expect(parseFloat(outline)).toBeGreaterThanOrEqual(6);
    for (const back of ['Escape', 'Backspace', 'GoBack']) {
      await page.keyboard.press('Enter');
      await page.getByText(vi.tv.hintOpen).waitFor();
      if (back === 'GoBack') await page.goBack();
      else await page.keyboard.press(back);
      await eventually(focused).toBe(names[0]);
    }
    expect(new URL(page.url()).pathname).toBe('/tv');
  });

  it('waits while somebody chooses and goes on when the remote lies still', async () => {
    const { page } = visit;
    await page.clock.install();
    await openTv();
    await page.clock.fastForward(2_000);
    const first = await message();
    await page.clock.fastForward(16_000);
    await eventually(message).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    const chosen = await message();
    await page.clock.fastForward(20_000);
    expect(await message()).toBe(chosen);
    await page.clock.fastForward(31_000);
    await eventually(() => tiles().locator(':scope:focus').count()).toBe(0);
    await page.clock.fastForward(16_000);
    await eventually(message).not.toBe(chosen);
  });

  it('shows no recording to a screen without a sign-in, and plays it over the whole screen with one', async () => {
    await openTv();
    expect(await visit.page.locator('.tv-tile').count()).toBe(3);
    await signInAs(visit, 'content-staff');
    await openTv();
    const recording = tiles().filter({ hasText: /00:\d\d/ });
    await recording.waitFor();
    await visit.page.keyboard.press('ArrowDown');
    await eventually(focused).toMatch(/00:\d\d/);
    await visit.page.keyboard.press('Enter');
    const moved = () => visit.page.evaluate<number>('document.querySelector("video")?.currentTime ?? -1');
    await eventually(moved).toBeGreaterThan(0);
    const box = await visit.page.locator('video').boundingBox();
    expect(box).toMatchObject(HALL);
    await visit.page.keyboard.press('Escape');
    await recording.waitFor();
  });

  it('goes on through a night and a week without network, drops what is over, and is fresh when it returns', async () => {
    const { page, context } = visit;
    await page.clock.install();
    await openTv();
    const totals = page.locator('.tv-foot .number');
    await totals.first().waitFor();
    await context.setOffline(true);
    await page.clock.fastForward('12:00:00');
    await page.getByText(/số liệu đến/).waitFor();
    const seen = new Set<string | null>();
    for (let at = 0; at < 12; at += 1) {
      await page.clock.fastForward(16_000);
      seen.add(await message());
    }
    expect(seen.size).toBeGreaterThan(5);
    expect([...seen].filter((text) => /Chưa tải|thử lại/i.test(text ?? ''))).toEqual([]);
    for (let day = 0; day < 10; day += 1) await page.clock.fastForward('23:59:00');
    await eventually(() => totals.count()).toBe(0);
    expect(
      await page
        .locator('.tv-tile')
        .filter({ hasText: /Còn \d+ chỗ/ })
        .count(),
    ).toBe(0);
    const before = await message();
    await page.clock.fastForward(16_000);
    await eventually(message).not.toBe(before);
    await context.setOffline(false);
    await totals.first().waitFor();
    expect(await page.getByText(/số liệu đến/).count()).toBe(0);
  });

  it('does not take old seats for fresh ones, nor drop its recording, when only a part is answered', async () => {
    const { page } = visit;
    await signInAs(visit, 'content-staff');
    await page.clock.install();
    await openTv();
    const totals = page.locator('.tv-foot .number');
    const recording = tiles().filter({ hasText: /00:\d\d/ });
    await Promise.all([totals.first().waitFor(), recording.waitFor()]);
    const refused = () => page.waitForEvent('requestfailed');
    await page.route('**/v1/courses/*/media', (route) => route.abort());
    await Promise.all([refused(), page.clock.fastForward('00:07:00')]);
    await page.clock.fastForward(5_000);
    expect(await recording.count()).toBe(1);
    await page.route('**/v1/courses/an-toan-tren-mang', (route) => route.abort());
    for (let half = 0; half < 3; half += 1)
      await Promise.all([refused(), page.clock.fastForward('12:00:00')]);
    await eventually(() => totals.count()).toBe(0);
  });

  it('holds no more timers and listeners after a day of use than after its first minute', async () => {
    const { page } = visit;
    await page.addInitScript(`
      globalThis.held = { timers: new Set(), listeners: 0 };
      const { setInterval, clearInterval } = globalThis;
      globalThis.setInterval = (...all) => { const id = setInterval(...all); held.timers.add(id); return id; };
      globalThis.clearInterval = (id) => { held.timers.delete(id); clearInterval(id); };
      const { addEventListener, removeEventListener } = globalThis;
      globalThis.addEventListener = (...all) => { held.listeners += 1; return addEventListener(...all); };
      globalThis.removeEventListener = (...all) => { held.listeners -= 1; return removeEventListener(...all); };
    `);
    await openTv();
    const held = () =>
      page.evaluate<string>('held.timers.size + " timers, " + held.listeners + " listeners"');
    const first = await held();
    expect(first).toMatch(/^[1-3] timers/);
    const entries = await page.evaluate<number>('history.length');
    await page.keyboard.press('ArrowDown');
    for (let time = 0; time < 10; time += 1) {
      await page.keyboard.press('Enter');
      await page.getByText(vi.tv.hintOpen).waitFor();
      await page.keyboard.press('Escape');
      await tiles().first().waitFor();
    }
    await eventually(held).toBe(first);
    expect(await page.evaluate<number>('history.length')).toBeLessThanOrEqual(entries + 1);
  });

  it('opens itself anew at night, once, and not while the evening goes on', async () => {
    const { page } = visit;
    await page.clock.install({ time: new Date('2026-11-26T20:00:00+07:00') });
    await openTv();
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.clock.fastForward('05:50:00');
    await page.clock.fastForward(5_000);
    expect(loads).toBe(0);
    await page.clock.fastForward('00:45:00');
    await eventually(() => loads).toBe(1);
    await tiles().first().waitFor();
    await page.clock.fastForward('00:30:00');
    await page.clock.fastForward(5_000);
    await tiles().first().waitFor();
    expect(loads).toBe(1);
  });

  it('shows what it knew when it is opened again without the API', async () => {
    const { page } = visit;
    await openTv();
    await page.locator('.tv-foot .number').first().waitFor();
    await page.route('**/v1/**', (route) => route.abort());
    await openTv();
    expect(await page.locator('.tv-foot .number').count()).toBeGreaterThan(0);
  });
});
