import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, contrastFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { openVisit, SMALL_PHONE, signInAs } from '../support/browser-visit.ts';
import { drawnPicture } from '../support/drawn-files.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';

const { quiz: t, items, marks } = vi;
const w = items.files;

const photo = { name: 'bài của tôi.png', mimeType: 'image/png', buffer: Buffer.from(drawnPicture(300, 200)) };
const letter = {
  name: 'bài viết.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7 bài viết'),
};
const page1 = '<!doctype html><p>không phải ảnh</p>';
const rubric = {
  criteria: [{ name: 'Đủ ý', levels: [0, 5].map((points) => ({ points, words: `Mức ${points}` })) }],
};
const questions = [
  {
    kind: 'file-answer',
    title: 'Ảnh',
    stem: 'Chụp lá thư bạn đã viết.',
    rubric,
    mediaTypes: ['image/*', 'application/pdf'],
    maxFiles: 2,
    competenceCode: '4.2',
    level: 'CB1',
  },
  {
    kind: 'true-false',
    title: 'Sau',
    stem: 'Câu này đúng.',
    isTrue: true,
    competenceCode: '4.2',
    level: 'CB1',
  },
];

let quiz: QuizSite;
let phone: QuizPhone;

beforeAll(async () => {
  quiz = await openQuizSite(3, questions, {});
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

const begin = async (): Promise<Page> => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  await page.setViewportSize(SMALL_PHONE);
  await page.goto(phone.path);
  await page.getByRole('button', { name: t.start }).click();
  return page;
};

/** Goes to the question of that stem, wherever the shuffle has put it. */
const goTo = async (page: Page, stem: string): Promise<void> => {
  const heading = page.getByRole('heading', { level: 1, name: stem });
  const back = page.getByRole('button', { name: t.previous });
  await page.getByRole('heading', { level: 1, name: /\d/ }).first().waitFor();
  if (await heading.isVisible()) return;
  await ((await back.isVisible()) ? back : page.getByRole('button', { name: t.next })).click();
  await heading.waitFor();
};
const STEM = 'Chụp lá thư bạn đã viết.';

const choose = (page: Page, ...files: (typeof photo)[]) =>
  page.locator('input[type=file]').setInputFiles(files);

const handIn = async (page: Page): Promise<void> => {
  const next = page.getByRole('button', { name: t.next });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: t.toEnd }).click();
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  await page.getByText(t.provisional).waitFor();
};

/** The answers that the centre holds of the only attempt. */
const stored = async () => {
  const params = { quizId: quiz.quizId };
  const { attempts } = await phone.learner.ok(quizRoutes.listMyAttempts, { params });
  const attemptId = attempts[0]?.attemptId ?? '';
  const { answers } = await phone.learner.ok(quizRoutes.getAttempt, { params: { attemptId } });
  return answers;
};
const namesStored = async (): Promise<string[]> =>
  (await stored()).flatMap(({ response }) =>
    response.kind === 'file-answer' ? response.files.map(({ name }) => name) : [],
  );

it('takes a photo and a document on the smallest phone, and a marker looks at them', async () => {
  const page = await begin();
  await goTo(page, STEM);
  await page.getByText(w.choose).waitFor();
  await choose(page, { ...photo, name: 'trang.html', mimeType: 'text/html', buffer: Buffer.from(page1) });
  await page.getByText(w.wrongType(`${w.kinds.image}, ${w.kinds['application/pdf']}`)).waitFor();
  await choose(page, photo);
  await page.getByText(t.savedThere).waitFor();
  await choose(page, letter);
  await page.getByText(w.full(2)).waitFor();
  await page.getByText(t.savedThere).waitFor();
  await eventually(namesStored).toEqual([photo.name, letter.name]);
  expect(await spillsOf(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  await drawWith(page, { size: '3', contrast: 'more' });
  expect(await spillsOf(page), 'large').toEqual([]);
  expect(await contrastFaults(page)).toEqual([]);
  await drawWith(page, { size: '1', contrast: 'normal' });
  await page.getByRole('button', { name: w.removeNamed(letter.name) }).press('Enter');
  await eventually(namesStored).toEqual([photo.name]);
  await choose(page, letter);
  await eventually(namesStored).toEqual([photo.name, letter.name]);
  await handIn(page);

  const desk = await openVisit(quiz.browser, quiz.address);
  await signInAs(desk, 'training-head');
  await desk.page.goto(`/cham-bai/${quiz.quizId}`);
  const m = marks.marking;
  await desk.page.getByRole('button', { name: m.showFile }).click();
  const drawn = desk.page.getByRole('img', { name: m.fileNo('1') });
  await eventually(() =>
    drawn.evaluate((one) => (one as unknown as { naturalWidth: number }).naturalWidth),
  ).toBe(300);
  const [saved] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('button', { name: m.saveFile }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('bai-lam-2.pdf');
  expect(await accessibilityFaults(desk.page)).toEqual([]);
  // The names that people give their files would say whose they are.
  expect(await desk.page.locator('main').textContent()).not.toContain(photo.name);
  await desk.context.close();
});

it('keeps a file that is chosen without a network, sends it once there is one, and forgets it with the attempt', async () => {
  const page = await begin();
  await goTo(page, STEM);
  await page.getByText(w.choose).waitFor();
  await phone.visit.context.setOffline(true);
  await choose(page, photo);
  await page.getByText(t.savedHere).waitFor();
  await page.reload();
  await goTo(page, STEM);
  await page.getByText(photo.name).waitFor();
  // The picture itself is there.
  await page.locator('.handed-look img').waitFor();
  await goTo(page, 'Câu này đúng.');
  await page.getByRole('radio', { name: t.true, exact: true }).check();
  await page.getByText(t.savedHere).waitFor();
  // The line is back but drops the first sending of the file: the other answer is there all the same.
  let drops = 1;
  await page.route('**/incoming/**', (route) => {
    drops -= 1;
    return drops >= 0 ? route.abort() : route.continue();
  });
  await phone.visit.context.setOffline(false);
  await eventually(async () => (await stored()).length).toBe(2);
  await eventually(namesStored).toEqual([photo.name]);
  expect((await stored()).map(({ version }) => version)).toEqual([1, 1]);
  await handIn(page);
  await eventually(() =>
    page.evaluate<number>(`new Promise((resolve) => {
      indexedDB.open('hvs-quiz-files').onsuccess = ({ target: { result } }) => {
        result.transaction('files').objectStore('files').count().onsuccess = (event) => {
          result.close();
          resolve(event.target.result);
        };
      };
    })`),
  ).toBe(0);
});

it('says so when the centre takes a file not for what it claims to be, and the other answers are safe', async () => {
  const page = await begin();
  await goTo(page, 'Câu này đúng.');
  await page.getByRole('radio', { name: t.true, exact: true }).check();
  await page.getByText(t.savedThere).waitFor();
  await goTo(page, STEM);
  await choose(page, { ...photo, name: 'giả.png', buffer: Buffer.from(page1) });
  await page.getByText(w.refused).waitFor();
  expect(await stored()).toHaveLength(1);
});
