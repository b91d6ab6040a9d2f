import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exchangeRoutes, quizRoutes } from '../contract.ts';
import { key, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

test('an import names each faulty question by line, keeps the good ones, and repeats without effect', async () => {
  const params = { courseId: ulid() };
  const text = '::A::Một cộng một?{#2}\n\n::B::Hỏng {=a ~b\n\n::C::Chọn {~a ~b}\n';
  const headers = key();
  const send = (sent = headers) =>
    api.call(exchangeRoutes.importQuestions, {
      actor: teacher,
      params,
      headers: sent,
      body: { format: 'gift', text },
    });
  const first = await send();
  expect(first).toMatchObject({
    status: 201,
    body: {
      imported: 1,
      unchanged: 0,
      faults: [
        { line: 3, title: 'B', code: 'syntax', detail: expect.stringContaining('Không đọc được') },
        { line: 5, title: 'C', code: 'no-right-answer' },
      ],
    },
  });
  expect((await send()).body).toEqual(first.body);
  expect((await send(key())).body).toMatchObject({ imported: 0, unchanged: 1 });
  const items = await api.call(quizRoutes.listBankItems, { actor: teacher, params });
  expect(items.body?.items).toMatchObject([{ title: 'A', version: 1, status: 'draft', kind: 'numeric' }]);
});

test('a bank that is too small publishes nothing, and a repeated publication is the same quiz', async () => {
  const quiz = await api.publish();
  const params = { courseId: quiz.courseId };
  const body = { title: 'Lớn', itemCount: 13, attemptsAllowed: 1, passHundredths: 500 };
  const large = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  expect(large.body?.code).toBe('bank-too-small');
  const headers = key();
  const publication = { actor: trainingHead, params, headers, body: { ...body, itemCount: 5 } };
  const made = await api.call(quizRoutes.publishQuiz, publication);
  expect((await api.call(quizRoutes.publishQuiz, publication)).body).toEqual(made.body);
  const listed = await api.call(quizRoutes.listCourseQuizzes, { params });
  expect(listed.body?.quizzes).toEqual([quiz, made.body]);
});
