import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, shown, type Visit } from '../support/browser-visit.ts';

const { appearance: t } = vi.common;
const stage = setStage();

const opener = ({ page }: Visit) => page.getByRole('button', { name: t.open });
const look = ({ page }: Visit) =>
  page.evaluate<{ size: string; contrast: string; px: string; ground: string }>(`({
    ...document.documentElement.dataset,
    px: getComputedStyle(document.body).fontSize,
    ground: getComputedStyle(document.body).backgroundColor,
  })`);

describe('text size and contrast', () => {
  it('are two presses away, and kept for the next visit', async () => {
    const visit = await stage.open({ viewport: SMALL_PHONE });
    const { page, context } = visit;
    await page.goto('/');
    await shown(visit);
    expect(await look(visit)).toMatchObject({ size: '1', contrast: 'normal', px: '18px' });
    await opener(visit).click();
    await page.getByRole('button', { name: t.sizes[3] }).click();
    await page.getByLabel(t.contrast).check();
    const chosen = { size: '3', contrast: 'more', px: '25px', ground: 'rgb(255, 255, 255)' };
    expect(await look(visit)).toMatchObject(chosen);
    const box = await page.locator('.appearance-panel').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(SMALL_PHONE.width);
    await page.goto('/khoa-hoc');
    await shown(visit);
    expect(await look(visit)).toMatchObject(chosen);
    await context.close();
  });

  it('close by Escape, which gives the focus back, and by a press elsewhere', async () => {
    const visit = await stage.open();
    const { page, context } = visit;
    await page.goto('/');
    await shown(visit);
    await opener(visit).press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(t.sizes[1]);
    await page.keyboard.press('Escape');
    await page.getByLabel(t.contrast).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.ariaLabel')).toBe(t.open);
    await opener(visit).click();
    const margin = { x: 4, y: 500 };
    await page.mouse.click(margin.x, margin.y);
    await page.getByLabel(t.contrast).waitFor({ state: 'detached' });
    await context.close();
  });

  it('follow the device until somebody chooses otherwise', async () => {
    const visit = await stage.open({ contrast: 'more' });
    const { page, context } = visit;
    await page.goto('/');
    await shown(visit);
    await eventually(() => look(visit)).toMatchObject({ contrast: 'more' });
    await page.emulateMedia({ contrast: 'no-preference' });
    await eventually(() => look(visit)).toMatchObject({ contrast: 'normal' });
    await page.emulateMedia({ contrast: 'more' });
    await opener(visit).click();
    await page.getByLabel(t.contrast).uncheck();
    await page.reload();
    await shown(visit);
    await eventually(() => look(visit)).toMatchObject({ contrast: 'normal' });
    await context.close();
  });
});
