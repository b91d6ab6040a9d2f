import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { demoPeople } from '../../local/demo/content.ts';
import { demoAccounts } from '../../local/demo/load.ts';
import { accessToken } from '../../local/demo/session.ts';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import type { Role } from '../../shared/contract/roles.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { focusedName } from '../support/browser-keyboard.ts';
import { accessibilityFaults, spillsOf } from '../support/browser-look.ts';
import { setStage } from '../support/browser-stage.ts';
import { SMALL_PHONE, shown, signInAs, signInByName, type Visit } from '../support/browser-visit.ts';
import { Client } from '../support/client.ts';

const LESSON = '/khoa-hoc/an-toan-tren-mang/bai/1';

const stage = setStage();

/** The last two words of a full name, as people are called. */
const calledAs = (role: Role): string =>
  (demoAccounts().find((one) => one.role === role)?.fullName ?? '').split(' ').slice(-2).join(' ');
const given = (role: Role): string => calledAs(role).split(' ').at(-1) ?? '';
const face = ({ page }: Visit) => page.locator('.face-button');
const rowOf = ({ page }: Visit, role: Role) => page.locator('.person-row', { hasText: calledAs(role) });
const greeted = ({ page }: Visit, role: Role) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`${given(role)}!`) }).waitFor();

/** Everything on the device that tells of a person: by its key in any storage, or by the answer that is kept. */
const traces = ({ page }: Pick<Visit, 'page'>): Promise<string[]> =>
  page.evaluate<string[]>(`(async () => {
    const open = indexedDB.open('hvs-kept');
    const answers = await new Promise((resolve) => {
      open.onsuccess = () => {
        const all = open.result.transaction('answers').objectStore('answers').getAllKeys();
        all.onsuccess = () => resolve(all.result);
      };
    });
    open.result.close();
    const stored = [...Object.keys(localStorage), ...Object.keys(sessionStorage)];
    const isSomebodys = (key) => /current|people|newcomer|[0-9A-HJKMNP-TV-Z]{26}/.test(key);
    return [...stored.filter(isSomebodys), ...answers.filter((key) => !key.startsWith('everybody '))];
  })()`);

/** A phone on which these people have signed in, the last of them current, and whose names it knows. */
async function phoneOf(...roles: Role[]): Promise<Visit> {
  const visit = await stage.open({ viewport: SMALL_PHONE });
  for (const role of roles) {
    await signInAs(visit, role);
    await eventually(() => visit.page.evaluate('localStorage["hvs.people"]')).toContain(calledAs(role));
  }
  return visit;
}

/** Seats the demo's learner and a second one in the run of the same course; its quiz, and the second one's sign-in name. */
async function seatTwo() {
  const second = demoPeople().find(({ roles, featured }) => roles.includes('learner') && !featured);
  const loginName = second?.loginName ?? '';
  const token = await accessToken(stage.site.cloud, loginName);
  const { address } = stage.site.cloud;
  const learners = [
    await stage.site.signIn('learner'),
    new Client({ address, personId: loginName, token, patient: true, heard: [] }),
  ];
  const params = { courseId: 'an-toan-tren-mang' };
  let quizId = '';
  for (const learner of learners) {
    const { courseId, runs } = await learner.ok(enrollmentRoutes.getCourse, { params });
    await learner.call(enrollmentRoutes.enrol, { params: { runId: runs[0]?.runId ?? '' }, body: {} });
    const { quizzes } = await learner.ok(quizRoutes.listCourseQuizzes, { params: { courseId } });
    quizId = quizzes[0]?.quizId ?? '';
  }
  await stage.site.cloud.settle(60_000);
  return { quizId, loginName };
}

const openQuiz = async (page: Page, quizId: string): Promise<void> => {
  await page.goto(`/kiem-tra/${quizId}`);
  const start = page.getByRole('button', { name: /làm bài|bài dở/ });
  const questions = page.locator('fieldset.item');
  // In the tab in which it was left, a quiz goes on without being asked.
  await start.or(questions).first().waitFor();
  if (await start.isVisible()) await start.click();
  await questions.waitFor();
};

