import type { Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, spillsOf, untranslated } from '../support/browser-look.ts';
import { resizeTo, TV } from '../support/browser-visit.ts';
import { misfitsOf, setHall } from '../support/hall.ts';

/** As televisions name themselves. Android TV says 960 by 540 and draws each pixel as two by two: 16 px there are 32. */
const SIZES = [TV, { width: 960, height: 540 }, { width: 1366, height: 768 }, { width: 3840, height: 2160 }];

const hall = setHall();

const faults = async (at: string): Promise<string[]> =>
  [
    ...(await misfitsOf(hall.page)),
    ...(await spillsOf(hall.page)),
    ...(await accessibilityFaults(hall.page)),
    ...(await untranslated(hall.page)),
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
    await resizeTo(hall.page, size);
    await hall.open();
    expect(await faults('looping')).toEqual([]);
    const { page } = hall;
    await page.keyboard.press('ArrowDown');
    for (let at = 0; at < (await hall.tiles().count()); at += 1) {
      const name = await hall.focused();
      await page.keyboard.press('Enter');
      await hall.tiles().first().waitFor({ state: 'detached' });
      expect(await faults(`opened ${name}`)).toEqual([]);
      await page.keyboard.press('Escape');
      await hall.tiles().first().waitFor();
      await page.keyboard.press('ArrowDown');
    }
    expect(hall.visit.faults).toEqual([]);
    expect(hall.visit.strangers).toEqual([]);
  });

  it.each([...SIZES.map((size) => ({ ...size, names: 'usual' })), { ...TV, names: 'the longest' }])(
    'has room for every message at $width by $height, with $names names',
    async ({ names, ...size }) => {
      const { page } = hall;
      if (names !== 'usual') await page.route(/\/v1\/courses(\/[^/]+)?$/, lengthen);
      await page.clock.install();
      await resizeTo(page, size);
      await hall.open();
      await page.locator('.tv-foot .number').first().waitFor();
      await page.clock.fastForward(2_000);
      const seen = new Map<string | null, string[]>();
      for (let at = 0; at < 12; at += 1) {
        const before = await hall.message();
        seen.set(before, await misfitsOf(hall.page));
        await page.clock.fastForward(16_000);
        await eventually(hall.message).not.toBe(before);
      }
      expect([...seen.keys()]).toContain(vi.tv.figuresTitle);
      expect([...seen.values()].flat()).toEqual([]);
      await hall.tiles().filter({ hasText: vi.tv.tiles.courses }).click();
      await page.getByText(vi.tv.hintOpen).waitFor();
      expect(await misfitsOf(hall.page)).toEqual([]);
    },
  );
});
