import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, contrastFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { resizeTo, SMALL_PHONE } from '../support/browser-visit.ts';
import { drawnPicture, drawnSound, shownAs } from '../support/drawn-files.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';
import { goTo, openOnSmallPhone } from '../support/two-questions.ts';

const { quiz: t, items: w } = vi;

const [tall, wide, low, high] = [
  drawnPicture(300, 400),
  drawnPicture(500, 200),
  drawnSound(300),
  drawnSound(900),
];
const film = Uint8Array.from(readFileSync(new URL('../../local/demo/content/lecture.mp4', import.meta.url)));
const picture = shownAs(wide, 'image/png', 'Một ô tối giữa nền sáng');
const sound = (file: Uint8Array, alt: string) => shownAs(file, 'audio/wav', alt);
const area = { kind: 'rectangle', from: { x: 400, y: 400 }, to: { x: 600, y: 600 } };
const about = { competenceCode: '4.2', level: 'CB1' };
const questions = [
  {
    ...about,
    kind: 'single-choice',
    title: 'Tiếng',
    stem: 'Tiếng nào cao hơn?',
    media: [picture, shownAs(film, 'video/mp4', 'Bài giảng ngắn')],
    options: [
      { text: 'Tiếng một', weight: 100, media: [sound(high, 'Tiếng cao')] },
      { text: 'Tiếng hai', weight: 0, media: [sound(low, 'Tiếng trầm')] },
      { text: '', weight: 0, media: [shownAs(tall, 'image/png', 'Ô tối trên ảnh đứng')] },
    ],
  },
  {
    ...about,
    kind: 'hot-spot',
    title: 'Ô tối',
    stem: 'Ô tối ở đâu?',
    picture,
    picks: 1,
    areas: [{ shape: area, weight: 100, feedback: 'Đúng là ô ấy.' }],
  },
];

let quiz: QuizSite;
let phone: QuizPhone;

