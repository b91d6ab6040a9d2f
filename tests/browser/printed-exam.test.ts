import { afterAll, beforeAll, expect, it } from 'vitest';
import { peopleRoutes } from '../../services/people/contract.ts';
import { compareNames } from '../../shared/text/vietnamese.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { DESK, openVisit, signInAs, type Visit } from '../support/browser-visit.ts';
import { expectLooksRight } from '../support/desk-look.ts';
import { openQuizSite, type QuizSite } from '../support/quiz-phone.ts';

const { marks, printed: t } = vi;
const CLASS = 'Lớp thi giấy';

let quiz: QuizSite;
let desk: Visit;
/** In the order of their numbers. */
let names: readonly string[];

/** Two learners with a seat, in a class of the demo's teacher; every statement of the quiz is true. */
beforeAll(async () => {
  quiz = await openQuizSite(2);
  const office = await quiz.site.signIn('training-head');
  const teacher = await quiz.site.signIn('teacher');
  const { classId } = await office.ok(peopleRoutes.createClass, { body: { code: 'TG-1', name: CLASS } });
  const members = [
    { personId: (await teacher.ok(peopleRoutes.getMe)).personId, as: 'teacher' as const },
    ...quiz.learners.map(({ personId }) => ({ personId, as: 'learner' as const })),
  ];
  for (const { personId, as } of members)
    await office.ok(peopleRoutes.putClassMember, { params: { classId, personId }, body: { as } });
  const listed = await office.ok(peopleRoutes.listClassMembers, { params: { classId } });
  names = listed.members
    .filter(({ as }) => as === 'learner')
    .map(({ fullName }) => fullName)
    .sort(compareNames);
  await quiz.site.cloud.settle(60_000);
  desk = await openVisit(quiz.browser, quiz.address, { viewport: DESK });
  await signInAs(desk, 'teacher');
});
afterAll(async () => {
  await desk?.context.close();
  await quiz?.stop();
});

const looksRight = (name: string) => expectLooksRight(desk, name);
const fieldOf = (at: number) =>
  desk.page.getByLabel(t.enter.row(`00${at + 1}`, names[at] ?? ''), { exact: true });

it('prints a quiz for a class: papers and answer sheet to save, the key to look at', async () => {
  const { page } = desk;
  await page.goto(`/ket-qua/${quiz.quizId}`);
  await page.getByRole('link', { name: marks.onPaper, exact: true }).click();
  await page.getByText(t.none).waitFor();
  await page.getByLabel(t.form.class).selectOption({ label: CLASS });
  await page.getByText(t.form.learners(2)).waitFor();
  await looksRight('the form');
  await page.getByLabel(t.form.subject).fill('An toàn trên mạng');
  await page.getByLabel(t.form.day).fill('2026-01-05');
  await page.getByLabel(t.form.hour).fill('18:00');
  await page.getByLabel(t.form.codes).fill('2');
  await page.getByRole('button', { name: t.form.submit }).click();
  await page.getByText(t.progress(0, 2)).waitFor();
  await page.getByText(names[1] ?? '').waitFor();
  const files = [t.papers.sheet, t.papers.paper('101'), t.papers.paper('102')];
  for (const [at, name] of files.entries()) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toBe(['phieu-tra-loi.docx', 'de-101.docx', 'de-102.docx'][at]);
    await page.getByText(t.papers.saved(name, files.length - 1 - at)).waitFor();
  }
  await page.getByRole('button', { name: t.papers.showKey }).click();
  await page.getByRole('table', { name: t.papers.keyTitle }).waitFor();
  expect(
    await page.getByRole('table', { name: t.papers.keyTitle }).getByText('Đ', { exact: true }).count(),
  ).toBe(8);
  await looksRight('papers and key');
});

it('says so when there is nothing to check, and keeps what was typed over a reload', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: t.tabs.enter }).click();
  await page.getByRole('button', { name: t.enter.check }).click();
  await page.getByText(t.enter.nothingTyped).waitFor();
  await fieldOf(1).fill('102 ĐĐ');
  await page.reload();
  await page.getByText(t.enter.resumed).waitFor();
  expect(await fieldOf(1).inputValue()).toBe('102 ĐĐ');
  await looksRight('sheets typed before');
  await fieldOf(1).fill('');
});

it('takes sheets by the keyboard alone, says what is wrong before anything is entered, and marks them', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: t.tabs.enter }).click();
  await fieldOf(0).focus();
  await page.keyboard.type('101ĐĐĐĐ');
  await page.keyboard.press('Enter');
  expect(await focusedName(page)).toContain(names[1]);
  await page.keyboard.type('102 ĐĐS');
  await page.keyboard.press('Enter');
  await page.getByText(t.enter.misshapen).waitFor();
  expect(await focusedName(page)).toContain(names[0]);
  await fieldOf(0).fill('101 ĐĐĐ');
  await page.getByRole('button', { name: t.enter.check }).click();
  await page.getByText(t.enter.faults(2)).waitFor();
  await page.getByText(t.enter.fault(2, '002')).waitFor();
  expect(await focusedName(page)).toContain(names[0]);
  await looksRight('two sheets that are too short');
  await page.keyboard.press('End');
  await page.keyboard.type('Đ');
  expect(await fieldOf(0).getAttribute('aria-invalid')).toBeNull();
  expect(await fieldOf(1).getAttribute('aria-invalid')).toBe('true');
  await page.keyboard.press('Enter');
  expect(await focusedName(page)).toContain(names[1]);
  await page.keyboard.press('End');
  await page.keyboard.type('-');
  await page.keyboard.press('Enter');
  await page.getByText(t.enter.ready(2)).waitFor();
  await page.getByRole('button', { name: t.enter.submit(2) }).click();
  await page.getByRole('dialog').getByRole('button', { name: t.enter.yes }).click();
  await page.getByText(t.progress(2, 2)).waitFor();
  await page.getByText(t.enter.all).waitFor();
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.sheets.'))),
  ).toEqual([]);
  await looksRight('all entered');
});

it('changes nothing by a table of the same sheets, and names what differs', async () => {
  const { page } = desk;
  const choose = async (last: string) => {
    const csv = `SBD;Mã đề;Bài làm\n1;101;ĐĐĐĐ\n2;102;${last}\n`;
    await page
      .locator('input[type="file"]')
      .setInputFiles({ name: 'bai-lam.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('button', { name: t.enter.check }).click();
  };
  await choose('ĐĐS-');
  await page.getByText(t.enter.unchanged(2)).waitFor();
  await choose('ĐĐĐĐ');
  await page.getByText(t.enter.faults(1)).waitFor();
  await looksRight('a table with a difference');
});

it('puts a sheet right with a reason, which the results show', async () => {
  const { page } = desk;
  await page.getByRole('link', { name: t.tabs.results }).click();
  await page.getByRole('button', { name: t.results.correctOf(names[1] ?? '') }).click();
  await looksRight('correcting');
  await page.getByLabel(t.line).fill('ĐĐĐĐ');
  await page.getByLabel(t.results.reason).fill('Gõ nhầm câu ba');
  await page.getByRole('button', { name: t.results.save }).click();
  await page.getByText(t.results.done(names[1] ?? '', '10,0')).waitFor();
  await page.getByText('Gõ nhầm câu ba').waitFor();
  await looksRight('results');
});
