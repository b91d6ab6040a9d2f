import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttemptSubmittedV1 } from '../../events/quizzes/attempt-submitted.v1.ts';
import { exchangeRoutes, quizRoutes } from '../../services/quizzes/contract.ts';
import { reportRoutes } from '../../services/reports/contract.ts';
import { type Centre, openCentre, openRun } from '../support/centre.ts';
import type { Client } from '../support/client.ts';
import { GIFT, SECRETS } from '../support/gift-bank.ts';
import { answerQuiz, enrol, enrolmentOf, handIn } from '../support/learning.ts';
import { type LocalPlatform, startPlatform } from '../support/platform.ts';
import { distinctEvents, storedEvents } from '../support/stored-events.ts';
import { tellEverythingAgain } from '../support/tell-again.ts';

let platform: LocalPlatform;
let centre: Centre;
let runId: string;
let passing: Client;
let failing: Client;
/** How many answers had been given when the first attempt was handed in. */
let heardBeforeRelease: number;

beforeAll(async () => {
  platform = await startPlatform();
  centre = await openCentre(platform, { learners: 2 });
  runId = await openRun(centre, 5);
  [passing, failing] = centre.learners as [Client, Client];
});
afterAll(() => platform?.stop());

const figures = async () => {
  const overview = await centre.staff.director.ok(reportRoutes.getOverview);
  return Object.fromEntries(overview.figures.map(({ code, value }) => [code, value]));
};

describe('a quiz', () => {
  it('opens for a learner once the seat is known to it by event', async () => {
    const { quizId } = centre;
    const early = await passing.refused(quizRoutes.startAttempt, { params: { quizId } });
    expect(early).toMatchObject({ status: 403, code: 'not-enrolled' });
    await enrol(passing, runId);
    await enrol(failing, runId);
    await platform.quiet();
    const attempt = await passing.ok(quizRoutes.startAttempt, { params: { quizId } });
    expect(attempt.items.map(({ kind }) => kind).sort()).toEqual([
      'matching',
      'multiple-choice',
      'numeric',
      'short-answer',
      'single-choice',
      'true-false',
    ]);
  });

  it('keeps saved answers through a second opening, and refuses an older save', async () => {
    const { quizId } = centre;
    const { attemptId, items } = await answerQuiz(passing, quizId);
    const again = await passing.ok(quizRoutes.startAttempt, { params: { quizId } });
    expect(again).toMatchObject({ attemptId, status: 'open' });
    expect(again.answers).toHaveLength(items.length);
    const older = await passing.refused(quizRoutes.saveAnswer, {
      params: { attemptId, itemId: items[0]?.itemId ?? '' },
      body: { response: { kind: 'true-false', value: false }, version: 1 },
    });
    expect(older.status).toBeGreaterThanOrEqual(409);
  });

  it('gives full marks for six right answers, the same again, and completes the enrolment by event', async () => {
    heardBeforeRelease = platform.heard.length;
    const { attemptId } = await passing.ok(quizRoutes.startAttempt, { params: { quizId: centre.quizId } });
    const { grade } = await handIn(passing, attemptId);
    expect(grade).toMatchObject({ gradeNo: 1, scoreHundredths: 1000, passed: true });
    expect((await handIn(passing, attemptId)).grade).toEqual(grade);
    await platform.quiet();
    expect(await enrolmentOf(passing, runId)).toMatchObject({ status: 'completed', resultHundredths: 1000 });
  });

  it('releases points and explanations after handing in, to the learner alone', async () => {
    const { quizId } = centre;
    const [attempt] = (await passing.ok(quizRoutes.listMyAttempts, { params: { quizId } })).attempts;
    const params = { attemptId: attempt?.attemptId ?? '' };
    const review = await passing.ok(quizRoutes.reviewAttempt, { params });
    expect(review.items.every(({ earned, total }) => earned === total)).toBe(true);
    expect(review.items.some(({ explanation }) => explanation === SECRETS.explanation)).toBe(true);
    expect(await failing.refused(quizRoutes.reviewAttempt, { params })).toMatchObject({ status: 404 });
  });

  it('marks a poor attempt lower, completes nothing by it, and lets the learner try again', async () => {
    const { attemptId } = await answerQuiz(failing, centre.quizId, 1);
    const { grade } = await handIn(failing, attemptId);
    expect(grade).toMatchObject({ passed: false });
    expect(grade?.scoreHundredths).toBeLessThan(500);
    await platform.quiet();
    expect(await enrolmentOf(failing, runId)).toMatchObject({ status: 'confirmed' });
    const second = await answerQuiz(failing, centre.quizId, 6);
    expect(second).toMatchObject({ attemptNo: 2 });
    await handIn(failing, second.attemptId);
    await platform.quiet();
    expect(await enrolmentOf(failing, runId)).toMatchObject({ status: 'completed' });
  });
});

