import type { Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { quizRoutes } from '../../services/quizzes/contract.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { eventually } from '../support/browser-expect.ts';
import { closeOffline, sendsNothing } from '../support/browser-offline.ts';
import { openQuizSite, QuizPhone, type QuizSite } from '../support/quiz-phone.ts';

const { quiz: t } = vi;
const ALL_RIGHT = [true, true, true, true];

let quiz: QuizSite;
let phone: QuizPhone;

beforeAll(async () => {
  quiz = await openQuizSite(14);
});
afterEach(() => phone?.close());
afterAll(() => quiz?.stop());

const open = async (before?: string): Promise<QuizPhone> => {
  phone = await QuizPhone.open(quiz, before);
  return phone;
};

/** The server does its work, but the first `count` answers to such calls never reach the phone. */
async function loseAnswers(page: Page, method: string, path: RegExp, count: number): Promise<() => number> {
  let lost = 0;
  await page.context().route(path, async (route: Route) => {
    if (route.request().method() !== method || lost >= count) return route.fallback();
    lost += 1;
    await route.fetch();
    await route.abort('connectionreset');
  });
  return () => lost;
}

const SAVES = /\/v1\/attempts\/[^/]+\/answers\//;
const SUBMISSIONS = /\/v1\/attempts\/[^/]+\/submission$/;

describe('a quiz goes on exactly where one was', () => {
  it('after a reload in the middle', async () => {
    const { page } = await open();
    await phone.start();
    await phone.answerAll([true, false], 'there');
    await phone.isOn(3);
    await page.getByRole('button', { name: t.previous }).click();
    await phone.isOn(2);
    await page.reload();
    await phone.isOn(2);
    expect(await page.getByRole('radio', { name: t.false, exact: true }).isChecked()).toBe(true);
    await phone.next();
    await phone.answerAll([true, true], 'there', 3);
    await phone.handIn();
    await phone.seesMark('7,5');
    await phone.expectOneHandIn([true, false, true, true]);
  });

  it('after the tab was closed, in a new one', async () => {
    const { visit } = await open();
    await phone.start();
    await phone.answerAll([true], 'there');
    await phone.isOn(2);
    await visit.page.close();
    const page = await visit.context.newPage();
    await page.goto(phone.path);
    await phone.isOn(2, page);
  });

  it('without a network, from its first question to handing in, with the tab closed in between', async () => {
    const { visit } = await open();
    await phone.start();
    await visit.context.setOffline(true);
    await phone.answerAll([true, true], 'here');
    await phone.isOn(3);
    await closeOffline(visit.page);
    const page = await visit.context.newPage();
    await page.goto(phone.path);
    await phone.isOn(3, page);
    await phone.answer(false, 'here', page);
    await phone.next(page);
    await phone.isOn(4, page);
    await phone.answer(true, 'here', page);
    await phone.handIn(page);
    await page.getByText(t.mayClose).waitFor();
    expect((await phone.stored()).answers).toEqual([undefined, undefined, undefined, undefined]);
    await visit.context.setOffline(false);
    await phone.seesMark('7,5', page);
    await phone.expectOneHandIn([true, true, false, true]);
  });

  it('when the phone died right after an answer', async () => {
    const { visit } = await open();
    await phone.start();
    await visit.context.setOffline(true);
    await sendsNothing(visit.page);
    await visit.page.getByRole('radio', { name: t.true, exact: true }).check();
    await visit.page.close({ runBeforeUnload: false });
    await visit.context.setOffline(false);
    const page = await visit.context.newPage();
    await page.goto('/khoa-hoc');
    await eventually(async () => (await phone.stored()).answers[0]).toBe(true);
  });
});

/** Whether the result is noted as seen in the moment in which its words stand there: one may leave in the next. */
const seenWhenShown = (page: Page, words: string): Promise<boolean> =>
  page.evaluate<boolean>(`new Promise((done) => {
    const look = (_, observer) => {
      if (!document.body.innerText.includes(${JSON.stringify(words)})) return;
      observer.disconnect();
      const kept = Object.entries(localStorage).find(([key]) => key.endsWith('.outcome'));
      done(JSON.parse(kept[1]).seen);
    };
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
  })`);

describe('what was pressed happens', () => {
  it('from any page, after the browser was closed, and is told there', async () => {
    const { visit } = await open();
    await phone.start();
    await visit.context.setOffline(true);
    await phone.answerAll(ALL_RIGHT, 'here');
    await phone.handIn();
    await visit.page.getByText(t.mayClose).waitFor();
    // This quiz has a time limit: what comes after it is refused.
    await visit.page.getByText(t.afterTime).waitFor();
    await visit.page.getByText(vi.common.offlineSending).waitFor();
    await closeOffline(visit.page);
    await visit.context.setOffline(false);
    const page = await visit.context.newPage();
    await page.goto('/khoa-hoc');
    await page.getByText(t.handedIn).waitFor();
    const seen = seenWhenShown(page, t.passed('10,0'));
    await page.getByRole('link', { name: t.seeMark }).click();
    expect(await seen).toBe(true);
    await page.goto('/khoa-hoc');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.getByText(t.handedIn).count()).toBe(0);
    await phone.expectOneHandIn(ALL_RIGHT);
  });

  it('once, though the answers to saving were lost', async () => {
    const { page } = await open();
    await phone.start();
    const lost = await loseAnswers(page, 'PUT', SAVES, 6);
    await phone.answerAll(ALL_RIGHT, 'anywhere');
    await phone.handIn();
    await phone.seesMark('10,0');
    expect(lost()).toBe(6);
    await phone.expectOneHandIn(ALL_RIGHT);
  });

  it('once, though the answers to handing in were lost, and the page was closed over it', async () => {
    const { visit } = await open();
    await phone.start();
    const lost = await loseAnswers(visit.page, 'POST', SUBMISSIONS, 5);
    await phone.answerAll(ALL_RIGHT, 'there');
    await phone.handIn();
    await eventually(lost).toBeGreaterThan(0);
    await visit.page.close();
    const page = await visit.context.newPage();
    await page.goto('/');
    await page.getByText(t.handedIn).waitFor();
    await phone.expectOneHandIn(ALL_RIGHT);
  });

  it('while the network comes and goes', async () => {
    const { visit } = await open();
    await phone.start();
    for (const no of [1, 2, 3, 4]) {
      await phone.isOn(no);
      await visit.context.setOffline(no % 2 === 1);
      await phone.answer(true, 'anywhere');
      if (no < 4) await phone.next();
      await visit.context.setOffline(no % 2 === 0);
    }
    await phone.handIn();
    await visit.context.setOffline(false);
    await phone.seesMark('10,0');
    await phone.expectOneHandIn(ALL_RIGHT);
  });
});

