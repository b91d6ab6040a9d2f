import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { accessibilityFaults, contrastFaults, drawWith, spillsOf } from '../support/browser-look.ts';
import { openVisit, signInAs } from '../support/browser-visit.ts';
import { drawnPicture } from '../support/drawn-files.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';
import { goTo, openOnSmallPhone } from '../support/two-questions.ts';

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
  quiz = await openQuizSite(7, questions, {});
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

const begin = async (before?: string): Promise<Page> => {
  phone = await QuizPhone.open(quiz, before);
  return openOnSmallPhone(phone);
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
  expect(drops).toBe(-1);
  const whenStored = async (isFile: boolean) =>
    (await stored()).find(({ response }) => (response.kind === 'file-answer') === isFile)?.savedAt ?? '';
  expect((await whenStored(false)) < (await whenStored(true))).toBe(true);
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

const fake = { ...photo, name: 'giả.png', buffer: Buffer.from(page1) };

it('holds what was handed in when the centre does not take a file, and leads to its question', async () => {
  const page = await begin();
  await goTo(page, 'Câu này đúng.');
  await page.getByRole('radio', { name: t.true, exact: true }).check();
  await page.getByText(t.savedThere).waitFor();
  // The file is still on its way when handing in is pressed.
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/incoming/**', async (route) => {
    await held;
    await route.continue();
  });
  await goTo(page, STEM);
  await choose(page, fake);
  await page.getByText(t.savedHere).waitFor();
  const next = page.getByRole('button', { name: t.next });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: t.toEnd }).click();
  await page.getByRole('button', { name: t.submit, exact: true }).click();
  await page.getByText(t.submitting).waitFor();
  letGo();
  const told = page.getByText(w.notHandedOver.refused(fake.name));
  await told.waitFor();
  await page.getByText(w.notHandedIn).waitFor();
  expect(await spillsOf(page)).toEqual([]);
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await stored()).toContainEqual(
    expect.objectContaining({ response: { kind: 'true-false', value: true } }),
  );
  await page.reload();
  await page.getByRole('heading', { level: 1, name: STEM }).waitFor();
  await told.waitFor();
  await choose(page, photo);
  await page.getByText(t.savedThere).waitFor();
  await told.waitFor({ state: 'detached' });
  await handIn(page);
  expect(await namesStored()).toEqual([photo.name]);
});

it('goes from the last step to the question whose file was not taken, and leaves the first file in its answer', async () => {
  const page = await begin();
  await goTo(page, STEM);
  await choose(page, photo);
  await page.getByText(t.savedThere).waitFor();
  await choose(page, fake);
  await page.getByText(w.notHandedOver.refused(fake.name)).waitFor();
  await eventually(namesStored).toEqual([photo.name]);
  const next = page.getByRole('button', { name: t.next });
  if (await next.isVisible()) await next.click();
  await page.getByRole('button', { name: t.toEnd }).click();
  await page.getByRole('button', { name: /^Đến câu/ }).click();
  await page.getByRole('heading', { level: 1, name: STEM }).waitFor();
  await choose(page, letter);
  await eventually(namesStored).toEqual([photo.name, letter.name]);
});

/** Holds the reading of one file until `letGo()`, cannot read another, and counts the wish that storage stays. */
const ODD_DEVICE = `
  const read = Blob.prototype.arrayBuffer;
  const held = new Promise((resolve) => { globalThis.letGo = resolve; });
  Blob.prototype.arrayBuffer = async function () {
    if (this.name === 'chậm.png') await held;
    if (this.name === 'trên mây.png') throw new DOMException('', 'NotReadableError');
    return read.call(this);
  };
  globalThis.asked = 0;
  navigator.storage.persist = async () => { globalThis.asked += 1; return true; };`;

it('takes two files that are chosen one soon after the other, and keeps the focus when the last is there', async () => {
  const page = await begin(ODD_DEVICE);
  await goTo(page, STEM);
  const input = page.locator('input[type=file]');
  await choose(page, { ...photo, name: 'trên mây.png' });
  await page.getByText(w.unreadable).waitFor();
  await page.getByText(w.looking).waitFor({ state: 'detached' });
  await input.focus();
  await choose(page, { ...photo, name: 'chậm.png' });
  await page.getByText(w.looking).waitFor();
  await choose(page, letter);
  await page.getByText(letter.name).waitFor();
  await page.evaluate('letGo()');
  await page.getByText(w.full(2)).waitFor();
  await eventually(namesStored).toEqual([letter.name, 'chậm.png']);
  expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
    w.removeNamed('chậm.png'),
  );
  expect(await page.evaluate('asked')).toBeGreaterThan(0);
});

it('tells that this device has lost a file, which the centre never saw, and asks for it again', async () => {
  const page = await begin();
  await goTo(page, STEM);
  await page.getByText(w.choose).waitFor();
  await phone.visit.context.setOffline(true);
  await choose(page, photo);
  await page.getByText(t.savedHere).waitFor();
  await page.evaluate(`new Promise((resolve) => {
    indexedDB.open('hvs-quiz-files').onsuccess = ({ target: { result } }) => {
      result.transaction('files', 'readwrite').objectStore('files').clear().onsuccess = () => {
        result.close();
        resolve();
      };
    };
  })`);
  await phone.visit.context.setOffline(false);
  await page.getByText(w.notHandedOver.lost(photo.name)).waitFor();
  await choose(page, photo);
  await eventually(namesStored).toEqual([photo.name]);
});

/** A photo of 6 megapixels lying on its side, red on its left, with the note that a camera makes to turn it upright. */
const lyingPhoto = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const canvas = new OffscreenCanvas(3000, 2000);
    const drawing = canvas.getContext('2d');
    const dots = drawing.createImageData(3000, 2000);
    for (let at = 0; at < dots.data.length; at += 4) {
      const isLeft = (at / 4) % 3000 < 1500;
      const grey = (at * 7919) % 97;
      dots.data.set(isLeft ? [250, grey, grey, 255] : [grey, grey, 250, 255], at);
    }
    drawing.putImageData(dots, 0, 0);
    const file = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })).arrayBuffer());
    const turned = [0xff, 0xe1, 0, 34, 69, 120, 105, 102, 0, 0, 77, 77, 0, 42, 0, 0, 0, 8,
      0, 1, 1, 18, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0];
    return [...file.subarray(0, 2), ...turned, ...file.subarray(2)]
      .map((byte) => byte.toString(16).padStart(2, '0')).join('');
  })()`);

it('makes a large photo smaller, and upright', async () => {
  const page = await begin();
  await goTo(page, STEM);
  const buffer = Buffer.from(await lyingPhoto(page), 'hex');
  expect(buffer.length).toBeGreaterThan(1_000_000);
  await choose(page, { name: 'lớn.jpg', mimeType: 'image/jpeg', buffer });
  await page.getByText(t.savedThere).waitFor();
  await page.locator('.handed-look img').waitFor();
  const seen = await page.evaluate(`(async () => {
    const image = document.querySelector('.handed-look img');
    await image.decode();
    const canvas = new OffscreenCanvas(2, 2);
    const drawing = canvas.getContext('2d');
    drawing.drawImage(image, 0, 0, 2, 2);
    const [red, , blue] = drawing.getImageData(0, 0, 1, 1).data;
    return { width: image.naturalWidth, height: image.naturalHeight, isRedOnTop: red > blue };
  })()`);
  expect(seen).toEqual({ width: 1467, height: 2200, isRedOnTop: true });
});
