import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vi } from '../../web/src/messages/vi.ts';
import { pageAt, pages } from '../../web/src/pages.ts';
import {
  accessibilityFaults,
  contrastFaults,
  drawWith,
  focusFaults,
  shapeFaults,
  untranslated,
  withSpacing,
} from '../support/browser-look.ts';
import { setTour } from '../support/browser-stage.ts';
import { type Stop, TOUR } from '../support/browser-tour.ts';
import { DESK, SMALL_PHONE, shown, signInAs, type Visit } from '../support/browser-visit.ts';

const tour = setTour();

/** Twice the size on a desk of 1280 by 800: half of it is left to draw in. */
const ZOOMED = { width: 640, height: 400 };

/** Everything that is wrong with the page as it stands. */
const faultsOf = async ({ page }: Visit): Promise<string[]> => [
  ...(await shapeFaults(page)),
  ...(await accessibilityFaults(page)),
  ...(await untranslated(page)),
];

const at = (where: string, faults: readonly string[]): string[] =>
  faults.map((fault) => `${where}: ${fault}`);

/** On the smallest phone: in the largest letters, with Tab alone, in high contrast, and with letters set apart. */
async function lookOnPhone(visit: Visit): Promise<string[]> {
  const { page } = visit;
  await page.setViewportSize(SMALL_PHONE);
  await drawWith(page, { size: '3' });
  const inLargest = [...(await faultsOf(visit)), ...(await focusFaults(page))];
  await drawWith(page, { contrast: 'more' });
  const inContrast = await contrastFaults(page);
  await drawWith(page, { size: '1', contrast: 'normal' });
  const spaced = await withSpacing(page, () => shapeFaults(page));
  return [
    ...at('320 px, largest letters', inLargest),
    ...at('high contrast', inContrast),
    ...at('320 px, letters apart', spaced),
  ];
}

/** On a desk, as it is and twice as large. */
async function lookOnDesk(visit: Visit): Promise<string[]> {
  const { page } = visit;
  await page.setViewportSize(DESK);
  const usual = await faultsOf(visit);
  await page.setViewportSize(ZOOMED);
  return [...at('1280 px', usual), ...at('zoomed', await shapeFaults(page))];
}

async function lookAt(visit: Visit, stop: Stop): Promise<string[]> {
  const { page } = visit;
  await page.setViewportSize(SMALL_PHONE);
  await page.goto(stop.path(tour.places));
  await shown(visit);
  await stop.press?.(visit);
  await shown(visit);
  return [...(await lookOnPhone(visit)), ...(await lookOnDesk(visit))];
}

const roles = [...new Set(TOUR.map(({ role }) => role))];

describe.each(roles)('the pages of %s', (role) => {
  let visit: Visit;
  /** Which pages were called by a title: it is all that a list of tabs or of visited pages shows. */
  const titled = new Map<string, Set<string>>();

  beforeAll(async () => {
    visit = await tour.open();
    if (role) await signInAs(visit, role);
  });
  afterAll(() => visit?.context.close());

  it.each(TOUR.filter((stop) => stop.role === role && !stop.tv))('$name', async (stop) => {
    expect((await lookAt(visit, stop)).join('\n')).toBe('');
    const title = await visit.page.title();
    titled.set(
      title,
      (titled.get(title) ?? new Set()).add(pages[pageAt(new URL(visit.page.url()).pathname)].module),
    );
    expect({ faults: visit.faults, strangers: visit.strangers }).toEqual({ faults: [], strangers: [] });
  });

  it('have a title each that no other one has', () => {
    expect(titled.size).toBeGreaterThan(0);
    expect([...titled].filter(([, modules]) => modules.size > 1)).toEqual([]);
  });
});

describe('a form that could not be sent', () => {
  const t = vi.campaigns;

  it('keeps what was written, promises nothing, and is sent when it is pressed again', async () => {
    const visit = await tour.open();
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
    const visit = await tour.open();
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
    const visit = await tour.open();
    for (const path of STAFF_PAGES) {
      await visit.page.goto(path);
      await visit.page.getByText(vi.common.signInFirst).waitFor();
      const link = visit.page.getByRole('main').getByRole('link', { name: vi.common.signIn });
      expect(await link.getAttribute('href')).toContain(encodeURIComponent(path));
    }
    await visit.context.close();
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
      const visit = await tour.open({ viewport: DESK });
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