describe('two tabs', () => {
  it('show each other’s newer answers, hand in once, and both turn to the result', async () => {
    const { visit, page } = await open();
    await phone.start();
    await phone.answer(true, 'there');
    const other = await visit.context.newPage();
    await other.goto(phone.path);
    await phone.isOn(1, other);
    await phone.answer(false, 'there', other);
    await page.getByText(t.takenOver).waitFor();
    expect(await page.getByRole('radio', { name: t.false, exact: true }).isChecked()).toBe(true);
    await phone.answer(true, 'there');
    await other.getByText(t.takenOver).waitFor();
    await phone.next();
    await phone.answerAll([true, true, true], 'anywhere', 2);
    for (const tab of [page, other]) {
      await tab.bringToFront();
      await tab.getByText(t.seeQuestions).click();
      await tab.getByRole('button', { name: t.goTo(4, true) }).click();
      await phone.isOn(4, tab);
      await tab.getByRole('button', { name: t.toEnd }).click();
      await tab.getByRole('button', { name: t.submit, exact: true }).waitFor();
    }
    // Whoever comes second may find the other's wish carried out already.
    await Promise.all(
      [page, other].map((tab) =>
        tab
          .getByRole('button', { name: t.submit, exact: true })
          .click({ timeout: 1_000 })
          .catch(() => undefined),
      ),
    );
    await Promise.all([phone.seesMark('10,0'), phone.seesMark('10,0', other)]);
    await phone.expectOneHandIn(ALL_RIGHT);
  });
});

describe('a shared phone', () => {
  it('shows nobody another one’s attempt, and sends it as whose it is', async () => {
    const { visit, page } = await open();
    await phone.start();
    const line = { isDown: true };
    await visit.context.route(SAVES, (route) => (line.isDown ? route.abort() : route.fallback()));
    await phone.answer(true, 'here');
    const second = await phone.handOn();
    await page.goto(second.path);
    await page.getByRole('button', { name: t.start }).waitFor();
    line.isDown = false;
    await page.goto('/khoa-hoc');
    await eventually(async () => (await phone.stored()).answers[0]).toBe(true);
    const params = { quizId: quiz.quizId };
    const { attempts } = await second.learner.ok(quizRoutes.listMyAttempts, { params });
    expect(attempts).toEqual([]);
  });
});

describe('a phone that is not in order', () => {
  it('has a clock that is an hour fast: the time left is still the server’s', async () => {
    const { page } = await open(`
      const real = Date.now.bind(Date), Real = Date, ahead = 3_600_000;
      globalThis.Date = class extends Real {
        constructor(...given) { given.length > 0 ? super(...given) : super(real() + ahead); }
        static now() { return real() + ahead; }
      };`);
    await phone.start();
    const timer = page.getByRole('timer');
    expect(await timer.textContent()).toMatch(/(19|20):\d\d/);
    await phone.answerAll([true], 'there');
    await page.reload();
    await phone.isOn(2);
    expect(await timer.textContent()).toMatch(/(18|19):\d\d/);
    await phone.answerAll([true, true, true], 'there', 2);
    await phone.handIn();
    await phone.seesMark('10,0');
    await phone.expectOneHandIn(ALL_RIGHT);
  });

  it('is full: it says so, and goes on by network', async () => {
    const { page } = await open();
    await page.evaluate(`
      for (let size = 1_000_000; size >= 1; size = Math.floor(size / 2))
        for (let no = 0; ; no += 1)
          try { localStorage.setItem('fill.' + size + '.' + no, 'x'.repeat(size)); } catch { break; }`);
    await phone.start();
    await page.getByText(t.notKept).waitFor();
    await phone.answerAll(ALL_RIGHT, 'there');
    await phone.handIn();
    await phone.seesMark('10,0');
    await phone.expectOneHandIn(ALL_RIGHT);
  });
});
