import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, type QuizSummary, quizRoutes } from '../contract.ts';
import type { Question } from '../domain/question.ts';
import { key, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const question = (title: string, competenceCode: string): Question => ({
  ...{ kind: 'true-false', isTrue: true, title, stem: `Câu ${title}` },
  ...{ competenceCode, level: 'CB1' },
});
const bank = async () => {
  const courseId = ulid();
  await api.keep(courseId, [question('a', '4.2'), question('b', '4.2'), question('c', '1.1')]);
  return courseId;
};
const publish = (courseId: string, draw: object) =>
  api.call(quizRoutes.publishQuiz, {
    actor: trainingHead,
    params: { courseId },
    headers: key(),
    body: { title: 'Theo ma trận', attemptsAllowed: 1, passHundredths: 500, ...draw },
  });

test('a quiz is drawn by rows that may overlap, and what the bank has is counted by cell', async () => {
  const courseId = await bank();
  await api.call(quizRoutes.writeItems, {
    actor: teacher,
    params: { courseId },
    body: { questions: [question('d', '4.2')] },
  });
  const counted = await api.call(quizRoutes.countBankItems, { actor: teacher, params: { courseId } });
  const about = { kind: 'true-false', level: 'CB1' };
  expect(counted.body?.cells).toEqual(
    expect.arrayContaining([
      { ...about, competenceCode: '4.2', count: 2 },
      { ...about, competenceCode: '1.1', count: 1 },
    ]),
  );
  const blueprint = [{ count: 2 }, { competenceCode: '1.1', kind: 'true-false', count: 1 }];
  const quiz = await publish(courseId, { blueprint });
  expect(quiz).toMatchObject({ status: 201, body: { itemCount: 3 } });
});

test('a thin bank is told at the row that lacks something, and a quiz is drawn in one way', async () => {
  const courseId = await bank();
  const thin = await publish(courseId, {
    blueprint: [
      { competenceCode: '4.2', count: 1 },
      { competenceCode: '1.1', level: 'CB1', count: 3 },
    ],
  });
  expect(thin.body).toMatchObject({
    code: 'bank-too-small',
    errors: [{ pointer: '/body/blueprint/1/count', detail: expect.stringContaining('còn thiếu 2 câu') }],
  });
  for (const draw of [{}, { itemCount: 1, blueprint: [{ count: 1 }] }])
    expect((await publish(courseId, draw)).body).toMatchObject({ code: 'count-or-blueprint' });
});

test('rows share out the marks of a paper, and a paper whose marks are not ten is not published', async () => {
  const courseId = await bank();
  const rows = (...marks: (number | undefined)[]) => [
    { competenceCode: '4.2', count: 2, ...(marks[0] && { marks: marks[0] }) },
    { competenceCode: '1.1', count: 1, ...(marks[1] && { marks: marks[1] }) },
  ];
  for (const astray of [rows(300, 600), rows(1000)])
    expect((await publish(courseId, { blueprint: astray })).body).toMatchObject({ code: 'marks-do-not-sum' });
  const made = await publish(courseId, { blueprint: rows(300, 700) });
  const quiz = made.body as QuizSummary;
  const learner = await api.seated(quiz);
  const attempt = (await api.start(quiz, learner)).body as Attempt;
  for (const item of attempt.items) {
    const value = item.stem !== 'Câu a';
    await api.save(attempt, learner, item, { response: { kind: 'true-false', value } });
  }
  // All of the seven, and one of the two that share three.
  const done = await api.submit(attempt, learner);
  expect(done.body).toMatchObject({ grade: { scoreHundredths: 850 } });
});

test('a quiz has as many questions as one write can hand in, whichever way it is drawn', async () => {
  const courseId = await bank();
  const most = [{ count: 30 }, { competenceCode: '4.2', count: 30 }];
  expect((await publish(courseId, { blueprint: most })).body?.code).toBe('bank-too-small');
  const tooLong = await publish(courseId, { blueprint: [...most, { competenceCode: '1.1', count: 1 }] });
  expect(tooLong).toMatchObject({
    status: 422,
    body: { code: 'quiz-too-long', errors: [{ pointer: '/body/blueprint' }] },
  });
  expect(await publish(courseId, { itemCount: 61 })).toMatchObject({
    status: 422,
    body: { errors: [{ pointer: '/body/itemCount' }] },
  });
});
