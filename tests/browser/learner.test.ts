import { readFile } from 'node:fs/promises';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { help } from '../../web/src/messages/vi/help.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { type Site, startSite } from '../support/browser-site.ts';
import { forgetAnswers } from '../support/browser-states.ts';
import {
  DESK,
  openVisit,
  resizeTo,
  SMALL_PHONE,
  shown,
  signInAs,
  signInByName,
  type Visit,
} from '../support/browser-visit.ts';
import { startChromium } from '../support/chromium.ts';
import { completeFirstCourse } from '../support/completed-course.ts';
import { prepareTour } from '../support/tour-places.ts';

let browser: Browser;
let site: Site;

beforeAll(async () => {
  [browser, site] = await Promise.all([startChromium(), startSite()]);
  await prepareTour(site);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const LESSON = '/khoa-hoc/an-toan-tren-mang/bai/2';
/** Somebody of the demo who has completed nothing. */
const LATECOMER = 'laithithuyduong';
const PRACTICE = 'Tin nhắn này thật hay giả?';

/** Nothing sticks out on the smallest phone in the largest letters, and axe objects to nothing. */
const expectSound = async ({ page, faults, strangers }: Visit): Promise<void> => {
  await resizeTo(page, SMALL_PHONE);
  await page.evaluate('document.documentElement.dataset.size = "3"');
  expect(await spillsOf(page)).toEqual([]);
  await page.evaluate('document.documentElement.dataset.size = "1"');
  expect(await accessibilityFaults(page)).toEqual([]);
  expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
};

/** Opens a page as nobody, or as the demo's learner. */
const visitTo = async (path: string, as?: 'learner'): Promise<Visit> => {
  const visit = await openVisit(browser, site.cloud.address);
  if (as) await signInAs(visit, as);
  await visit.page.goto(path);
  await shown(visit);
  return visit;
};

/** A learner's device that keeps no answers, and answers that match held back until they are let go. */
const visitHolding = async (held: RegExp) => {
  const visit = await openVisit(browser, site.cloud.address, { serviceWorkers: 'block' });
  await forgetAnswers(visit.context);
  await signInAs(visit, 'learner');
  const { promise, resolve: letGo } = Promise.withResolvers<void>();
  await visit.page.route(held, async (route) => {
    await promise;
    await route.continue();
  });
  return { ...visit, letGo };
};

/** Sums up how far what is seen was pushed about, as browsers count it, without what a touch brought about. */
const WATCH_SHIFTS = `
  globalThis.shift = 0;
  new PerformanceObserver((list) => list.getEntries().forEach(({ value, hadRecentInput }) => {
    if (!hadRecentInput) shift += value;
  })).observe({ type: 'layout-shift', buffered: true });`;

describe('what comes late', () => {
  it.each([SMALL_PHONE, DESK])('does not move the lesson that is being read, $width px', async (viewport) => {
    const { page, context, letGo } = await visitHolding(/\/v1\/courses\/[^/]+(\/media)?$/);
    await resizeTo(page, viewport);
    await page.addInitScript(WATCH_SHIFTS);
    await page.goto(LESSON);
    await page.locator('.lesson-text').waitFor();
    // What happened until the text was there moved nobody's text; the pages' own speed tests hold that to its limit.
    await page.evaluate('shift = 0');
    letGo();
    await page.getByRole('button', { name: /Phát .*giây.*MB/ }).waitFor();
    await page.getByRole('button', { name: /Tải về máy/ }).waitFor();
    await page.getByRole('link', { name: vi.courses.next }).waitFor();
    expect(await page.evaluate<number>('shift')).toBeLessThanOrEqual(0.05);
    await context.close();
  });

  it('does not make another step of the one that is offered today', async () => {
    const { page, context, letGo } = await visitHolding(/\/my-attempts$/);
    const asked = page.waitForRequest(/\/my-attempts$/);
    const course = page.waitForResponse(/\/v1\/courses\/[^/]+$/);
    await page.goto('/');
    await Promise.all([asked, course]);
    await page.getByRole('checkbox').first().waitFor();
    const step = page.locator('.card-main').getByRole('link');
    expect(await step.count()).toBe(0);
    letGo();
    await step.waitFor();
    await context.close();
  });

  it('does not make another way on of the one after the last lesson', async () => {
    const { page, context, letGo } = await visitHolding(/\/v1\/my\/enrolments$/);
    await page.goto('/khoa-hoc/an-toan-tren-mang/bai/4');
    const way = page.getByRole('navigation', { name: vi.courses.goOn });
    await way.getByRole('status', { name: vi.common.loading }).waitFor();
    expect(await way.getByRole('link').count()).toBe(0);
    letGo();
    await way.getByRole('link', { name: vi.courses.takeQuestions(10) }).waitFor();
    await context.close();
  });
});

describe('a lesson', () => {
  it('lets one try without an account: an answer is judged, explained, and may be changed', async () => {
    const visit = await visitTo(LESSON);
    const practice = visit.page.getByRole('region', { name: PRACTICE });
    const status = practice.getByRole('status');
    await practice.getByRole('button', { name: 'Tin thật' }).press('Enter');
    await status.getByText(vi.courses.practice.wrong).waitFor();
    await practice.getByRole('button', { name: 'Tin giả' }).click();
    await status.getByText(vi.courses.practice.right).waitFor();
    await status.getByText('mạo danh', { exact: false }).waitFor();
    // What looks like a link in the sample message leads nowhere.
    expect(await practice.getByRole('link').count()).toBe(0);
    await expectSound(visit);
    await visit.context.close();
  });

  it.each(['1', '3'] as const)(
    'shows the whole answer to a try above the bar, in letters of size %s',
    async (size) => {
      const visit = await visitTo(LESSON);
      const { page } = visit;
      await drawWith(page, { size });
      const practice = page.getByRole('region', { name: PRACTICE });
      const answer = practice.getByRole('button', { name: 'Tin thật' });
      const bar = page.getByRole('navigation', { name: vi.courses.goOn });
      const edgesOf = async (locator: Locator) => {
        const box = await locator.boundingBox();
        return { top: box?.y ?? Number.NaN, bottom: (box?.y ?? Number.NaN) + (box?.height ?? 0) };
      };
      // The answers stand right above the bar, as they do when one has read down to them.
      await answer.scrollIntoViewIfNeeded();
      const below = (await edgesOf(answer)).bottom - (await edgesOf(bar)).top;
      await page.mouse.wheel(0, below + 8);
      await answer.press('Enter');
      const why = practice.getByRole('status').locator('.practice-why');
      await why.waitFor();
      await eventually(async () => (await edgesOf(why)).bottom <= (await edgesOf(bar)).top).toBe(true);
      await visit.context.close();
    },
  );

  it.each([320, 360, 390, 412, 640])(
    'keeps a long word of an answer in its button at %i px, in any letters',
    async (width) => {
      const visit = await visitTo('/khoa-hoc/an-toan-tren-mang/bai/1');
      const { page } = visit;
      await resizeTo(page, { width, height: 740 });
      await page.getByRole('button', { name: 'Chieu7-NauCanhChua-Ngon' }).waitFor();
      for (const size of ['1', '2', '3'] as const) {
        await drawWith(page, { size });
        expect(await spillsOf(page), size).toEqual([]);
      }
      await visit.context.close();
    },
  );

  it('keeps what was ticked off on this device', async () => {
    const visit = await visitTo('/khoa-hoc/an-toan-tren-mang/bai/3');
    const things = visit.page.getByRole('region', { name: 'Việc làm thử' });
    await things.getByRole('checkbox').first().check();
    await visit.page.reload();
    await shown(visit);
    expect(await things.getByRole('checkbox').first().isChecked()).toBe(true);
    expect(await things.getByRole('checkbox').nth(1).isChecked()).toBe(false);
    await visit.context.close();
  });

  it('counts as read when the reader says so, and leads on to the quiz after the last one', async () => {
    const visit = await visitTo('/khoa-hoc/an-toan-tren-mang/bai/4', 'learner');
    const { page } = visit;
    await page.getByRole('button', { name: vi.courses.markRead }).click();
    await page.getByText(vi.courses.readNow).waitFor();
    await page.getByRole('list', { name: vi.home.progress(1, 4) }).waitFor();
    await page.getByRole('link', { name: vi.courses.takeQuestions(10) }).click();
    await page.getByRole('heading', { level: 1, name: 'Kiểm tra' }).waitFor();
    await visit.context.close();
  });

  it('shows length and size of its recording before anything of it is fetched', async () => {
    const visit = await visitTo('/', 'learner');
    const media: string[] = [];
    visit.page.on('request', (request) => {
      if (/\.(m3u8|mp4|m4s|ts)$/.test(new URL(request.url()).pathname)) media.push(request.url());
    });
    await visit.page.goto(LESSON);
    await visit.page.getByRole('button', { name: /Phát .*giây.*MB/ }).waitFor();
    expect(media).toEqual([]);
    await visit.context.close();
  });
});

/** A device with a Vietnamese voice, which says nothing and takes down what it was asked to say. */
const FAKE_VOICE = `
  const voice = { lang: 'vi-VN', localService: true, voiceURI: 'test', name: 'test' };
  globalThis.said = [];
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  Object.defineProperty(globalThis, 'speechSynthesis', { value: {
    getVoices: () => [voice],
    speak: (utterance) => { said.push(utterance.text); globalThis.sayOn = () => utterance.dispatchEvent(new Event('end')); },
    cancel: () => {},
  }});`;

describe('reading aloud', () => {
  it('goes on sentence by sentence, pauses, goes on with the same sentence, and stops', async () => {
    const visit = await openVisit(browser, site.cloud.address);
    const { page } = visit;
    await page.addInitScript(FAKE_VOICE);
    await page.goto(LESSON);
    await shown(visit);
    const { start, pause, resume, stop } = vi.common.readAloud;
    const said = () => page.evaluate<string[]>('said');
    await page.getByRole('button', { name: start }).click();
    expect(await said()).toEqual(['Kẻ lừa đảo thay đổi lời kể liên tục.']);
    await page.evaluate('sayOn()');
    expect((await said()).at(-1)).toBe('Nhưng chúng vẫn dùng vài chiêu quen thuộc.');
    expect(await page.evaluate('CSS.highlights.size')).toBe(1);
    await page.getByRole('button', { name: pause }).click();
    await page.evaluate('sayOn()');
    expect(await said()).toHaveLength(2);
    await page.getByRole('button', { name: resume }).click();
    expect((await said()).at(-1)).toBe('Nhưng chúng vẫn dùng vài chiêu quen thuộc.');
    await page.getByRole('button', { name: stop }).click();
    await page.getByRole('button', { name: start }).waitFor();
    expect(await page.evaluate('CSS.highlights.size')).toBe(0);
    await visit.context.close();
  });

  it('is not offered by a device without a Vietnamese voice', async () => {
    const visit = await visitTo(LESSON);
    expect(await visit.page.getByRole('button', { name: vi.common.readAloud.start }).count()).toBe(0);
    await visit.context.close();
  });
});

describe('the page that helps', () => {
  const t = help;

  it('has the urgent steps first, finds guides without marks, and works by keyboard', async () => {
    const visit = await visitTo('/hoi-giup');
    const { page } = visit;
    await page.getByText(t.urgent.open).press('Enter');
    await page.getByText(t.urgent.steps[1] ?? '').waitFor();
    await page.getByRole('searchbox', { name: t.search }).fill('quen mat khau');
    await page.getByText(t.found(1)).waitFor();
    await page.locator('summary', { hasText: t.guides.signIn.title }).press('Enter');
    await page.getByText(t.guides.signIn.steps[0] ?? '').waitFor();
    await expectSound(visit);
    await visit.context.close();
  });

  it('writes a note about the page one came from, ready to be copied', async () => {
    const visit = await visitTo('/khoa-hoc', 'learner');
    const { page, context } = visit;
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page
      .getByRole('link', { name: vi.common.menu.help, exact: true })
      .filter({ visible: true })
      .click();
    await page.getByLabel(t.note.label).fill('Tôi không thấy lớp của mình');
    await page.getByRole('button', { name: t.note.copy }).click();
    await page.getByText(t.note.copied).waitFor();
    const note = await page.evaluate<string>('navigator.clipboard.readText()');
    for (const line of [
      t.note.trouble('Tôi không thấy lớp của mình'),
      t.note.name('Nguyễn Thị Mỹ Hạnh'),
      t.note.page(vi.courses.title, '/khoa-hoc'),
    ]) {
      expect(note.split('\n')).toContain(line);
    }
    await context.close();
  });

  it('names the number of the centre as a sample where it is one', async () => {
    const visit = await visitTo('/hoi-giup');
    await visit.page.getByText('Địa chỉ và số điện thoại mẫu', { exact: false }).waitFor();
    await visit.context.close();
  });
});

describe('the calendar', () => {
  it('marks today, and hands the days to the phone as a file that its calendar reads', async () => {
    const visit = await visitTo('/lich', 'learner');
    const { page } = visit;
    await page.getByText(vi.calendar.kinds.ongoing).first().waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: vi.calendar.addAll }).click();
    const file = await readFile(await (await saved).path(), 'utf8');
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(file).toMatch(/DTSTART;VALUE=DATE:\d{8}/);
    // The run that is under way, which began before today.
    expect(file).toContain(`SUMMARY:${vi.calendar.events.run}: `);
    await page.getByText(vi.calendar.added).waitFor();
    await expectSound(visit);
    await visit.context.close();
  });
});

