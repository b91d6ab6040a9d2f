import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quizRoutes } from '../contract.ts';
import { key, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const question = {
  kind: 'single-choice',
  title: 'Mã OTP',
  stem: 'Ai được biết mã OTP?',
  options: [
    { text: 'Chỉ mình bạn', weight: 100, feedback: 'Đúng.' },
    { text: 'Nhân viên ngân hàng', weight: 0 },
  ],
};
const create = (courseId: string, body: object = { question }) =>
  api.call(quizRoutes.createItem, { actor: teacher, params: { courseId }, headers: key(), body });
const edit = (
  courseId: string,
  itemId: unknown,
  body: object,
  actor: typeof teacher | typeof trainingHead = teacher,
) => api.call(quizRoutes.editItem, { actor, params: { courseId, itemId: String(itemId) }, body });

test('a question is written once, however often it is sent, and another of its name is refused', async () => {
  const courseId = ulid();
  const first = await create(courseId);
  expect(first).toMatchObject({
    status: 201,
    body: { version: 1, status: 'draft', writtenBy: teacher.personId },
  });
  expect((await create(courseId)).body).toEqual(first.body);
  const other = { ...question, stem: 'Khác' };
  expect((await create(courseId, { question: other })).body).toMatchObject({ code: 'title-taken' });
});

test('all faults are told at their fields, and nothing is written', async () => {
  const courseId = ulid();
  const faulty = { ...question, options: [{ text: 'Một', weight: 0 }] };
  const answer = await create(courseId, { question: faulty });
  expect(answer.body).toMatchObject({ code: 'item-faulty' });
  expect((answer.body?.errors as { pointer: string }[] | undefined)?.map(({ pointer }) => pointer)).toEqual([
    '/body/question/options',
    '/body/question/options',
  ]);
  const listed = await api.call(quizRoutes.listBankItems, { actor: teacher, params: { courseId } });
  expect(listed.body).toEqual({ items: [] });
});

test('of two who edit the same version one is told of the other, and a repeat changes nothing', async () => {
  const courseId = ulid();
  const itemId = (await create(courseId)).body?.itemId;
  const mine = { question: { ...question, stem: 'Bản của tôi' }, version: 1 };
  const theirs = { question: { ...question, stem: 'Bản của bạn' }, version: 1 };
  const saved = await edit(courseId, itemId, mine);
  expect(saved).toMatchObject({ status: 200, body: { version: 2, stem: 'Bản của tôi' } });
  expect((await edit(courseId, itemId, mine)).body).toEqual(saved.body);
  const late = await edit(courseId, itemId, theirs, trainingHead);
  expect(late).toMatchObject({ status: 409, body: { code: 'item-changed' } });
  expect(await edit(courseId, itemId, { ...theirs, version: 2 }, trainingHead)).toMatchObject({
    body: { version: 3, writtenBy: trainingHead.personId },
  });
  const renamed = { question: { ...question, title: 'Tên khác' }, version: 3 };
  expect((await edit(courseId, itemId, renamed)).body).toMatchObject({ code: 'title-stays' });
  expect((await edit(courseId, ulid(), mine)).status).toBe(404);
});

test('a preview shows what learners would see of a question that is not whole, and keeps nothing', async () => {
  const courseId = ulid();
  const lacking = { ...question, options: [{ text: 'Chỉ mình bạn', weight: 50, feedback: 'Đúng.' }] };
  const preview = { actor: teacher, params: { courseId }, body: { question: lacking } };
  const answer = await api.call(quizRoutes.previewItem, preview);
  expect(answer).toMatchObject({
    status: 200,
    body: { seen: { kind: 'single-choice', options: [{ optionId: 'o1', text: 'Chỉ mình bạn' }] } },
  });
  const listed = await api.call(quizRoutes.listBankItems, { actor: teacher, params: { courseId } });
  expect(listed.body).toEqual({ items: [] });
});
