import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import * as z from 'zod';
import { enrollmentRoutes } from '../../services/enrollment/contract.ts';
import { peopleRoutes } from '../../services/people/contract.ts';
import { exchangeRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { addDays, dayOf } from '../../shared/time/local-time.ts';
import { vi } from '../../web/src/messages/vi.ts';
import { addItemFile } from './add-item-file.ts';
import { approveItems } from './approve-items.ts';
import { eventually } from './browser-expect.ts';
import { workerReady } from './browser-offline.ts';
import { type Site, startSite } from './browser-site.ts';
import { openVisit, signInByName, type Visit } from './browser-visit.ts';
import { startChromium } from './chromium.ts';
import type { Client } from './client.ts';
import { distinctEvents } from './stored-events.ts';

/** Statements that are all true, so that whoever answers "Đúng" is right. */
const GIFT = [1, 2, 3, 4]
  .map((no) => `// competence: 4.2 level: CB1\n::C${no}::C${no} Câu này đúng.{T}\n`)
  .join('\n');
const QUESTIONS = 4;
const COURSE = { slug: 'bai-thi-khong-mat', title: 'Bài thi không mất' };

type Learner = { readonly personId: string; readonly loginName: string };
/** A site with one short quiz, and many learners who may take it. */
export type QuizSite = {
  readonly browser: Browser;
  readonly site: Site;
  readonly address: string;
  readonly quizId: string;
  readonly learners: Learner[];
  readonly stop: () => Promise<void>;
};

/**
 * Starts a site with a quiz of 20 minutes: of four statements, or of all the `questions` given, with further `rules` and
 * the `files` that they show.
 */
export async function openQuizSite(
  learnerCount: number,
  questions?: readonly { readonly kind: string }[],
  rules: { readonly confirmation?: 'teacher' } = {},
  files: readonly Uint8Array<ArrayBuffer>[] = [],
): Promise<QuizSite> {
  const [browser, site] = await Promise.all([startChromium(), startSite()]);
  const trainingHead = await site.signIn('training-head');
  const competenceCodes = ['4.2'];
  const lessons = [{ title: 'Bài một', minutes: 5, text: '# Một\n\nĐọc.', competenceCodes }];
  const { courseId } = await trainingHead.ok(enrollmentRoutes.createCourse, {
    body: { ...COURSE, summary: 'Để thử bài kiểm tra.', competenceCodes, lessons },
  });
  for (const file of files) await addItemFile(trainingHead, courseId, file);
  if (questions)
    await trainingHead.ok(quizRoutes.writeItems, {
      params: { courseId },
      body: z.parse(quizRoutes.writeItems.body, { questions }),
    });
  else
    await trainingHead.ok(exchangeRoutes.importQuestions, {
      params: { courseId },
      body: { format: 'gift', text: GIFT },
    });
  await approveItems(await site.signIn('teacher'), courseId);
  const { quizId } = await trainingHead.ok(quizRoutes.publishQuiz, {
    params: { courseId },
    body: {
      title: 'Kiểm tra cuối bài',
      itemCount: questions?.length ?? QUESTIONS,
      timeLimitMinutes: 20,
      attemptsAllowed: 2,
      passHundredths: 500,
      ...rules,
    },
  });
  const today = dayOf(new Date().toISOString());
  const { runId } = await trainingHead.ok(enrollmentRoutes.openRun, {
    params: { courseId },
    body: { code: 'KM-1', mode: 'in-person', seats: 60, startsOn: today, endsOn: addDays(today, 30) },
  });
  const { people } = await trainingHead.ok(peopleRoutes.listPeople, { query: { role: 'learner' } });
  const learners = people.slice(0, learnerCount);
  for (const { personId } of learners)
    await trainingHead.ok(enrollmentRoutes.enrol, { params: { runId }, body: { personId } });
  await site.cloud.settle(60_000);
  return {
    browser,
    site,
    address: site.cloud.address,
    quizId,
    learners,
    stop: async () => {
      await browser.close();
      await site.stop();
    },
  };
}

const { quiz: t } = vi;

/** One learner's phone with the quiz on it. */
export class QuizPhone {
  readonly visit: Visit;
  readonly learner: Client;
  readonly #quiz: QuizSite;

  private constructor(quiz: QuizSite, visit: Visit, learner: Client) {
    this.#quiz = quiz;
    this.visit = visit;
    this.learner = learner;
  }

  /** Takes the next learner, signs in, and waits until the whole site is on the phone. `before` runs in every page. */
  static async open(quiz: QuizSite, before?: string): Promise<QuizPhone> {
    const { loginName } = quiz.learners.shift() ?? { loginName: '' };
    const visit = await openVisit(quiz.browser, quiz.address);
    if (before) await visit.context.addInitScript(before);
    await visit.page.goto('/dang-nhap');
    await signInByName(visit, loginName);
    await visit.page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
    await workerReady(visit);
    return new QuizPhone(quiz, visit, await quiz.site.signInByName(loginName));
  }

  /** The next learner signs in on the same phone, and is the one it shows from now on. */
  async handOn(): Promise<QuizPhone> {
    const { loginName } = this.#quiz.learners.shift() ?? { loginName: '' };
    await this.page.goto('/dang-nhap');
    await signInByName(this.visit, loginName);
    await this.page.getByRole('heading', { level: 1, name: /^Chào / }).waitFor();
    return new QuizPhone(this.#quiz, this.visit, await this.#quiz.site.signInByName(loginName));
  }

  get page(): Page {
    return this.visit.page;
  }

  get path(): string {
    return `/kiem-tra/${this.#quiz.quizId}`;
  }

  /** Opens the attempt; its first question is shown. */
  async start(page = this.page): Promise<void> {
    await page.goto(this.path);
    await page.getByRole('button', { name: t.start }).click();
    await this.isOn(1, page);
  }

  isOn = (no: number, page = this.page): Promise<void> =>
    page.getByRole('heading', { level: 1, name: t.of(no, QUESTIONS) }).waitFor();

  /** Answers the question shown, and waits until the page says where the answer is. */
  async answer(value: boolean, where: 'there' | 'here' | 'anywhere', page = this.page): Promise<void> {
    await page.getByRole('radio', { name: value ? t.true : t.false, exact: true }).check();
    const [there, here] = [page.getByText(t.savedThere), page.getByText(t.savedHere)];
    const said = { there, here, anywhere: there.or(here) }[where];
    await said.waitFor();
  }

  next = (page = this.page) => page.getByRole('button', { name: t.next }).click();

  /** Answers from question `from` on, and stands before the last step. */
  async answerAll(values: readonly boolean[], where: 'there' | 'here' | 'anywhere', from = 1): Promise<void> {
    for (const [at, value] of values.entries()) {
      await this.isOn(from + at);
      await this.answer(value, where);
      if (from + at < QUESTIONS) await this.next();
    }
  }

  async handIn(page = this.page): Promise<void> {
    await page.getByRole('button', { name: t.toEnd }).click();
    await page.getByRole('button', { name: t.submit, exact: true }).click();
  }

  seesMark = (mark: string, page = this.page): Promise<void> =>
    page
      .getByText(t.passed(mark), { exact: true })
      .or(page.getByText(t.failed(mark), { exact: true }))
      .waitFor();

  /** What the server holds of the only attempt: its status, and the answers in the order of its questions. */
  async stored(): Promise<{ attemptId: string; status: string; answers: (boolean | undefined)[] }> {
    const params = { quizId: this.#quiz.quizId };
    const { attempts } = await this.learner.ok(quizRoutes.listMyAttempts, { params });
    expect(attempts).toHaveLength(1);
    const attemptId = attempts[0]?.attemptId ?? '';
    const { items, answers, status } = await this.learner.ok(quizRoutes.getAttempt, {
      params: { attemptId },
    });
    const given = new Map(answers.map(({ itemId, response }) => [itemId, response]));
    const shownValue = (itemId: string) => {
      const response = given.get(itemId);
      return response?.kind === 'true-false' ? response.value : undefined;
    };
    return { attemptId, status, answers: items.map(({ itemId }) => shownValue(itemId)) };
  }

  /** Milliseconds that each answered question was looked at, by the server. */
  async timesSpent(): Promise<readonly number[]> {
    const { attemptId } = await this.stored();
    const { answers } = await this.learner.ok(quizRoutes.getAttempt, { params: { attemptId } });
    return answers.map(({ spentMs = 0 }) => spentMs);
  }

  /** Exactly one submission and one mark, with these answers, however often anything was sent. */
  async expectOneHandIn(answers: readonly (boolean | undefined)[]): Promise<void> {
    await eventually(async () => (await this.stored()).status).toBe('submitted');
    await this.#quiz.site.cloud.settle(60_000);
    const stored = await this.stored();
    expect(stored.answers).toEqual(answers);
    const told = distinctEvents(this.#quiz.site.data)
      .filter(({ data }) => data.attemptId === stored.attemptId)
      .map(({ detailType }) => detailType);
    expect(told.filter((type) => type === 'AttemptSubmitted.v1')).toHaveLength(1);
    expect(told.filter((type) => type === 'AttemptGraded.v1')).toHaveLength(1);
  }

  close = (): Promise<void> => this.visit.context.close();
}