describe('records of completion', () => {
  it('lead to the next course while there is none', async () => {
    const visit = await visitTo('/dang-nhap');
    await signInByName(visit, LATECOMER);
    await visit.page.getByRole('heading', { level: 1, name: /^Chào/ }).waitFor();
    await visit.page.goto('/chung-nhan');
    await visit.page.getByText(vi.certificates.none).waitFor();
    await visit.page.getByRole('link', { name: vi.certificates.toNext }).click();
    await visit.page.getByRole('heading', { name: vi.courses.gain }).waitFor();
    await visit.context.close();
  });

  it('print on one sheet across, with name, mark and the day in Ho Chi Minh City', async () => {
    const visit = await openVisit(browser, site.cloud.address);
    const { page } = visit;
    await signInAs(visit, 'learner');
    // As if its quiz had been passed: the way there is another test's.
    await completeFirstCourse(visit.context);
    await page.goto('/chung-nhan');
    await page.getByRole('link', { name: /^An toàn .*Xem và in$/ }).click();
    const sheet = page.getByRole('article', { name: vi.certificates.sheet.page });
    for (const text of [
      'Nguyễn Thị Mỹ Hạnh',
      vi.certificates.sheet.withMark('8,5'),
      vi.certificates.day(27, 11, 2026),
      vi.certificates.sheet.honest,
    ]) {
      await sheet.getByText(text).waitFor();
    }
    await expectSound(visit);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    expect(pdf).toMatch(/\/MediaBox\s*\[0 0 84[12][.\d]* 59[45][.\d]*\]/);
    await visit.context.close();
  });

  it('are nobody else’s: a sheet that is not in the account is not shown', async () => {
    const visit = await visitTo('/chung-nhan/01M8BZRBNMM20G2F3RMZBEH3YA', 'learner');
    await visit.page.getByText(vi.certificates.sheet.missing).waitFor();
    await expectSound(visit);
    await visit.context.close();
  });
});

describe('today', () => {
  it('offers one step, and two small things that stay ticked', async () => {
    const visit = await visitTo('/', 'learner');
    const { page } = visit;
    await page.getByRole('link', { name: vi.home.learnNow(20) }).waitFor();
    const things = page.getByRole('region', { name: vi.home.smallThings }).getByRole('checkbox');
    expect(await things.count()).toBe(2);
    await things.first().check();
    await page.reload();
    await shown(visit);
    expect(await things.first().isChecked()).toBe(true);
    await expectSound(visit);
    await visit.context.close();
  });
});
