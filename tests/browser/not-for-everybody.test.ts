import { describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { accessibilityFaults } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { signInAs } from '../support/browser-visit.ts';

const stage = setStage();

describe('a page that is not for everybody', () => {
  const STAFF_PAGES = [
    '/tai-len',
    '/chien-dich',
    '/tong-quan',
    '/bao-cao',
    '/hoc-vien',
    '/lop',
    '/soan-khoa-hoc',
  ];

  it('tells a learner so, and leads back', async () => {
    const visit = await stage.open();
    await signInAs(visit, 'learner');
    for (const path of STAFF_PAGES) {
      await visit.page.goto(path);
      await visit.page.getByText(vi.common.noRight).waitFor();
      await visit.page.getByRole('link', { name: vi.common.toStart }).waitFor();
      expect(await accessibilityFaults(visit.page), path).toEqual([]);
    }
    await visit.context.close();
  });

  it('asks a visitor to sign in, and leads back to the page afterwards', async () => {
    const visit = await stage.open();
    for (const path of STAFF_PAGES) {
      await visit.page.goto(path);
      await visit.page.getByText(vi.common.signInFirst).waitFor();
      const link = visit.page.getByRole('main').getByRole('link', { name: vi.common.signIn });
      expect(await link.getAttribute('href')).toContain(encodeURIComponent(path));
    }
    await visit.context.close();
  });
});
