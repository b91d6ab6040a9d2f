import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleRoutes } from '../../services/people/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { DESK, openVisit, signInAs, signInByName, type Visit } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';
import { openQuizSite, type QuizSite } from '../support/quiz-phone.ts';

const { marks: t, quiz: q } = vi;

const level = (points: number, words: string) => ({ points, words });
const ESSAY = {
  kind: 'essay',
  title: 'Cách nhận ra tin lừa',
  stem: 'Viết hai cách nhận ra một tin nhắn lừa đảo.',
  rubric: {
    criteria: [
      {
        name: 'Đúng',
        levels: [level(0, 'Chưa đúng.'), level(3, 'Đúng một cách.'), level(6, 'Đúng cả hai.')],
      },
      { name: 'Dễ hiểu', levels: [level(0, 'Khó hiểu.'), level(4, 'Ai đọc cũng hiểu.')] },
    ],
  },
};
const NOTE = 'Bạn viết rõ. Lần sau thêm một ví dụ.';
const SAID = 'Số lạ, và giục bấm vào đường dẫn.';

let quiz: QuizSite;
let desk: Visit;
let first: QuizSite['learners'][number] & { readonly fullName: string };

/** A learner hands in the essay over the API, as their phone would. */
async function handIn(loginName: string): Promise<void> {
  const learner = await quiz.site.signInByName(loginName);
  const params = { quizId: quiz.quizId };
  const { attemptId, items } = await learner.ok(quizRoutes.startAttempt, { params });
  for (const { itemId } of items)
    await learner.ok(quizRoutes.saveAnswer, {
      params: { attemptId, itemId },
      body: { response: { kind: 'essay', text: SAID }, version: 1 },
    });
  await learner.ok(quizRoutes.submitAttempt, { params: { attemptId } });
}

/** Two learners of the demo teacher's class have handed in what a person marks and a teacher confirms. */
beforeAll(async () => {
  quiz = await openQuizSite(2, [ESSAY], { confirmation: 'teacher' });
  const { site, learners } = quiz;
  const { classes } = await (await site.signIn('teacher')).ok(peopleRoutes.listClasses);
  const classId = classes[0]?.classId ?? '';
  const office = await site.signIn('training-head');
  for (const { personId } of learners)
    await office.ok(peopleRoutes.putClassMember, { params: { classId, personId }, body: { as: 'learner' } });
  await site.cloud.settle(60_000);
  for (const { loginName } of learners) await handIn(loginName);
  await site.cloud.settle(60_000);
  const { members } = await office.ok(peopleRoutes.listClassMembers, { params: { classId } });
  const [learner] = learners;
  const fullName = members.find(({ personId }) => personId === learner?.personId)?.fullName ?? '';
  first = { personId: '', loginName: '', ...learner, fullName };
  desk = await openVisit(quiz.browser, quiz.address, { viewport: DESK });
  await signInAs(desk, 'teacher');
});
afterAll(async () => {
  await desk?.context.close();
  await quiz?.stop();
});

const looksRight = (name: string) => expectLooksRight(desk, name);

it('lets a teacher mark by the rubric without a mouse and without a name', async () => {
  const { page } = desk;
  await page.goto(`/ket-qua/${quiz.quizId}`);
  await page.getByText(t.toMark(2)).waitFor();
  await looksRight('marks that wait');
  await page.getByRole('link', { name: t.marking.open(2) }).press('Enter');
  await page.getByText(SAID).waitFor();
  expect(await page.getByText(first.fullName).count()).toBe(0);
  await looksRight('an answer to mark');
  for (const left of [1, 0]) {
    await page.getByRole('radio', { name: t.marking.level(3, 'Đúng một cách.') }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByText(t.marking.notAll(1)).waitFor();
    if (left > 0) {
      await page.reload();
      await page.getByText(t.marking.notAll(1)).waitFor();
    }
    await page.getByRole('button', { name: t.marking.save }).press('Enter');
    // With a criterion left out nothing is sent, and the focus shows which.
    expect(await focusedName(page)).toContain(t.marking.level(0, 'Khó hiểu.'));
    await page.keyboard.press('ArrowDown');
    await page.getByText(t.marking.total(10, 10)).waitFor();
    await page.getByLabel(t.marking.note).fill(NOTE);
    await page.getByRole('button', { name: t.marking.save }).press('Enter');
    await page.getByText(left > 0 ? t.marking.left(left) : t.marking.nothing).waitFor();
    await page.getByText(t.marking.saved).waitFor();
    if (left > 0) expect(await focusedName(page)).toBe(t.marking.question);
  }
  await looksRight('nothing to mark');
});

it('confirms one mark, then the others shown; the learner sees it as final', async () => {
  const { page } = desk;
  const phone = await openVisit(quiz.browser, quiz.address);
  await phone.page.goto('/dang-nhap');
  await signInByName(phone, first.loginName);
  await phone.page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
  const learner = await quiz.site.signInByName(first.loginName);
  const { attempts } = await learner.ok(quizRoutes.listMyAttempts, { params: { quizId: quiz.quizId } });
  const result = `/kiem-tra/${quiz.quizId}?lan=${attempts[0]?.attemptId}`;
  await phone.page.goto(result);
  await phone.page.getByText(q.provisional).waitFor();
  await phone.page.getByText(NOTE).waitFor();

  await page.goto(`/ket-qua/${quiz.quizId}`);
  await page.getByText(t.toConfirm(2)).waitFor();
  await looksRight('marks to confirm');
  await page.getByRole('button', { name: t.confirm.oneLabel(first.fullName) }).click();
  await page.getByText(t.confirm.askOne(first.fullName, '10,0')).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: t.confirm.yes }).click();
  await page.getByText(t.confirm.done(1)).waitFor();
  await page.getByText(t.toConfirm(1)).waitFor();
  await page.getByRole('button', { name: t.confirm.all(1) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.confirm.yes }).click();
  await page.getByText(t.allFinal).waitFor();

  await phone.page.goto(result);
  await phone.page.getByText(q.passed('10,0')).waitFor();
  // What the phone has kept is shown until the service's word is there.
  await phone.page.getByText(q.provisional).waitFor({ state: 'hidden' });
  await phone.context.close();
});

it('gives a person extra time, on record', async () => {
  const { page } = desk;
  await page.goto(`/ket-qua/${quiz.quizId}?muc=them-gio`);
  await page.getByLabel(t.learner).selectOption({ label: first.fullName });
  await page.getByText(t.time.neverGiven).waitFor();
  await page.getByLabel(t.time.amount).fill('15');
  await page.getByLabel(t.time.reason).fill('Mắt kém');
  await page.getByRole('button', { name: t.time.give }).click();
  await page.getByText(t.time.given(first.fullName, t.time.amounts.minutes(15))).waitFor();
  await page
    .getByRole('region', { name: t.time.before(first.fullName) })
    .getByText(/Mắt kém.*bạn\.$/)
    .waitFor();
  await looksRight('extra time');
});