beforeAll(async () => {
  quiz = await openQuizSite(5, questions, {}, [tall, wide, low, high, film]);
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

const begin = async (before?: string): Promise<Page> => {
  phone = await QuizPhone.open(quiz, before);
  return openOnSmallPhone(phone);
};

/** Pictures that the browser has decoded, and sounds and films of which it knows the length. */
const playable = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll(
      (all) =>
        (all as unknown as { naturalWidth?: number; duration?: number }[]).filter(
          (one) => one.naturalWidth || one.duration,
        ).length,
    );

const PLAY = new RegExp(`^${w.media.playAny}`);

const fitsEverywhere = async (page: Page, what: string): Promise<void> => {
  expect(await spillsOf(page), what).toEqual([]);
  expect(await accessibilityFaults(page), what).toEqual([]);
  await drawWith(page, { size: '3', contrast: 'more' });
  expect(await spillsOf(page), `${what}, large`).toEqual([]);
  expect(await contrastFaults(page), `${what}, high contrast`).toEqual([]);
  await drawWith(page, { size: '1', contrast: 'normal' });
};

/** Keeps every file of a question on its way until `letGo` is called. */
const holdFiles = async (page: Page): Promise<() => void> => {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.context().route(/\/v1\/attempts\/[^/]+\/files\//, async (route) => {
    await held;
    await route.continue();
  });
  return letGo;
};

it('shows pictures, sounds and a film on the smallest phone, and nothing moves when they come', async () => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  await resizeTo(page, SMALL_PHONE);
  const letGo = await holdFiles(page);
  await page.goto(phone.path);
  await page.getByRole('button', { name: t.start }).click();
  await goTo(page, 'Tiếng nào cao hơn?');
  await page.locator('.media-coming').nth(3).waitFor();
  // Whatever moves within half a second of a tap is taken for its effect, and would not count.
  await page.evaluate('new Promise((resolve) => setTimeout(resolve, 600))');
  letGo();
  await eventually(() => playable(page, 'img.media')).toBe(2);
  await eventually(() => playable(page, 'audio')).toBe(2);
  const shifted = await page.evaluate<number>(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries()
      .filter(({ hadRecentInput }) => !hadRecentInput).reduce((sum, { value }) => sum + value, 0)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(resolve, 300, 0);
  })`);
  expect(shifted).toBeLessThan(0.02);
  // A film is many MB: it comes when it is asked for.
  expect(await page.locator('video').count()).toBe(0);
  expect(await page.getByRole('button', { name: PLAY }).textContent()).toMatch(/ \(\d.*[KM]B\)$/);
  await page.getByRole('button', { name: PLAY }).press('Enter');
  await eventually(() => playable(page, 'video')).toBe(1);
  await page.locator('video:focus').waitFor();
  await fitsEverywhere(page, 'media');
  await page.getByRole('radio', { name: 'Ô tối trên ảnh đứng' }).check();
  await page.getByText(t.savedThere).waitFor();
  // What is played is not an option that is picked.
  await page.locator('audio').first().click();
  expect(await page.getByRole('radio', { name: 'Ô tối trên ảnh đứng' }).isChecked()).toBe(true);
});

it('marks a place of a picture by keyboard alone, and shows it beside the area once that is told', async () => {
  const page = await begin();
  await goTo(page, 'Ô tối ở đâu?');
  const cross = page.getByRole('application', { name: w.spots.keys });
  await eventually(() => playable(page, 'img.media')).toBe(1);
  await cross.focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Shift+ArrowUp', 'ArrowDown'])
    await cross.press(key);
  await page
    .getByRole('status')
    .filter({ hasText: w.spots.place('F5', 52, 42) })
    .waitFor({ state: 'attached' });
  await cross.press('Enter');
  // Enter marks, and does not go on to the next question.
  await page.getByRole('button', { name: w.spots.remove(1, 'F5') }).waitFor();
  await page.getByText(t.savedThere).waitFor();
  await fitsEverywhere(page, 'hot spot');

  await page.getByRole('button', { name: w.spots.remove(1, 'F5') }).click();
  await page
    .getByRole('status')
    .filter({ hasText: w.spots.removed(1) })
    .waitFor({ state: 'attached' });
  // What there is to see is told outside the application, into which readers do not look.
  const told = (await cross.getAttribute('aria-describedby')) ?? '';
  expect(await page.locator(`[id="${told}"]`).textContent()).toBe(picture.alt);
  // The double tap of a reader names no place: it opens the sliders, and marks nothing.
  await page.locator('.spot-picture img').dispatchEvent('click');
  await page.getByRole('slider', { name: w.spots.across }).and(page.locator(':focus')).waitFor();
  expect(await page.locator('.spot-marks li').count()).toBe(0);
  await page.getByText(w.spots.sliders).first().click();

  // A tap takes its place; enlarged, too, it is measured on the picture.
  await page.getByRole('button', { name: w.spots.enlarge }).click();
  await cross.focus();
  for (const at of [1, 2, 3, 4, 5]) await cross.press('Shift+ArrowRight', { delay: at });
  // The frame follows the cross.
  await eventually(() =>
    page.evaluate(`(() => {
      const [frame, here] = ['.spot-frame', '.spot-here'].map((one) =>
        document.querySelector(one).getBoundingClientRect());
      return here.left >= frame.left && here.left <= frame.right + 1;
    })()`),
  ).toBe(true);
  await page.locator('.spot-picture img').click({ position: { x: 30, y: 30 } });
  await page.getByRole('button', { name: w.spots.remove(1, 'A2') }).waitFor();
  await page.getByText(w.spots.sliders).first().click();
  await page.getByRole('slider', { name: w.spots.across }).fill('480');
  await page.getByRole('slider', { name: w.spots.down }).fill('520');
  await page.getByRole('button', { name: w.spots.set('E6') }).press('Enter');
  await page.getByText(t.savedThere).waitFor();

  await page
    .getByRole('button', { name: t.toEnd })
    .or(page.getByRole('button', { name: t.next }))
    .click();
  const toEnd = page.getByRole('button', { name: t.toEnd });
  const submit = page.getByRole('button', { name: t.submit, exact: true });
  await toEnd.or(submit).waitFor();
  if (await toEnd.isVisible()) await toEnd.click();
  await submit.click();
  await page.getByText('Đúng là ô ấy.').waitFor();
  await page.getByText(w.spots.yours('E6')).waitFor();
});

it('asks everything with its pictures without a network, and forgets them when the attempt is handed in', async () => {
  const page = await begin();
  const { visit } = phone;
  const kept = () =>
    page.evaluate<number>(`new Promise((resolve) => {
      indexedDB.open('hvs-quiz-files').onsuccess = ({ target: { result } }) => {
        const names = [...result.objectStoreNames];
        if (names.length === 0) return resolve(-1);
        result.transaction('files').objectStore('files').count().onsuccess = (event) => {
          result.close();
          resolve(event.target.result);
        };
      };
    })`);
  // All but the film, which is kept once it was asked for.
  await eventually(kept).toBe(4);
  await visit.context.setOffline(true);
  await page.reload();
  await goTo(page, 'Tiếng nào cao hơn?');
  await eventually(() => playable(page, 'img.media')).toBe(2);
  await page.getByRole('radio', { name: 'Tiếng một' }).check();
  await page.getByText(t.savedHere).waitFor();
  await goTo(page, 'Ô tối ở đâu?');
  await eventually(() => playable(page, 'img.media')).toBe(1);
  await page.locator('.spot-picture img').click();
  await page.getByText(t.savedHere).waitFor();
  await visit.context.setOffline(false);
  await page.getByText(t.savedThere).waitFor();
  const params = { quizId: quiz.quizId };
  const { attempts } = await phone.learner.ok(quizRoutes.listMyAttempts, { params });
  const attemptId = attempts[0]?.attemptId ?? '';
  await eventually(async () => {
    const { answers } = await phone.learner.ok(quizRoutes.getAttempt, { params: { attemptId } });
    return answers.length;
  }).toBe(2);
  const next = page.getByRole('button', { name: t.next });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: t.toEnd }).click();
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  await phone.seesMark('10,0');
  await eventually(kept).toBe(0);
  // The review fetches what it shows.
  await eventually(() => playable(page, '.spot-review img')).toBe(1);
});

it('fetches a film by itself where the line costs nothing, and not where data are to be saved', async () => {
  const lineOf = (line: string) =>
    `Object.defineProperty(navigator, 'connection', { get: () => (${line}) });`;
  let page = await begin(lineOf(`{ type: 'wifi', saveData: false }`));
  await goTo(page, 'Tiếng nào cao hơn?');
  await eventually(() => playable(page, 'video')).toBe(1);
  await phone.close();
  page = await begin(lineOf(`{ type: 'wifi', saveData: true }`));
  await goTo(page, 'Tiếng nào cao hơn?');
  await eventually(() => playable(page, 'audio')).toBe(2);
  await page.getByRole('button', { name: PLAY }).waitFor();
});
