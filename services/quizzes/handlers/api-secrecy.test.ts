import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, quizRoutes, type SeenItem } from '../contract.ts';
import { learner, QuizApi, questions, teacher } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

test('nothing that a learner receives before handing in carries a key, a weight or feedback', async () => {
  const { quiz, actor } = await api.enrolled();
  const started = await api.start(quiz, actor);
  const attempt = started.body as Attempt;
  const params = { attemptId: attempt.attemptId };
  const [first] = attempt.items as [SeenItem];
  const answers = [
    started,
    await api.save(attempt, actor, first),
    await api.call(quizRoutes.getAttempt, { actor, params }),
    await api.call(quizRoutes.listMyAttempts, { actor, params: { quizId: quiz.quizId } }),
    await api.call(quizRoutes.listCourseQuizzes, { params: { courseId: quiz.courseId } }),
    await api.call(quizRoutes.reviewAttempt, { actor, params }),
    await api.call(quizRoutes.listBankItems, { actor: teacher, params: { courseId: quiz.courseId } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([201, 200, 200, 200, 200, 409, 200]);
  const text = JSON.stringify(answers.map(({ body }) => body));
  const secrets = questions.flatMap((question) => [
    question.explanation,
    ...('options' in question ? question.options.map((option) => option.feedback) : []),
    ...('accepted' in question ? question.accepted.map((form) => form.feedback) : []),
    ...(question.kind === 'true-false' ? [question.whenRight, question.whenWrong] : []),
    ...(question.kind === 'short-answer' ? question.accepted.map((form) => `"${form.text}"`) : []),
  ]);
  expect(secrets.filter(Boolean).length).toBeGreaterThan(40);
  expect(secrets.filter((secret) => secret && text.includes(secret))).toEqual([]);
  expect(text).not.toMatch(/weight|isTrue|isCorrect|"order"|contentHash|"seed"|accepted|feedback/i);
});

test('a key that got into the stored paper by mistake still does not leave', async () => {
  const { quiz, actor } = await api.enrolled();
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const Key = { pk: `PERSON#${actor.personId}`, sk: `ATTEMPT#${attempt.attemptId}#PAPER` };
  const spoiled = attempt.items.map((item) => ({ ...item, right: 'LEAK', feedback: 'LEAK' }));
  await api.table.db.send(new PutCommand({ TableName: api.table.table, Item: { ...Key, paper: spoiled } }));
  const params = { attemptId: attempt.attemptId };
  const answers = [
    await api.call(quizRoutes.getAttempt, { actor, params }),
    await api.start(quiz, actor),
    await api.submit(attempt, actor),
  ];
  expect(answers.map(({ body }) => body?.items)).toEqual([attempt.items, attempt.items, attempt.items]);
});

test('an attempt of another person is not found, whatever is tried, and stays as it was', async () => {
  const { quiz, actor } = await api.enrolled();
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  const stranger = learner();
  const [first] = attempt.items as [SeenItem];
  const params = { attemptId: attempt.attemptId };
  const tried = [
    await api.call(quizRoutes.getAttempt, { actor: stranger, params }),
    await api.save(attempt, stranger, first),
    await api.submit(attempt, stranger),
    await api.call(quizRoutes.reviewAttempt, { actor: stranger, params }),
  ];
  expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const now = await api.call(quizRoutes.getAttempt, { actor, params });
  expect(now.body).toMatchObject({ status: 'open', answers: [] });
});
