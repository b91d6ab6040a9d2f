import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { workerReady } from '../support/browser-offline.ts';
import { signInAs } from '../support/browser-visit.ts';
import { setHall } from '../support/hall.ts';

const hall = setHall();

describe('the TV that nobody turns off', () => {
  it('goes on through a night and a week without network, drops what is over, and is fresh when it returns', async () => {
    const { page, visit } = hall;
    await page.clock.install();
    await hall.open();
    const totals = page.locator('.tv-foot .number');
    await totals.first().waitFor();
    await visit.context.setOffline(true);
    await page.clock.fastForward('12:00:00');
    await page.getByText(/số liệu đến/).waitFor();
    const seen = new Set<string | null>();
    for (let at = 0; at < 12; at += 1) {
      await page.clock.fastForward(16_000);
      seen.add(await hall.message());
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
    const before = await hall.message();
    await page.clock.fastForward(16_000);
    await eventually(hall.message).not.toBe(before);
    await visit.context.setOffline(false);
    await totals.first().waitFor();
    expect(await page.getByText(/số liệu đến/).count()).toBe(0);
  });

  it('does not take old seats for fresh ones, nor drop its recording, when only a part is answered', async () => {
    const { page } = hall;
    await signInAs(hall.visit, 'content-staff');
    await page.clock.install();
    await hall.open();
    const totals = page.locator('.tv-foot .number');
    const recording = hall.tiles().filter({ hasText: /00:\d\d/ });
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
    const { page } = hall;
    await page.addInitScript(`
      globalThis.held = { timers: new Set(), listeners: 0 };
      const { setInterval, clearInterval } = globalThis;
      globalThis.setInterval = (...all) => { const id = setInterval(...all); held.timers.add(id); return id; };
      globalThis.clearInterval = (id) => { held.timers.delete(id); clearInterval(id); };
      const { addEventListener, removeEventListener } = globalThis;
      globalThis.addEventListener = (...all) => { held.listeners += 1; return addEventListener(...all); };
      globalThis.removeEventListener = (...all) => { held.listeners -= 1; return removeEventListener(...all); };
    `);
    await hall.open();
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
      await hall.tiles().first().waitFor();
    }
    await eventually(held).toBe(first);
    expect(await page.evaluate<number>('history.length')).toBeLessThanOrEqual(entries + 1);
  });

  it('opens itself anew at night, once, and not while the evening goes on', async () => {
    const { page } = hall;
    await page.clock.install({ time: new Date('2026-11-26T20:00:00+07:00') });
    await hall.open();
    // A version that is still being fetched puts the renewal off by ten minutes, which this night does not have.
    await workerReady(hall.visit);
    let loads = 0;
    page.on('load', () => {
      loads += 1;
    });
    await page.clock.fastForward('05:50:00');
    await page.clock.fastForward(5_000);
    expect(loads).toBe(0);
    await page.clock.fastForward('00:45:00');
    await eventually(() => loads).toBe(1);
    await hall.tiles().first().waitFor();
    await page.clock.fastForward('00:30:00');
    await page.clock.fastForward(5_000);
    await hall.tiles().first().waitFor();
    expect(loads).toBe(1);
  });

  it('shows what it knew when it is opened again without the API', async () => {
    const { page } = hall;
    await hall.open();
    await page.locator('.tv-foot .number').first().waitFor();
    await page.route('**/v1/**', (route) => route.abort());
    await hall.open();
    expect(await page.locator('.tv-foot .number').count()).toBeGreaterThan(0);
  });
});
