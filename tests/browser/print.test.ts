import { describe, expect, it } from 'vitest';
import { drawWith, spillsOf } from '../support/browser-look.ts';
import { setTour } from '../support/browser-stage.ts';
import { TOUR } from '../support/browser-tour.ts';
import { PAPER, shown, type Visit } from '../support/browser-visit.ts';

const tour = setTour();

/** Whatever of the site's frame is still on the paper, and a ground that would cost ink. */
const leftOver = ({ page }: Visit): Promise<string[]> =>
  page.evaluate<string[]>(`[
    ...[...document.querySelectorAll('nav, .top, .bottom, .skip, input[type=search], .btn, button:not(th button)')]
      .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.matches('[aria-pressed=true]'))
      .map((one) => one.outerHTML.slice(0, 120)),
    ...[document.documentElement, document.body]
      .map((one) => getComputedStyle(one).backgroundColor)
      .filter((colour) => !['rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)'].includes(colour)),
  ]`);

/** What is kept on one sheet though it may be longer than that: the sheet before it is left all but empty. */
const keptThoughLong = ({ page }: Visit): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.body.querySelectorAll('*')]
    .filter((one) => getComputedStyle(one).breakInside === 'avoid')
    .filter((one) => one.querySelector('table') || one.getBoundingClientRect().height > ${PAPER.height})
    .map((one) => one.outerHTML.slice(0, 120))`);

/** How many sheets of A4 the printer takes. */
const sheets = async ({ page }: Visit): Promise<number> =>
  (await page.pdf({ preferCSSPageSize: true, format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    ?.length ?? 0;

/** More than these would mean that something breaks pages where nothing asks for it. */
const MOST_SHEETS: Readonly<Record<string, number>> = { poster: 1, calendar: 1, lesson: 3, class: 3 };

describe('on paper', () => {
  it.each(TOUR.filter(({ printed }) => printed))(
    '$name is its content alone, dark on white',
    async (stop) => {
      const options = { viewport: PAPER };
      const visit = await (stop.role ? tour.openAs(stop.role, options) : tour.open(options));
      const { page, context } = visit;
      await page.goto(stop.path(tour.places));
      await shown(visit);
      await stop.press?.(visit);
      await shown(visit);
      await drawWith(page, { size: '3', contrast: 'more' });
      await page.emulateMedia({ media: 'print' });
      expect(await leftOver(visit)).toEqual([]);
      expect(await spillsOf(page)).toEqual([]);
      expect(await keptThoughLong(visit)).toEqual([]);
      expect(await sheets(visit)).toBeLessThanOrEqual(MOST_SHEETS[stop.name] ?? 4);
      await context.close();
    },
  );
});
