import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, type QuizSummary, quizRoutes, type Review } from '../contract.ts';
import { type Learner, QuizApi, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

type Extra = { readonly unit: string; readonly amount: number };
const half = { unit: 'percent', amount: 50 };
const minutes = (amount: number) => ({ unit: 'minutes', amount });

const grant = (
  { quizId }: QuizSummary,
  { personId }: Learner,
  extra: Extra,
  actor: object = trainingHead,
  at = after(60),
) =>
  api.call(quizRoutes.grantExtraTime, {
    actor: actor as typeof trainingHead,
    params: { quizId, personId },
    body: { ...extra, reason: 'Mắt kém, đọc chậm' },
    at,
  });
const grants = async ({ quizId }: QuizSummary, { personId }: Learner, actor: object = trainingHead) =>
  (
    await api.call(quizRoutes.listExtraTime, {
      actor: actor as typeof trainingHead,
      params: { quizId, personId },
    })
  ).body?.grants as Extra[] | undefined;
const deadline = async ({ attemptId }: Attempt, actor: Learner, at = after(70)) =>
  (await api.call(quizRoutes.getAttempt, { actor, params: { attemptId }, at })).body?.deadline;

test('extra time counts for attempts that start afterwards, also past the closing of the quiz', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20, closesAt: after(25 * 60) });
  expect((await grant(quiz, actor, half)).body).toMatchObject({ grant: half });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  expect(attempt.deadline).toBe(after(30 * 60));
  const late = await api.start(quiz, await api.seated(quiz), after(10 * 60));
  expect(late.body?.deadline).toBe(after(25 * 60));
});

test('the review of an earlier attempt waits past the closing for the one that extra time keeps open', async () => {
  const review = { rightAnswers: 'after-close' };
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20, closesAt: after(25 * 60), review });
  const first = (await api.start(quiz, actor)).body as Attempt;
  await api.submit(first, actor);
  await grant(quiz, actor, half);
  await api.start(quiz, actor, after(10 * 60));
  const releasesIn = async (minute: number) => {
    const params = { attemptId: first.attemptId };
    const told = await api.call(quizRoutes.reviewAttempt, { actor, params, at: after(minute * 60) });
    return told.body?.releases;
  };
  expect(await releasesIn(30)).toMatchObject({ rightAnswers: false });
  expect(await releasesIn(36)).toMatchObject({ rightAnswers: true });
});

test('everybody waits for what comes after the close until the last of those with extra time has to be done', async () => {
  const review = { rightAnswers: 'after-close' };
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20, closesAt: after(25 * 60), review });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  await api.submit(attempt, actor);
  const [one, other] = [await api.seated(quiz), await api.seated(quiz)];
  const given = await Promise.all([grant(quiz, one, half), grant(quiz, other, minutes(30))]);
  expect(given.map(({ status }) => status)).toEqual([200, 200]);
  const isToldAt = async (seconds: number) => {
    const params = { attemptId: attempt.attemptId };
    const told = await api.call(quizRoutes.reviewAttempt, { actor, params, at: after(seconds) });
    return (told.body as Review).releases.rightAnswers;
  };
  expect(await isToldAt(55 * 60 + 30)).toBe(false);
  expect(await isToldAt(55 * 60 + 31)).toBe(true);
});

test('it moves the end of the open attempt, once however often it is sent, and the attempt closes at the new one', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20 });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const sent = await Promise.all([1, 2, 3].map(() => grant(quiz, actor, minutes(5))));
  for (const { status, body } of sent) expect([status, body?.deadline]).toEqual([200, after(25 * 60)]);
  expect(await deadline(attempt, actor)).toBe(after(25 * 60));
  expect(await grants(quiz, actor)).toHaveLength(1);
  const [item] = attempt.items;
  if (item) expect((await api.save(attempt, actor, item, { at: after(24 * 60) })).status).toBe(200);
  const params = { attemptId: attempt.attemptId };
  const closed = await api.call(quizRoutes.getAttempt, { actor, params, at: after(25 * 60 + 31) });
  expect(closed.body).toMatchObject({ status: 'submitted' });
});

test('taking it back leaves the open attempt its time, and every decision is on record with its reason', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20 });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  await grant(quiz, actor, half);
  await grant(quiz, actor, minutes(0));
  expect(await deadline(attempt, actor)).toBe(after(30 * 60));
  expect(await grants(quiz, actor)).toMatchObject([
    { ...half, reason: 'Mắt kém, đọc chậm', grantedBy: trainingHead.personId, grantedAt: after(60) },
    minutes(0),
  ]);
  await api.submit(attempt, actor);
  expect((await api.start(quiz, actor, after(200))).body?.deadline).toBe(after(200 + 20 * 60));
});

test('nobody grants extra time to themselves, whatever else they may', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20 });
  const head = { ...actor, roles: ['learner', 'training-head'] as const };
  expect((await grant(quiz, actor, half, head)).status).toBe(404);
});

test('teachers decide for their own learners only, and a quiz without a limit has nothing to add to', async () => {
  const { quiz, actor } = await api.enrolled();
  const { teacher } = await api.teacherOf(actor);
  const stranger = await api.seated(quiz);
  expect((await grant(quiz, stranger, half, teacher)).status).toBe(404);
  expect(await grants(quiz, stranger, teacher)).toBeUndefined();
  expect((await grant(quiz, actor, half, teacher)).body?.code).toBe('extra-needs-a-limit');
  expect((await grant(quiz, actor, minutes(5), teacher)).body?.code).toBe('extra-needs-a-limit');
});

test('an attempt that starts while time is granted has it, whichever is first', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20, attemptsAllowed: 20 });
  for (let round = 1; round <= 6; round += 1) {
    const extra = minutes(round);
    const [started, granted] = await Promise.all([
      api.start(quiz, actor),
      grant(quiz, actor, extra, trainingHead, after(1)),
    ]);
    expect(granted.status).toBe(200);
    const attempt = started.body as Attempt;
    expect(await deadline(attempt, actor)).toBe(after((20 + round) * 60));
    await api.submit(attempt, actor);
  }
});

test('what people see after the close does not disappear again when somebody is granted time too late', async () => {
  const review = { rightAnswers: 'after-close' };
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 20, closesAt: after(25 * 60), review });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  await api.submit(attempt, actor);
  const isTold = async () => {
    const params = { attemptId: attempt.attemptId };
    const told = await api.call(quizRoutes.reviewAttempt, { actor, params, at: after(27 * 60) });
    return (told.body as Review).releases.rightAnswers;
  };
  expect(await isTold()).toBe(true);
  const granted = await grant(quiz, await api.seated(quiz), minutes(240), trainingHead, after(26 * 60));
  expect(granted.status).toBe(200);
  expect(await isTold()).toBe(true);
});
