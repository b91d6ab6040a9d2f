import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { setStage } from '../support/browser-stage.ts';
import { DESK, shown, signInAs } from '../support/browser-visit.ts';

const stage = setStage();

describe('a form that could not be sent', () => {
  const t = vi.campaigns;

  it('keeps what was written, promises nothing, and is sent when it is pressed again', async () => {
    const visit = await stage.open();
    const { page, context } = visit;
    await signInAs(visit, 'youth-union');
    await page.goto('/chien-dich');
    await page.getByRole('button', { name: t.create }).click();
    await page.getByLabel(t.form.name).fill('Chiến dịch giữa lúc mất mạng');
    await page.getByLabel(t.form.goal).fill('Không phải ghi lại.');
    await context.setOffline(true);
    await page.getByText(vi.common.offlineMore).waitFor();
    const send = page.getByRole('button', { name: t.form.submit });
    await send.click();
    await page.getByText(vi.common.notSent).waitFor();
    expect(await page.getByText(vi.common.offlineSending).count()).toBe(0);
    expect(await page.getByLabel(t.form.name).inputValue()).toBe('Chiến dịch giữa lúc mất mạng');
    await context.setOffline(false);
    await send.click();
    await page.getByRole('heading', { level: 1, name: 'Chiến dịch giữa lúc mất mạng' }).waitFor();
    await context.close();
  });
});

/** What learners and visitors have seen stays on the device; tests/offline looks at that. */
describe('without a network', () => {
  it.each([
    ['youth-union', '/khoa-hoc', vi.common.menu.campaigns],
    ['director', '/khoa-hoc', vi.common.menu.overview],
    ['content-staff', '/khoa-hoc', vi.common.menu.upload],
  ] as const)(
    'the %s is told what is missing, and the page comes when the network does',
    async (role, from, to) => {
      const visit = await stage.open({ viewport: DESK });
      const { page, context } = visit;
      await signInAs(visit, role);
      const menu = page.getByRole('navigation').getByRole('link', { name: to, exact: true });
      // Its script is fetched by a first look; what is asked for again without a network is the data.
      await menu.click();
      await shown(visit);
      await page
        .getByRole('navigation')
        .getByRole('link', { name: vi.common.menu.home, exact: true })
        .click();
      await shown(visit);
      await page.goto(from);
      await shown(visit);
      await context.setOffline(true);
      await page.getByText(vi.common.offline).waitFor();
      await menu.click();
      await page.getByText(vi.common.noNetwork).first().waitFor();
      await context.setOffline(false);
      await page.getByText(vi.common.noNetwork).first().waitFor({ state: 'hidden' });
      await shown(visit);
      await context.close();
    },
  );
});
