import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, quizRoutes, type Review, type SeenItem } from '../contract.ts';
import { type Learner, QuizApi, questions, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const read = ({ attemptId }: Attempt, actor: Learner, at = after(200)) =>
  api.call(quizRoutes.getAttempt, { actor, params: { attemptId }, at });
const review = ({ attemptId }: Attempt, actor: Learner, at = after(200)) =>
  api.call(quizRoutes.reviewAttempt, { actor, params: { attemptId }, at });

test('a quiz starts inside its window by server time, and its closing ends what is open', async () => {
  const window = { opensAt: after(100), closesAt: after(400), timeLimitMinutes: 4 };
  const { quiz, actor } = await api.enrolled(window);
  expect(quiz).toMatchObject(window);
  expect((await api.start(quiz, actor, after(99))).body?.code).toBe('not-open-yet');
  const started = await api.start(quiz, actor, after(300));
  expect(started.body).toMatchObject({ deadline: after(400) });
  const attempt = started.body as Attempt;
  expect((await read(attempt, actor, after(431))).body?.status).toBe('submitted');
  expect((await api.start(quiz, actor, after(432))).body?.code).toBe('quiz-closed');
});

test('rules that do not fit together publish nothing and name the field', async () => {
  const refused = await api.publish({ lateSyncHours: 4 });
  expect(refused).toMatchObject({
    code: 'late-answers-need-a-limit',
    errors: [{ pointer: '/body/lateSyncHours' }],
  });
});

test('without shuffling questions and options keep one order; pairs are shuffled all the same', async () => {
  const rules = { shuffle: { items: false, options: false } };
  const quiz = await api.publish(rules);
  const papers = await Promise.all(
    [1, 2, 3, 4, 5].map(async () => {
      const actor = await api.seated(quiz);
      return ((await api.start(quiz, actor)).body as Attempt).items;
    }),
  );
  const withoutPairs = papers.map((items) => items.filter(({ kind }) => kind !== 'matching'));
  expect(new Set(withoutPairs.map((items) => JSON.stringify(items))).size).toBe(1);
  const authored = questions.find(({ kind }) => kind === 'single-choice');
  const shown = papers[0]?.find(({ stem }) => stem === authored?.stem);
  expect(shown && 'options' in shown && shown.options.map(({ text }) => text)).toEqual(
    authored && 'options' in authored && authored.options.map(({ text }) => text),
  );
  const pairs = papers.map((items) => items.filter(({ kind }) => kind === 'matching'));
  expect(new Set(pairs.map((items) => JSON.stringify(items))).size).toBeGreaterThan(1);
});

test('one way: a question left behind takes no answer any more, and a repeated save is still the first one', async () => {
  const { quiz, actor } = await api.enrolled({ navigation: 'one-way' });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  expect(attempt.navigation).toBe('one-way');
  const [first, second, third] = attempt.items as [SeenItem, SeenItem, SeenItem];
  expect((await api.save(attempt, actor, first)).status).toBe(200);
  expect((await api.save(attempt, actor, first, { version: 2 })).status).toBe(200);
  expect((await api.save(attempt, actor, third)).status).toBe(200);
  expect((await api.save(attempt, actor, first, { version: 2 })).status).toBe(200);
  expect((await api.save(attempt, actor, first, { version: 3 })).body?.code).toBe('item-left-behind');
  expect((await api.save(attempt, actor, second)).body?.code).toBe('item-left-behind');
  expect((await api.save(attempt, actor, third, { version: 2 })).status).toBe(200);
});

test('a mark that the policy withholds is in no answer, and comes with its time', async () => {
  const part = { marks: 'after-close', answers: 'never', explanations: 'never', rightAnswers: 'never' };
  const { quiz, actor } = await api.enrolled({ closesAt: after(600), review: part });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  for (const item of attempt.items) await api.save(attempt, actor, item);
  const done = await api.submit(attempt, actor);
  const listed = await api.call(quizRoutes.listMyAttempts, { actor, params: { quizId: quiz.quizId } });
  const answers = [done, await read(attempt, actor), await review(attempt, actor), listed];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  expect(JSON.stringify(answers)).not.toMatch(/scoreHundredths|earned|passed|"stem"|explanation"|"right"/);
  expect(done.body).toMatchObject({
    status: 'submitted',
    gradeWithheld: 'after-close',
    items: [],
    answers: [],
  });
  const later = await read(attempt, actor, after(631));
  expect(later.body).toMatchObject({ grade: { scoreHundredths: 1000 }, items: [] });
  const told = await review(attempt, actor, after(631));
  expect((told.body as Review).items[0]).toEqual({
    itemId: attempt.items[0]?.itemId,
    earned: 100,
    total: 100,
  });
});

test('where a teacher confirms marks, what a machine gave is provisional', async () => {
  const { quiz, actor } = await api.enrolled({ confirmation: 'teacher' });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  expect((await api.submit(attempt, actor)).body?.grade).toMatchObject({ gradeNo: 1, provisional: true });
});

test('a pass that a teacher has to confirm shows no right answers while attempts are left', async () => {
  const { quiz, actor } = await api.enrolled({ confirmation: 'teacher' });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  for (const item of attempt.items) await api.save(attempt, actor, item);
  await api.submit(attempt, actor);
  const seen = { personId: actor.personId, attemptId: attempt.attemptId, gradeNo: 1 };
  expect((await review(attempt, actor)).body?.releases).toMatchObject({ rightAnswers: false });
  await api.call(quizRoutes.confirmGrades, {
    actor: trainingHead,
    params: { quizId: quiz.quizId },
    body: { attempts: [seen] },
  });
  expect((await review(attempt, actor)).body?.releases).toMatchObject({ rightAnswers: true });
});

test('while late answers may arrive, the review of what a deadline closed tells nothing of the questions', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 1, lateSyncHours: 1 });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const [item] = attempt.items as [SeenItem];
  await api.save(attempt, actor, item, { at: after(30) });
  const waiting = await review(attempt, actor, after(100));
  expect(waiting.body).toMatchObject({ waitsUntil: after(60 + 3600), items: [] });
  const told = await review(attempt, actor, after(60 + 3601));
  expect(told.body?.waitsUntil).toBeUndefined();
  expect(told.body?.items).toHaveLength(12);
});