describe('a phone that several people use', () => {
  it('is handed on with two taps, from any page, also without a network', async () => {
    const visit = await phoneOf('learner', 'teacher');
    const { page, context } = visit;
    await page.goto(LESSON);
    await shown(visit);
    let taps = 0;
    const tap = async (target: ReturnType<typeof face>) => {
      taps += 1;
      await target.click();
    };
    await tap(face(visit));
    await tap(rowOf(visit, 'learner'));
    await greeted(visit, 'learner');
    expect(taps).toBe(2);
    await context.setOffline(true);
    await face(visit).click();
    await rowOf(visit, 'teacher').click();
    await eventually(() => face(visit).getAttribute('aria-label')).toContain(calledAs('teacher'));
    await context.close();
  });

  it('keeps apart what each of them has read, and throws away what the last one had open', async () => {
    const visit = await phoneOf('teacher', 'learner');
    const { page, context } = visit;
    await page.goto(LESSON);
    await page.getByRole('button', { name: vi.courses.markRead }).click();
    await page.getByText(vi.courses.readNow).waitFor();
    await page.goto('/tai-khoan');
    await page.getByText(vi.account.changePassword, { exact: true }).first().click();
    await page.getByLabel(vi.account.oldPassword).fill('cua-hanh-1');
    await face(visit).click();
    await rowOf(visit, 'teacher').click();
    await greeted(visit, 'teacher');
    await page.goto(LESSON);
    await page.getByRole('button', { name: vi.courses.markRead }).waitFor();
    await page.goto('/tai-khoan');
    await page.getByText(vi.account.changePassword, { exact: true }).first().click();
    expect(await page.getByLabel(vi.account.oldPassword).inputValue()).toBe('');
    await context.close();
  });

  it('keeps apart the answers of two learners in the same quiz', async () => {
    const { quizId, loginName } = await seatTwo();
    const visit = await stage.open();
    const { page } = visit;
    await page.goto('/dang-nhap');
    await signInByName(visit, loginName);
    await page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
    await signInAs(visit, 'learner');
    await openQuiz(page, quizId);
    const options = page.locator('fieldset.item input[type=radio]');
    while ((await options.count()) === 0) await page.getByRole('button', { name: vi.quiz.next }).click();
    const question = await page.getByRole('heading', { level: 1 }).textContent();
    await options.first().check();
    await face(visit).click();
    await page.locator('.person-row:not([aria-current])').click();
    await page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
    await openQuiz(page, quizId);
    expect(await page.locator('fieldset.item input:checked').count()).toBe(0);
    await face(visit).click();
    await page.locator('.person-row:not([aria-current])').click();
    await page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
    await openQuiz(page, quizId);
    await page.getByRole('heading', { level: 1, name: question ?? '' }).waitFor();
    await eventually(() => page.locator('fieldset.item input:checked').count()).toBe(1);
    await visit.context.close();
  });

  it('shows the same person in all its tabs', async () => {
    const visit = await phoneOf('teacher', 'learner');
    const second = { ...visit, page: await visit.context.newPage() };
    await second.page.goto('/');
    await greeted(second, 'learner');
    await face(visit).click();
    await rowOf(visit, 'teacher').click();
    await greeted(visit, 'teacher');
    await eventually(() => face(second).getAttribute('aria-label')).toContain(calledAs('teacher'));
    await visit.context.close();
  });

  it('lets one of them go, and keeps nothing of theirs', async () => {
    const visit = await phoneOf('teacher', 'learner');
    const { page } = visit;
    await page.goto(LESSON);
    await page.getByRole('button', { name: vi.courses.markRead }).click();
    await page.goto('/tai-khoan');
    await page.getByRole('button', { name: vi.account.removePerson(calledAs('teacher')) }).click();
    await page.getByRole('button', { name: vi.account.removeYes }).click();
    await eventually(() => page.evaluate<string>('localStorage["hvs.people"]')).not.toContain(
      calledAs('teacher'),
    );
    await eventually(() => focusedName(page)).toBe(vi.account.removePerson(calledAs('learner')));
    await page.getByRole('button', { name: vi.account.signOut, exact: true }).click();
    await eventually(() => traces(visit)).toEqual([]);
    await visit.context.close();
  });

  it('keeps nothing of whoever borrowed it, once their last tab is closed', async () => {
    const visit = await stage.open();
    const { page, context } = visit;
    await page.goto('/dang-nhap');
    await page.getByLabel(vi.account.borrowed).check();
    await signInByName(visit, demoAccounts().find(({ role }) => role === 'learner')?.loginName ?? '');
    await greeted(visit, 'learner');
    await page.goto(LESSON);
    await page.getByRole('button', { name: vi.courses.markRead }).click();
    const second = { ...visit, page: await context.newPage() };
    await second.page.goto('/');
    await greeted(second, 'learner');
    await page.close();
    await second.page.goto(LESSON);
    await second.page.getByText(vi.courses.readNow).waitFor();
    expect((await traces(second)).length).toBeGreaterThan(0);
    await second.page.close();
    const next = { ...visit, page: await context.newPage() };
    await next.page.goto('/');
    await eventually(() => traces(next)).toEqual([]);
    await context.close();
  });

  it('asks an office role for the password again after the browser was closed', async () => {
    const visit = await phoneOf('learner', 'director');
    const state = await visit.context.storageState();
    expect(JSON.stringify(state)).toContain(calledAs('director'));
    await visit.context.close();
    const next = await stage.open({ storageState: state });
    await next.page.goto('/dang-nhap');
    await rowOf(next, 'director').click();
    await next.page.waitForURL('**ten=**');
    const login = demoAccounts().find(({ role }) => role === 'director')?.loginName;
    await eventually(() => next.page.getByLabel(vi.account.loginName).inputValue()).toBe(login);
    await eventually(() => next.page.evaluate('localStorage["hvs.current"] ?? ""')).toBe('');
    await next.page.goto('/dang-nhap');
    await rowOf(next, 'learner').click();
    await greeted(next, 'learner');
    await next.context.close();
  });

  it('lists six people within the smallest phone and the largest letters, by keyboard and for a screen reader', async () => {
    const visit = await phoneOf('learner', 'teacher', 'youth-union', 'content-staff', 'clerk', 'director');
    const { page } = visit;
    await page.evaluate('document.documentElement.dataset.size = "3"');
    await face(visit).focus();
    await page.keyboard.press('Enter');
    await rowOf(visit, 'director').waitFor();
    expect(await spillsOf(page)).toEqual([]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await rowOf(visit, 'director').waitFor({ state: 'hidden' });
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await greeted(visit, 'learner');
    await visit.context.close();
  });
});