describe('figures', () => {
  it('count each event once', async () => {
    expect(await figures()).toMatchObject({
      'people-registered': 10,
      'enrolments-confirmed': 2,
      'attempts-submitted': 3,
      'attempts-passed': 2,
      'runs-completed': 2,
      'campaign-touches': null,
    });
  });

  it('are the same after everything on the bus was told again', async () => {
    const before = await figures();
    const told = storedEvents(platform.data).length;
    expect(await tellEverythingAgain(platform)).toBe(told);
    expect(await figures()).toEqual(before);
    expect(await enrolmentOf(passing, runId)).toMatchObject({ status: 'completed', resultHundredths: 1000 });
  });
});

describe('the daily summary', () => {
  const open = async (day: string) => {
    const { reports } = await centre.staff.director.ok(reportRoutes.listReports);
    const report = reports.find((one) => one.day === day);
    const { url } = await centre.staff.director.ok(reportRoutes.openReport, {
      params: { reportId: report?.reportId ?? '' },
    });
    const response = await fetch(url);
    return {
      report,
      submitted: report?.figures.find(({ code }) => code === 'attempts-submitted')?.value,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  /** What the quizzes would have said of an attempt handed in on the day at noon. */
  const tellOf = async (on: string, eventId: string) => {
    const [bus] = platform.cloud.resources.of('AWS::Events::EventBus');
    const metadata = {
      eventId,
      occurredAt: `${on}T05:00:00.000Z`,
      correlationId: eventId,
      causationId: eventId,
      actor: 'system',
      aggregate: { type: 'attempt', id: eventId, version: 2 },
    };
    const Detail = JSON.stringify(
      AttemptSubmittedV1.detail.parse({ metadata, data: AttemptSubmittedV1.example }),
    );
    const { source: Source, detailType: DetailType } = AttemptSubmittedV1;
    const client = new EventBridgeClient(platform.operator);
    await client.send(
      new PutEventsCommand({ Entries: [{ EventBusName: bus?.name, Source, DetailType, Detail }] }),
    );
    client.destroy();
  };
  const day = (offset: number) =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(
      Date.now() + offset * 86_400_000,
    );

  it('sums up the day before once, however often the schedule runs, and opens for the director', async () => {
    await tellOf(day(-1), 'handed-in-yesterday');
    const { scheduler } = platform.cloud.services;
    const nightly = scheduler.describe().find(({ name }) => name.includes('DailySummary'));
    for (let times = 0; times < 2; times += 1) {
      expect(scheduler.runNow(nightly?.name ?? '')).toBe(true);
      await platform.quiet();
    }
    const { reports } = await centre.staff.director.ok(reportRoutes.listReports);
    expect(reports.map((one) => one.day)).toEqual([day(-1)]);
    const { type, text, submitted } = await open(day(-1));
    expect(submitted).toBe(1);
    expect(type).toContain('text/html');
    expect(text).toContain('AttemptSubmitted.v1');
  });

  it('is not changed by an event that comes late: today counts it', async () => {
    const before = await figures();
    const written = await open(day(-1));
    await tellOf(day(-1), 'handed-in-late');
    await platform.quiet();
    expect((await figures())['attempts-submitted']).toBe(Number(before['attempts-submitted']) + 1);
    const after = await open(day(-1));
    expect([after.report, after.text]).toEqual([written.report, written.text]);
  });

  it('is not for learners and teachers', async () => {
    const { staff } = centre;
    for (const client of [passing, staff.teacher, staff.clerk])
      expect(await client.refused(reportRoutes.listReports)).toMatchObject({ status: 403 });
  });
});

describe('secrets', () => {
  const keys = Object.values(SECRETS);
  const found = (text: string, words: readonly string[]) => words.filter((word) => text.includes(word));

  it('of the questions are in no answer before the learner hands in', () => {
    const asked = platform.heard.slice(0, heardBeforeRelease);
    expect(asked.length).toBeGreaterThan(20);
    // What the learner typed comes back to the learner: it is a response, not the key.
    for (const { request, text } of asked)
      if (!text.includes('"response"')) expect(found(text, keys), request).toEqual([]);
    for (const { request, text } of asked)
      expect(found(text, [SECRETS.feedback, SECRETS.explanation]), request).toEqual([]);
  });

  it('are in no answer but the review, even after that', () => {
    for (const { request, text } of platform.heard)
      if (!request.endsWith('/review'))
        expect(found(text, [SECRETS.feedback, SECRETS.explanation]), request).toEqual([]);
  });

  it('and names never reach the bus', () => {
    const events = distinctEvents(platform.data);
    expect(new Set(events.map(({ detailType }) => detailType)).size).toBeGreaterThan(8);
    for (const { text, detailType } of events)
      expect(found(text, [...keys, ...centre.personal]), detailType).toEqual([]);
  });

  it('and names never reach a log', async () => {
    await centre.admin.ok(exchangeRoutes.importQuestions, {
      params: { courseId: centre.courseId },
      body: { format: 'gift', text: `${GIFT}\n::Hỏng::{=${SECRETS.shortAnswer}` },
    });
    expect(platform.logs.length).toBeGreaterThan(0);
    for (const line of platform.logs) expect(found(line, [...keys, ...centre.personal]), line).toEqual([]);
  });
});
