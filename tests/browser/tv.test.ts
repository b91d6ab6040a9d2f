import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { signInAs, TV } from '../support/browser-visit.ts';
import { misfitsOf, setHall } from '../support/hall.ts';

const hall = setHall();

describe('the TV in the hall', () => {
  it('is used by arrow keys and OK alone: every tile is reached, both ways round, opened and left', async () => {
    const { page } = hall;
    await hall.open();
    const names = await hall.tiles().allTextContents();
    await page.keyboard.press('ArrowUp');
    await eventually(hall.focused).toBe(names[0]);
    const walk = async (key: string) => {
      const seen: string[] = [];
      for (const _ of names) {
        seen.push(await hall.focused());
        await page.keyboard.press(key);
        await eventually(hall.focused).not.toBe(seen.at(-1));
      }
      return seen;
    };
    expect(await walk('ArrowDown')).toEqual(names);
    expect((await walk('ArrowLeft')).sort()).toEqual([...names].sort());
    await eventually(hall.focused).toBe(names[0]);
    const outline = await page.evaluate<string>('getComputedStyle(document.activeElement).outlineWidth');
    expect(parseFloat(outline)).toBeGreaterThanOrEqual(6);
    const isAway = () => page.evaluate<boolean>('history.state?.isOpenOnTv === true');
    for (const back of ['Escape', 'Backspace', 'GoBack']) {
      await page.keyboard.press('Enter');
      await page.getByText(vi.tv.hintOpen).waitFor();
      await eventually(isAway).toBe(true);
      if (back === 'GoBack') await page.goBack();
      else await page.keyboard.press(back);
      await eventually(hall.focused).toBe(names[0]);
      await eventually(isAway).toBe(false);
    }
    expect(new URL(page.url()).pathname).toBe('/tv');
  });

  it('stays open when it is opened again before the browser has gone back from the last time', async () => {
    const { page } = hall;
    await hall.open();
    const [name] = await hall.tiles().allTextContents();
    await page.keyboard.press('Enter');
    await eventually(hall.focused).toBe(name);
    // The browser is slow on its way back: it arrives when the next tile is open.
    await page.evaluate(
      `history.back = () => { globalThis.goOn = () => History.prototype.back.call(history); }`,
    );
    await page.keyboard.press('Enter');
    await page.getByText(vi.tv.hintOpen).waitFor();
    await page.keyboard.press('Escape');
    await eventually(hall.focused).toBe(name);
    await page.keyboard.press('Enter');
    await page.getByText(vi.tv.hintOpen).waitFor();
    await page.evaluate(
      `new Promise((done) => { addEventListener('popstate', () => setTimeout(done, 100)); globalThis.goOn(); })`,
    );
    expect(await page.getByText(vi.tv.hintOpen).count()).toBe(1);
    await page.evaluate('delete history.back');
    await page.goBack();
    await eventually(hall.focused).toBe(name);
    expect(new URL(page.url()).pathname).toBe('/tv');
  });

  it('waits while somebody chooses and goes on when the remote lies still', async () => {
    const { page } = hall;
    await page.clock.install();
    await hall.open();
    await page.clock.fastForward(2_000);
    const first = await hall.message();
    await page.clock.fastForward(16_000);
    await eventually(hall.message).not.toBe(first);
    await page.keyboard.press('ArrowDown');
    const chosen = await hall.message();
    await page.clock.fastForward(20_000);
    expect(await hall.message()).toBe(chosen);
    await page.clock.fastForward(31_000);
    await eventually(() => hall.tiles().locator(':scope:focus').count()).toBe(0);
    await page.clock.fastForward(16_000);
    await eventually(hall.message).not.toBe(chosen);
  });

  it('shows no recording to a screen without a sign-in, and plays it over the whole screen with one', async () => {
    await hall.open();
    expect(await hall.page.locator('.tv-tile').count()).toBe(3);
    await signInAs(hall.visit, 'content-staff');
    await hall.open();
    const recording = hall.tiles().filter({ hasText: /00:\d\d/ });
    await recording.waitFor();
    await hall.page.keyboard.press('ArrowDown');
    await eventually(hall.focused).toMatch(/00:\d\d/);
    await hall.page.keyboard.press('Enter');
    const moved = () => hall.page.evaluate<number>('document.querySelector("video")?.currentTime ?? -1');
    await eventually(moved).toBeGreaterThan(0);
    const box = await hall.page.locator('video').boundingBox();
    expect(box).toMatchObject(TV);
    await hall.page.keyboard.press('Enter');
    await eventually(() => hall.page.evaluate<boolean>('document.querySelector("video").paused')).toBe(true);
    await hall.page.getByText(vi.tv.hintRecording(10, false)).waitFor();
    expect(await misfitsOf(hall.page)).toEqual([]);
    await hall.page.keyboard.press('ArrowLeft');
    await eventually(moved).toBe(0);
    await hall.page.keyboard.press('Escape');
    await recording.waitFor();
  });
});
