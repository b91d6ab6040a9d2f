import { describe, expect, it } from 'vitest';
import { setTour } from '../support/browser-stage.ts';
import { shown } from '../support/browser-visit.ts';
import { faultsOf } from '../support/page-faults.ts';
import { lookAtPagesOf, WALKS } from '../support/tour-pages.ts';

const tour = setTour();

lookAtPagesOf(WALKS.learners, tour);

describe('the looking itself', () => {
  it('sees text outside the window and its frame, what axe objects to, and a missing message', async () => {
    const visit = await tour.open();
    await visit.page.goto('/dang-nhap');
    await shown(visit);
    // Element by element: the page's policy refuses markup made from text.
    await visit.page.evaluate(`
      const nav = document.body.appendChild(document.createElement('nav'));
      const link = nav.appendChild(document.createElement('a'));
      [nav.className, link.className, link.href] = ['bottom', 'btn', '/'];
      link.textContent = 'dàihơncảmànhình'.repeat(9);
      document.body.appendChild(document.createElement('img')).src = 'data:,';
      document.body.appendChild(document.createElement('p')).textContent = 'courses.title';`);
    const found = (await faultsOf(visit)).join('\n');
    for (const part of ['leaves the window', 'leaves its frame', 'image-alt', 'courses.title'])
      expect(found).toContain(part);
    await visit.context.close();
  });
});
