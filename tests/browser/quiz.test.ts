import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { formatInstant } from '../../web/src/format/dates.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';

const { quiz: t } = vi;

let quiz: QuizSite;
let phone: QuizPhone;

beforeAll(async () => {
  quiz = await openQuizSite(5);
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

const focused = (page: QuizPhone['page']) =>
  page.evaluate<string>(
    'document.activeElement?.tagName + " " + (document.activeElement?.textContent ?? "")',
  );

it('is taken by keyboard alone: digits, letters and arrows choose, Enter goes on', async () => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  await phone.start();
  expect(await focused(page)).toContain(t.of(1, 4));
  const [isTrue, isFalse] = [t.true, t.false].map((name) =>
    page.getByRole('radio', { name, exact: true }),
  ) as [ReturnType<typeof page.getByRole>, ReturnType<typeof page.getByRole>];
  await page.keyboard.press('2');
  expect(await isFalse.isChecked()).toBe(true);
  await page.keyboard.press('a');
  expect(await isTrue.isChecked()).toBe(true);
  await page.keyboard.press('ArrowDown');
  expect(await isFalse.isChecked()).toBe(true);
  await page.keyboard.press('1');
  await isTrue.dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  for (const no of [2, 3, 4]) {
    await page.keyboard.down('Enter');
    await phone.isOn(no);
    // Held down, it stays a single step.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await focused(page)).toContain(t.of(no, 4));
    await page.keyboard.press('1');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: t.allAnswered }).waitFor();
  expect(await focused(page)).toBe(`H1 ${t.submitTitle}`);
  // From here on as after a reload: the first page that is drawn is then none with a heading of its own.
  await page.reload();
  await page.getByRole('button', { name: t.submit, exact: true }).press('Enter');
  await phone.seesMark('10,0');
  expect(await focused(page)).toBe(`H1 ${t.result}`);
  await phone.expectOneHandIn([true, true, true, true]);
  const spent = await phone.timesSpent();
  expect(Math.min(...spent)).toBeGreaterThan(0);
});

it('names what is missing before handing in, and leads there', async () => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  await phone.start();
  await phone.answer(true, 'there');
  await page.getByText(t.seeQuestions).click();
  await page.getByRole('button', { name: t.goTo(4, false) }).click();
  await phone.isOn(4);
  await page.getByRole('button', { name: t.toEnd }).click();
  await page.getByText(t.unansweredWhich([2, 3, 4])).waitFor();
  await page.getByRole('button', { name: t.goToMissing(2) }).click();
  await phone.isOn(2);
});

it('explains the result, opens it again without a network, and offers another try only while there is one', async () => {
  phone = await QuizPhone.open(quiz);
  const { page, visit } = phone;
  await phone.start();
  await phone.answerAll([true, false, false, false], 'there');
  await phone.handIn();
  await phone.seesMark('2,5');
  await page.getByText(t.youAnswered).first().waitFor();
  await page.getByRole('button', { name: new RegExp(t.onlyWrong) }).click();
  expect(await page.getByText(t.youAnswered).count()).toBe(3);
  // A second attempt asks the same questions.
  await page.getByText(t.rightLater).waitFor();
  expect(await page.getByText(t.rightAnswer).count()).toBe(0);

  await page.getByRole('button', { name: t.again }).click();
  await page.getByRole('link', { name: t.seeResult }).click();
  await phone.seesMark('2,5');
  await visit.context.setOffline(true);
  await page.reload();
  await phone.seesMark('2,5');
  await page.getByText(t.youAnswered).first().waitFor();
  await visit.context.setOffline(false);

  await page.goto(phone.path);
  await page.getByRole('button', { name: t.again }).click();
  await phone.answerAll([false, false, false, false], 'there');
  await phone.handIn();
  await phone.seesMark('0,0');
  await page.getByText(t.nextAsk).waitFor();
  const shown = page.locator('li', { hasText: t.rightAnswer }).first().locator('.answered').last();
  expect(await shown.textContent()).toBe(t.true);
  expect(await page.getByText(t.rightAnswer).count()).toBe(4);
  expect(await page.getByRole('button', { name: t.again }).count()).toBe(0);
});

it('starts for somebody whose seat is not known yet where attempts are opened', async () => {
  phone = await QuizPhone.open(quiz);
  const { page } = phone;
  const refusal = { code: 'not-enrolled', title: '', status: 403, type: '/problems/not-enrolled' };
  let refused = 0;
  await page.route(
    /\/v1\/quizzes\/\w+\/attempts$/,
    async (route) => {
      refused += 1;
      await route.fulfill({ status: 403, contentType: 'application/problem+json', json: refusal });
    },
    { times: 2 },
  );
  await phone.start();
  expect(refused).toBe(2);
});

it('tells whoever was offline what was received late, and who settles the mark', async () => {
  phone = await QuizPhone.open(quiz);
  const { page, learner } = phone;
  await phone.start();
  await phone.answer(true, 'there');
  const { attemptId } = await phone.stored();
  const attempt = await learner.ok(quizRoutes.getAttempt, { params: { attemptId } });
  const answers = attempt.answers.map((answer) => ({ ...answer, late: true }));
  const closed = { ...attempt, status: 'submitted', answers };
  const grade = { gradeNo: 2, scoreHundredths: 250, passed: false, gradedAt: attempt.serverTime };
  const states = {
    waits: { ...closed, gradeWithheld: 'after-submission' },
    provisional: { ...closed, grade: { ...grade, provisional: true, reason: 'late-answers' } },
    settled: { ...closed, grade: { ...grade, gradeNo: 3, provisional: false, reason: 'confirmed' } },
  };
  let state: keyof typeof states = 'waits';
  await page.route(new RegExp(`/v1/attempts/${attemptId}$`), (route) =>
    route.fulfill({ json: states[state] }),
  );
  const hidden = { marks: false, answers: false, explanations: false, rightAnswers: false };
  await page.route(new RegExp(`/v1/attempts/${attemptId}/review$`), (route) =>
    route.fulfill({
      json: {
        attemptId,
        releases: hidden,
        items: [],
        ...(state === 'waits' && { waitsUntil: attempt.deadline }),
      },
    }),
  );
  const said = (instant = '') => formatInstant(instant, 'vi');
  const received = page.getByText(t.lateTaken(1, said(answers[0]?.savedAt)));
  await page.goto(`${phone.path}?lan=${attemptId}`);
  await received.waitFor();
  await page.getByText(t.markWaits(said(attempt.deadline))).waitFor();
  await page.getByText(t.lateWaits).waitFor();
  state = 'provisional';
  await page.reload();
  await page.getByText(t.provisional).waitFor();
  await page.getByText(t.lateWaits).waitFor();
  expect(await page.getByText(t.markWaits(said(attempt.deadline))).count()).toBe(0);
  state = 'settled';
  await page.reload();
  await page.getByText(t.failed('2,5')).waitFor();
  await received.waitFor();
  await page.getByText(t.lateWaits).waitFor({ state: 'hidden' });
});
