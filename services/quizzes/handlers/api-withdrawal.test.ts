import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Attempt, type QuizSummary, quizRoutes } from '../contract.ts';
import { key, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const statement = (title: string, tags?: readonly string[]) => ({
  kind: 'true-false',
  title,
  stem: `${title} đúng.`,
  isTrue: true,
  ...(tags && { tags }),
});
type Listed = { readonly itemId: string; readonly title: string; readonly status: string };

/** A bank of two approved statements and a quiz of both. */
const begun = async () => {
  const params = { courseId: ulid() };
  const body = { questions: [statement('Một', ['ôn tập', 'thẻ']), statement('Hai')] };
  await api.call(quizRoutes.writeItems, { actor: teacher, params, body });
  await api.approveAll(params.courseId);
  const rules = { title: 'Kiểm tra', itemCount: 2, attemptsAllowed: 3, passHundredths: 500 };
  const made = await api.call(quizRoutes.publishQuiz, {
    actor: trainingHead,
    params,
    headers: key(),
    body: rules,
  });
  return { params, quiz: made.body as QuizSummary };
};
const list = async (params: { courseId: string }, query: Record<string, string> = {}) => {
  const answer = await api.call(quizRoutes.listBankItems, { actor: teacher, params, query });
  return (answer.body?.items ?? []) as Listed[];
};
const withdraw = async (params: { courseId: string }, title: string, body: object) => {
  const itemId = (await list(params)).find((item) => item.title === title)?.itemId ?? '';
  return api.call(quizRoutes.withdrawItem, { actor: teacher, params: { ...params, itemId }, body });
};

test('what is withdrawn is asked by no new attempt, and an attempt under way keeps it', async () => {
  const { params, quiz } = await begun();
  const early = await api.seated(quiz);
  const attempt = (await api.start(quiz, early)).body as Attempt;
  expect(attempt.items).toHaveLength(2);
  const note = 'Đáp án đã cũ.';
  const done = await withdraw(params, 'Một', { version: 1, note });
  expect(done).toMatchObject({ status: 200, body: { status: 'withdrawn', withdrawal: { note } } });
  expect((await withdraw(params, 'Một', { version: 1, note })).body).toEqual(done.body);
  expect(await withdraw(params, 'Hai', { version: 1 })).toMatchObject({ status: 422 });
  const asked = attempt.items.find(({ stem }) => stem === 'Một đúng.');
  if (!asked) throw new Error('the attempt was to ask both');
  const saved = await api.save(attempt, early, asked, { response: { kind: 'true-false', value: true } });
  expect(saved.status).toBe(200);
  const late = (await api.start(quiz, await api.seated(quiz))).body as Attempt;
  expect(late.items.map(({ stem }) => stem)).toEqual(['Hai đúng.']);
  const history = await api.call(quizRoutes.listItemVersions, {
    actor: teacher,
    params: { ...params, itemId: asked.itemId },
  });
  expect(history.body?.versions).toMatchObject([{ withdrawal: { by: teacher.personId, note } }]);
});

test('a quiz of which everything was withdrawn says so and uses up no attempt', async () => {
  const { params, quiz } = await begun();
  for (const title of ['Một', 'Hai']) await withdraw(params, title, { version: 1, note: 'Sai.' });
  const start = await api.start(quiz, await api.seated(quiz));
  expect(start).toMatchObject({ status: 409, body: { code: 'questions-withdrawn' } });
  expect(await withdraw(params, 'Một', { version: 2, note: 'Sai.' })).toMatchObject({
    body: { code: 'not-approved' },
  });
});

test('a bank tells its tags, and is narrowed to what somebody else wrote', async () => {
  const { params } = await begun();
  const tags = await api.call(quizRoutes.listBankTags, { actor: trainingHead, params });
  expect(tags.body).toEqual({ tags: ['ôn tập', 'thẻ'] });
  expect((await list(params, { tag: 'thẻ' })).map(({ title }) => title)).toEqual(['Một']);
  expect(await list(params, { author: 'others' })).toEqual([]);
  expect(await list(params, { author: 'me' })).toHaveLength(2);
});
