import { afterAll, beforeAll, expect, it } from 'vitest';
import { exchangeRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { approveItems } from '../support/approve-items.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { DESK, openVisit, shown, signInAs, type Visit } from '../support/browser-visit.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';

const t = vi.marks.correct;

let quiz: QuizSite;
let phone: QuizPhone;
let desk: Visit;

beforeAll(async () => {
  quiz = await openQuizSite(1);
  phone = await QuizPhone.open(quiz);
  await phone.start();
  await phone.answerAll([true, true, true, true], 'there');
  await phone.handIn();
  await phone.seesMark('10,0');
  await quiz.site.cloud.settle(60_000);
  desk = await openVisit(quiz.browser, quiz.address, { viewport: DESK });
  await signInAs(desk, 'training-head');
});
afterAll(async () => {
  await phone?.close();
  await desk?.context.close();
  await quiz?.stop();
});

/** One of the statements turns out to be false; who wrote it says so, and somebody else approves. */
async function correctFirst(): Promise<void> {
  const office = await quiz.site.signIn('training-head');
  const { courseId } = await office.ok(quizRoutes.getQuiz, { params: { quizId: quiz.quizId } });
  const text = '// competence: 4.2 level: CB1\n::C1::C1 Câu này đúng.{F}\n';
  await office.ok(exchangeRoutes.importQuestions, { params: { courseId }, body: { format: 'gift', text } });
  await approveItems(await quiz.site.signIn('teacher'), courseId);
}

it('shows whose mark a correction changes before it changes any, then does it, with the reason', async () => {
  await correctFirst();
  const { page } = desk;
  await page.goto(`/ket-qua/${quiz.quizId}?muc=cham-lai`);
  const item = page.getByLabel(t.item);
  const first = await item.getByRole('option', { name: /^C1/ }).getAttribute('value');
  await item.selectOption(first);
  await page.getByRole('button', { name: t.preview }).click();
  // Nobody's mark changes without a reason.
  expect(await page.getByText(t.willChange(1)).count()).toBe(0);
  await page.getByLabel(t.reason).fill('Đáp án câu 1 ghi nhầm');
  await page.getByRole('button', { name: t.preview }).click();
  await page.getByText(t.willChange(1), { exact: true }).waitFor();
  await page.getByRole('row', { name: /10,0.*7,5/ }).waitFor();
  expect((await phone.learner.ok(quizRoutes.listMyAttempts, { params: quiz })).attempts).toMatchObject([
    { grade: { gradeNo: 1, scoreHundredths: 1000 } },
  ]);
  await shown(desk);
  expect([...(await spillsOf(page)), ...(await accessibilityFaults(page)), ...desk.faults]).toEqual([]);

  await page.getByRole('button', { name: t.run(1) }).click();
  await page.getByText(t.ask(1)).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: t.yes }).click();
  await page.getByText(t.changed(1)).waitFor();
  expect((await phone.learner.ok(quizRoutes.listMyAttempts, { params: quiz })).attempts).toMatchObject([
    { grade: { gradeNo: 2, scoreHundredths: 750, reason: 'item-corrected' } },
  ]);
  const { attemptId } = await phone.stored();
  await phone.page.goto(`${phone.path}?lan=${attemptId}`);
  await phone.seesMark('7,5');
});

it('changes nothing twice, and says so', async () => {
  const { page } = desk;
  await page.reload();
  await page.getByLabel(t.reason).fill('Đáp án câu 1 ghi nhầm');
  const item = page.getByLabel(t.item);
  await item.selectOption(await item.getByRole('option', { name: /^C1/ }).getAttribute('value'));
  await page.getByRole('button', { name: t.preview }).click();
  await page.getByText(t.willChange(0), { exact: true }).first().waitFor();
  await page.getByText(t.unchanged(1)).waitFor();
});
