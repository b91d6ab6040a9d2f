import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { vi } from '../../../web/src/messages/vi.ts';
import type { Visit } from '../../support/browser-visit.ts';
import { SECRETS } from '../../support/gift-bank.ts';
import { COURSE, type StoryCentre } from './centre.ts';

const pick =
  (kind: 'radio' | 'checkbox', ...names: string[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) await page.getByRole(kind, { name, exact: true }).check();
  };
const type = (label: string, text: string) => (page: Page) => page.getByLabel(label).fill(text);

/** How somebody answers who knows all but one thing, by the number that the question begins with. */
const ANSWERS: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  K1: pick('radio', 'Kho ứng dụng của máy'),
  K2: pick('checkbox', 'Hối thúc', 'Đòi mã OTP'),
  K3: pick('radio', vi.quiz.true),
  K4: type(vi.quiz.yourAnswer, SECRETS.shortAnswer.toUpperCase()),
  // The one mistake: five of six questions are right.
  K5: type(vi.quiz.yourNumber, '7,5'),
  K6: async (page) => {
    await page.getByLabel('Gọi', { exact: true }).selectOption('nút xanh');
    await page.getByLabel('Tắt', { exact: true }).selectOption('nút đỏ');
    await page.getByLabel('Chụp', { exact: true }).selectOption('nút tròn');
  },
};
const MARK = '8,3';
const QUESTIONS = Object.keys(ANSWERS).length;

const isOn = (page: Page, no: number) =>
  page.getByRole('heading', { level: 1, name: vi.quiz.of(no, QUESTIONS) }).waitFor();

async function answer(page: Page, no: number): Promise<string> {
  await isOn(page, no);
  const stem = (await page.locator('legend').textContent())?.trim() ?? '';
  const known = ANSWERS[/K\d/.exec(stem)?.[0] ?? ''];
  if (!known) throw new Error(`Nobody told the learner about "${stem}".`);
  await known(page);
  await page.getByRole('status').getByText(vi.quiz.savedThere, { exact: true }).waitFor();
  return stem;
}

const forward = (page: Page, name: string = vi.quiz.next) => page.getByRole('button', { name }).click();

async function secretsSeen(visit: Visit): Promise<string[]> {
  const answers = (await visit.answers()).join('\n');
  return Object.values(SECRETS).filter((secret) => answers.includes(secret));
}

/** What the first question shows as answered, whatever its kind. */
const given = (page: Page) =>
  page
    .locator('fieldset.item')
    .evaluate((form: { querySelectorAll: (what: string) => Iterable<Given> }) =>
      [...form.querySelectorAll('input, select')].map(({ checked, value }) => `${value} ${checked}`),
    );
type Given = { readonly checked?: boolean; readonly value: string };

/**
 * The quiz on a phone: no key comes with the questions, every answer is saved as it is given, a reload in the middle
 * loses nothing, and handing in gives a mark of ten with a comma.
 */
export async function takeQuiz(visit: Visit): Promise<void> {
  const { page } = visit;
  await page.getByRole('link', { name: vi.courses.quizStart }).click();
  await page.getByRole('button', { name: vi.quiz.start }).click();
  for (const no of [1, 2, 3]) {
    await answer(page, no);
    if (no < 3) await forward(page);
  }
  await forward(page, vi.quiz.previous);
  await isOn(page, 2);
  const before = await given(page);

  await page.reload();
  // It goes on exactly there; what was given before is still there.
  await isOn(page, 2);
  expect(await given(page)).toEqual(before);

  await forward(page);
  await forward(page);
  for (let no = 4; no <= QUESTIONS; no += 1) {
    await answer(page, no);
    await forward(page, no < QUESTIONS ? vi.quiz.next : vi.quiz.toEnd);
  }
  await page.getByRole('heading', { name: vi.quiz.allAnswered }).waitFor();
  // The key of K4 comes back as the learner's own answer, but in the capitals that the learner typed.
  expect(await secretsSeen(visit)).toEqual([]);
  await page.getByRole('button', { name: vi.quiz.submit, exact: true }).click();
  await page.getByText(vi.quiz.passed(MARK), { exact: true }).waitFor();
  await page.getByText(vi.quiz.outOf).waitFor();
  await page
    .getByText(vi.quiz.rightCount(QUESTIONS - 1, QUESTIONS))
    .last()
    .waitFor();
  await page.getByText(SECRETS.explanation).first().waitFor();
  // The same search finds the explanations now that they are released, so it would have found them before.
  expect(await secretsSeen(visit)).toContain(SECRETS.explanation);
}

/** Once all events have been worked off, the home page shows the course as completed with the mark. */
export async function seeCompletion(
  { site }: StoryCentre,
  { page, faults, strangers }: Visit,
): Promise<void> {
  await site.cloud.settle(60_000);
  await page.goto('/');
  const mine = page.getByRole('region', { name: vi.home.myCourses });
  await mine.getByRole('link', { name: COURSE.title }).getByText(vi.home.completed(MARK)).waitFor();
  await mine.getByRole('link', { name: COURSE.title }).click();
  await page.getByText(vi.courses.done(MARK)).waitFor();
  expect({ faults, strangers }).toEqual({ faults: [], strangers: [] });
}
