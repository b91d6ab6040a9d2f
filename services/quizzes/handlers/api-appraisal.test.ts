import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { quizRoutes } from '../contract.ts';
import { everyKind } from '../domain/items/every-kind.suite.ts';
import { key, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const write = (courseId: string, questions: readonly unknown[]) =>
  api.call(quizRoutes.writeItems, { actor: teacher, params: { courseId }, body: { questions } });
type Listed = { readonly itemId: string; readonly version: number };
const list = async (courseId: string, query: Record<string, string> = {}) => {
  const answer = await api.call(quizRoutes.listBankItems, { actor: teacher, params: { courseId }, query });
  return (answer.body?.items ?? []) as (Listed & { title: string })[];
};
const appraise = (courseId: string, actor: typeof teacher | typeof trainingHead, body: object) =>
  api.call(quizRoutes.appraiseItems, { actor, params: { courseId }, body });
const refs = (items: readonly Listed[]) => items.map(({ itemId, version }) => ({ itemId, version }));
const publish = (courseId: string, itemCount: number) =>
  api.call(quizRoutes.publishQuiz, {
    actor: trainingHead,
    params: { courseId },
    headers: key(),
    body: { title: 'Kiểm tra', itemCount, attemptsAllowed: 1, passHundredths: 500 },
  });

test('who wrote questions is told to ask somebody else; another person approves, and only then they are drawn', async () => {
  const courseId = ulid();
  await write(courseId, everyKind);
  const items = refs(await list(courseId));
  const own = await appraise(courseId, teacher, { verdict: 'approved', items });
  const refused = { outcome: 'own-item', detail: expect.stringContaining('đồng nghiệp') };
  expect(own.body).toEqual({ outcomes: items.map(({ itemId }) => ({ itemId, ...refused })) });
  expect((await publish(courseId, 1)).body?.code).toBe('bank-too-small');
  const body = { verdict: 'approved', items, note: 'Đã làm thử' };
  const first = await appraise(courseId, trainingHead, body);
  expect(first.body).toEqual({ outcomes: items.map(({ itemId }) => ({ itemId, outcome: 'approved' })) });
  expect((await appraise(courseId, trainingHead, body)).body).toEqual(first.body);
  expect((await publish(courseId, items.length)).status).toBe(201);
});

test('a rejection says why, and the history tells who wrote, changed and decided what', async () => {
  const courseId = ulid();
  const question = { kind: 'true-false', title: 'Mật khẩu', stem: 'Nên dùng chung mật khẩu.', isTrue: true };
  await write(courseId, [question]);
  const [item] = await list(courseId);
  if (!item) throw new Error('nothing was written');
  expect((await appraise(courseId, trainingHead, { verdict: 'rejected', items: refs([item]) })).status).toBe(
    422,
  );
  const note = 'Đáp án ngược.';
  await appraise(courseId, trainingHead, { verdict: 'rejected', items: refs([item]), note });
  await write(courseId, [{ ...question, isTrue: false }]);
  const late = await appraise(courseId, trainingHead, { verdict: 'approved', items: refs([item]) });
  expect(late.body?.outcomes).toMatchObject([{ outcome: 'changed' }]);
  await api.approveAll(courseId);
  const params = { courseId, itemId: item.itemId };
  const history = await api.call(quizRoutes.listItemVersions, { actor: teacher, params });
  const byWhom = { writtenBy: teacher.personId };
  expect(history.body?.versions).toMatchObject([
    {
      version: 2,
      ...byWhom,
      decision: { verdict: 'approved', by: trainingHead.personId },
      changes: [{ field: 'isTrue', before: 'true', after: 'false' }],
    },
    { version: 1, ...byWhom, decision: { verdict: 'rejected', note }, changes: [] },
  ]);
  const found = await api.call(quizRoutes.getBankItem, { actor: teacher, params });
  expect(found.body).toMatchObject({
    item: { drawnVersion: 2 },
    question: { isTrue: false },
    seen: { kind: 'true-false', itemId: item.itemId },
    right: { kind: 'true-false', value: false },
  });
});

test('an item that is edited goes on being drawn as it was until the next version is approved', async () => {
  const courseId = ulid();
  const question = { kind: 'true-false', title: 'OTP', stem: 'Mã OTP chỉ mình biết.', isTrue: true };
  await write(courseId, [question]);
  await api.approveAll(courseId);
  await write(courseId, [{ ...question, stem: 'Mã OTP cho ai cũng được.' }]);
  expect(await list(courseId)).toMatchObject([{ version: 2, status: 'draft', drawnVersion: 1 }]);
  const quiz = await publish(courseId, 1);
  const actor = await api.seated(quiz.body as never);
  const attempt = await api.start(quiz.body as never, actor);
  expect(attempt.body?.items).toMatchObject([{ stem: question.stem }]);
});

test('a bank is searched without marks and narrowed by what its items are', async () => {
  const courseId = ulid();
  const about = { kind: 'true-false', isTrue: true } as const;
  await write(courseId, [
    { ...about, title: 'Một', stem: 'Chuyển tiền qua điện thoại', competenceCode: '4.2', level: 'CB1' },
    { ...about, title: 'Hai', stem: 'Chuyện khác', tags: ['ôn tập'], competenceCode: '1.1' },
  ]);
  const titles = async (query: Record<string, string>) =>
    (await list(courseId, query)).map(({ title }) => title);
  expect(await titles({ search: 'chuyen tien' })).toEqual(['Một']);
  expect(await titles({ search: 'on tap' })).toEqual(['Hai']);
  expect(await titles({ tag: 'ôn tập' })).toEqual(['Hai']);
  expect(await titles({ competenceCode: '4.2' })).toEqual(['Một']);
  expect(await titles({ level: 'CB1', kind: 'numeric' })).toEqual([]);
  expect(await titles({ status: 'draft', writtenBy: teacher.personId })).toEqual(['Hai', 'Một']);
  expect(await titles({ writtenBy: trainingHead.personId })).toEqual([]);
});

test('questions that are alike are named in pairs', async () => {
  const courseId = ulid();
  const about = { kind: 'true-false', isTrue: true } as const;
  const stem = 'Không đưa mã OTP cho người gọi điện xưng là nhân viên ngân hàng.';
  await write(courseId, [
    { ...about, title: 'Một', stem },
    { ...about, title: 'Hai', stem: stem.replace('gọi điện', 'nhắn tin') },
    { ...about, title: 'Ba', stem: 'Mật khẩu nên dài.' },
  ]);
  const answer = await api.call(quizRoutes.listAlikeItems, { actor: teacher, params: { courseId } });
  const pairs = answer.body?.pairs as { items: { title: string }[] }[];
  expect(pairs.map(({ items }) => items.map(({ title }) => title).sort())).toEqual([['Hai', 'Một']]);
});
