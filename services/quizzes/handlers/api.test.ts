import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, quizRoutes, type Review, type SeenItem } from '../contract.ts';
import { key, learner, QuizApi } from '../quiz-api.suite.ts';
import { after, START } from '../quiz-world.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

test('who answers everything rightly gets 10,0, once, and then the words of the author', async () => {
  const { quiz, actor } = await api.enrolled();
  const started = await api.start(quiz, actor);
  expect(started.status).toBe(201);
  const attempt = started.body as Attempt;
  expect(attempt).toMatchObject({ attemptNo: 1, status: 'open', serverTime: START });
  for (const item of attempt.items) expect((await api.save(attempt, actor, item)).status).toBe(200);
  const done = await api.submit(attempt, actor);
  expect(done.body).toMatchObject({
    status: 'submitted',
    grade: { gradeNo: 1, scoreHundredths: 1000, passed: true, provisional: false },
  });
  expect((await api.submit(attempt, actor, after(300))).body?.grade).toEqual(done.body?.grade);
  const review = await api.call(quizRoutes.reviewAttempt, {
    actor,
    params: { attemptId: attempt.attemptId },
  });
  expect(review.body?.items).toHaveLength(12);
  expect(review.body?.items).toContainEqual(
    expect.objectContaining({ earned: 100, total: 100, feedback: 'Đúng. Số do mình tự tìm mới đáng tin.' }),
  );
});

test('the review of a failed attempt says what was right when no attempt is left to use it in', async () => {
  const { quiz, actor } = await api.enrolled({ attemptsAllowed: 2 });
  const reviewOf = async ({ attemptId }: Attempt) =>
    (await api.call(quizRoutes.reviewAttempt, { actor, params: { attemptId } })).body as Review;
  const first = (await api.start(quiz, actor)).body as Attempt;
  await api.submit(first, actor);
  expect(await reviewOf(first)).toMatchObject({ releases: { explanations: true, rightAnswers: false } });
  expect(JSON.stringify(await reviewOf(first))).not.toContain('"right"');
  const second = (await api.start(quiz, actor, after(200))).body as Attempt;
  expect(await reviewOf(first)).toMatchObject({ releases: { explanations: true, rightAnswers: false } });
  await api.submit(second, actor, after(300));
  for (const attempt of [first, second]) {
    const review = await reviewOf(attempt);
    expect(review.releases.rightAnswers).toBe(true);
    const right = new Map(review.items.map((item) => [item.itemId, item.right]));
    expect(attempt.items.map((item) => right.get(item.itemId)?.kind)).toEqual(
      attempt.items.map(({ kind }) => kind),
    );
  }
});

test('only who holds a seat may start, and a seat given up no longer counts', async () => {
  const quiz = await api.publish();
  const actor = learner();
  expect((await api.start(quiz, actor)).body?.code).toBe('not-enrolled');
  await api.seat(quiz, actor.personId, false, 2);
  expect((await api.start(quiz, actor)).body?.code).toBe('not-enrolled');
});

test('an open attempt is continued with 200; the same request gets the same attempt; the limit holds', async () => {
  const { quiz, actor } = await api.enrolled();
  const headers = key();
  const first = await api.start(quiz, actor, START, headers);
  expect(await api.start(quiz, actor)).toMatchObject({
    status: 200,
    body: { attemptId: first.body?.attemptId, items: first.body?.items },
  });
  await api.submit(first.body as Attempt, actor);
  const again = await api.start(quiz, actor, after(200), headers);
  expect(again).toMatchObject({ status: 201, body: { attemptId: first.body?.attemptId, attemptNo: 1 } });
  const second = await api.start(quiz, actor, after(200));
  expect(second).toMatchObject({ status: 201, body: { attemptNo: 2 } });
  await api.submit(second.body as Attempt, actor);
  expect((await api.start(quiz, actor)).body?.code).toBe('attempts-used-up');
});

test('answers count until deadline plus grace by server time; later the attempt is handed in as it was', async () => {
  const { quiz, actor } = await api.enrolled({ timeLimitMinutes: 1 });
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  expect(attempt.deadline).toBe(after(60));
  const [first, second] = attempt.items as [SeenItem, SeenItem];
  expect((await api.save(attempt, actor, first, { at: after(90) })).status).toBe(200);
  expect((await api.save(attempt, actor, second, { at: after(90.001) })).body?.code).toBe('deadline-passed');
  const opened = await api.call(quizRoutes.getAttempt, {
    actor,
    params: { attemptId: attempt.attemptId },
    at: after(100),
  });
  expect(opened.body).toMatchObject({ status: 'submitted', grade: { scoreHundredths: 83 } });
  expect(opened.body?.answers).toHaveLength(1);
  expect((await api.save(attempt, actor, second, { at: after(101) })).body?.code).toBe('attempt-closed');
});

test('an older save changes nothing, the same save is repeated safely, a misfit is refused', async () => {
  const { quiz, actor } = await api.enrolled();
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const item = attempt.items.find((each) => each.kind === 'true-false') as SeenItem;
  const yes = { kind: 'true-false', value: true } as const;
  const no = { kind: 'true-false', value: false } as const;
  expect((await api.save(attempt, actor, item, { response: yes, version: 3 })).status).toBe(200);
  const repeated = await api.save(attempt, actor, item, { response: yes, version: 3, at: after(99) });
  expect(repeated).toMatchObject({ status: 200, body: { version: 3, savedAt: after(60) } });
  expect((await api.save(attempt, actor, item, { response: no, version: 3 })).body?.code).toBe(
    'older-than-saved',
  );
  expect((await api.save(attempt, actor, item, { response: no, version: 2 })).body?.code).toBe(
    'older-than-saved',
  );
  const misfit = { kind: 'numeric', text: '1' } as const;
  expect((await api.save(attempt, actor, item, { response: misfit, version: 9 })).status).toBe(422);
  const foreign = { ...item, itemId: ulid() };
  expect((await api.save(attempt, actor, foreign, { response: yes })).status).toBe(404);
  const now = await api.call(quizRoutes.getAttempt, { actor, params: { attemptId: attempt.attemptId } });
  expect(now.body?.answers).toEqual([{ itemId: item.itemId, response: yes, version: 3, savedAt: after(60) }]);
});
