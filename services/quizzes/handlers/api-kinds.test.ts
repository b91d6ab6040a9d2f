import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BankStore } from '../bank-store.ts';
import { type Attempt, type QuizSummary, quizRoutes, type Response, type Review } from '../contract.ts';
import { mediaOf } from '../domain/item-media.ts';
import { rightResponse } from '../domain/item-types.ts';
import { everyKind, SECRET } from '../domain/items/every-kind.suite.ts';
import type { Question } from '../domain/question.ts';
import { key, type Learner, learner, QuizApi, teacher, trainingHead } from '../quiz-api.suite.ts';
import { after } from '../quiz-world.suite.ts';
import { AttemptStore } from '../store.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

const write = (courseId: string, questions: readonly unknown[]) =>
  api.call(quizRoutes.writeItems, { actor: teacher, params: { courseId }, body: { questions } });

/** A quiz of the questions just written, and an attempt at it. */
async function begun(): Promise<{ quiz: QuizSummary; actor: Learner; attempt: Attempt }> {
  const courseId = ulid();
  await api.keep(courseId, everyKind);
  const rules = { attemptsAllowed: 1, passHundredths: 500 };
  const body = { title: 'Mọi dạng câu', itemCount: everyKind.length, ...rules };
  const params = { courseId };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const quiz = made.body as QuizSummary;
  const actor = learner();
  await api.seat(quiz, actor.personId);
  return { quiz, actor, attempt: (await api.start(quiz, actor)).body as Attempt };
}

/** What somebody answers who knows everything; a person’s to mark gets some answer. */
async function responsesTo({ attemptId }: Attempt): Promise<ReadonlyMap<string, Response>> {
  const { db, table } = api.table;
  const frozen = await new AttemptStore(db, table).findFrozen(attemptId);
  const questions = await new BankStore(db, table).findQuestions(frozen);
  const file = { fileId: 'cd'.repeat(32), name: 'anh.jpg', mediaType: 'image/jpeg', bytes: 9 };
  const byHand = (kind: Question['kind']): Response =>
    kind === 'essay' ? { kind, text: 'Bài của tôi' } : { kind: 'file-answer', files: [file] };
  return new Map(
    frozen.flatMap(({ itemId, order }) => {
      const question = questions.get(itemId);
      return question ? [[itemId, rightResponse({ question, order }) ?? byHand(question.kind)] as const] : [];
    }),
  );
}

test('questions of every kind are written, asked, answered and marked, and what a person marks is waited for', async () => {
  const { actor, attempt } = await begun();
  expect(attempt.items.map(({ kind }) => kind).sort()).toEqual(everyKind.map(({ kind }) => kind).sort());
  const responses = await responsesTo(attempt);
  for (const item of attempt.items) {
    const response = responses.get(item.itemId);
    if (!response) throw new Error(`nothing to answer ${item.kind} with`);
    if (response.kind === 'file-answer') await api.bringFiles(attempt, actor, item.itemId, response.files);
    expect((await api.save(attempt, actor, item, { response })).status, item.kind).toBe(200);
  }
  const { body } = await api.submit(attempt, actor);
  expect(body?.grade).toMatchObject({ scoreHundredths: 833, provisional: true });
  const params = { attemptId: attempt.attemptId };
  const review = (await api.call(quizRoutes.reviewAttempt, { actor, params, at: after(130) })).body as Review;
  const kindOf = new Map(attempt.items.map(({ itemId, kind }) => [itemId, kind]));
  const waiting = review.items.filter(({ waits }) => waits).map(({ itemId }) => kindOf.get(itemId));
  expect(waiting.sort()).toEqual(['essay', 'file-answer']);
  expect(review.items.filter(({ earned }) => earned === 100)).toHaveLength(10);
  expect(review.items.filter(({ right }) => right)).toHaveLength(10);
});

test('before the mark no answer of any route carries anything of the key of any kind', async () => {
  const { quiz, actor, attempt } = await begun();
  const params = { attemptId: attempt.attemptId };
  const responses = await responsesTo(attempt);
  // What is typed is the key itself.
  const shown = attempt.items.filter(({ kind }) => !['short-answer', 'numeric', 'cloze'].includes(kind));
  const saves = await Promise.all(
    shown.map((item) => api.save(attempt, actor, item, { response: responses.get(item.itemId)! })),
  );
  const refused = await api.save(attempt, actor, attempt.items[0]!, {
    response: { kind: 'matching', pairs: { p9: 'c9' } },
    version: 2,
  });
  const answers = [
    { body: attempt },
    ...saves,
    refused,
    await api.call(quizRoutes.getAttempt, { actor, params }),
    await api.start(quiz, actor),
    await api.call(quizRoutes.listMyAttempts, { actor, params: { quizId: quiz.quizId } }),
    await api.call(quizRoutes.reviewAttempt, { actor, params }),
  ];
  const text = JSON.stringify(answers.map(({ body }) => body));
  expect(refused.status).toBe(422);
  expect(text).not.toContain(SECRET);
  expect(text).not.toMatch(
    /weight|isTrue|accepted|feedback|"areas"|"shape"|levels|"share"|"order"|48213[.,]/,
  );
});

test('faulty questions are named in the caller’s language, good ones kept, and the same again changes nothing', async () => {
  const courseId = ulid();
  const [first, , , fourth] = everyKind as readonly [Question, Question, Question, Question];
  const faulty = { ...first, title: 'Hỏng', options: [{ text: 'một', weight: 100 }] };
  const report = await write(courseId, [first, faulty, { ...fourth, title: first.title }]);
  expect(report.body).toMatchObject({
    written: 1,
    unchanged: 0,
    faults: [
      { title: 'Hỏng', code: 'one-option', detail: expect.stringContaining('hai lựa chọn') },
      { title: first.title, code: 'title-twice' },
    ],
  });
  expect((await write(courseId, [first])).body).toMatchObject({ written: 0, unchanged: 1, faults: [] });
  const changed = { ...first, stem: 'Hỏi lại' };
  expect((await write(courseId, [changed])).body).toMatchObject({ written: 1 });
  const bank = await api.call(quizRoutes.listBankItems, { actor: teacher, params: { courseId } });
  expect(bank.body?.items).toMatchObject([{ version: 2, stem: 'Hỏi lại' }]);
  expect((await write(courseId, [{ ...first, right: 'một' }])).status).toBe(422);
});

test('a question that shows a file is taken once its bank has it, and says its size', async () => {
  const [courseId, other] = [ulid(), ulid()];
  const showing = everyKind.filter((question) => mediaOf(question).length > 0);
  const refused = showing.map(({ title }) => ({ title, code: 'needs-files' }));
  expect((await write(courseId, everyKind)).body).toMatchObject({ written: 9, faults: refused });
  const bank = new BankStore(api.table.db, api.table.table);
  const size = { width: 320, height: 200 };
  const [picture] = showing.flatMap(mediaOf);
  await bank.saveFile(other, { ...picture!, ...size });
  await bank.saveFile(courseId, { ...picture!, mediaType: 'audio/mpeg' });
  expect((await write(courseId, everyKind)).body).toMatchObject({ written: 0, faults: refused });
  const question = everyKind.find(({ kind }) => kind === 'hot-spot');
  const create = { actor: teacher, params: { courseId }, headers: key(), body: { question } };
  expect((await api.call(quizRoutes.createItem, create)).body?.code).toBe('item-faulty');

  await bank.saveFile(courseId, { ...picture!, ...size });
  const made = await api.call(quizRoutes.createItem, create);
  expect(made.status).toBe(201);
  const params = { courseId, itemId: String(made.body?.itemId) };
  const read = await api.call(quizRoutes.getBankItem, { actor: teacher, params });
  expect(read.body?.seen).toMatchObject({ picture: size });
  const edited = { question: read.body?.question, version: 1 };
  const same = await api.call(quizRoutes.editItem, { actor: teacher, params, body: edited });
  expect(same.body).toMatchObject({ version: 1 });
  expect((await write(courseId, everyKind)).body).toMatchObject({ written: 2, unchanged: 10, faults: [] });
});

test('a quiz is drawn from the kinds that are asked for', async () => {
  const courseId = ulid();
  await write(courseId, everyKind);
  await api.approveAll(courseId);
  const publish = (kinds: string[], itemCount: number) =>
    api.call(quizRoutes.publishQuiz, {
      actor: trainingHead,
      params: { courseId },
      headers: key(),
      body: { title: 'Thực hành', itemCount, kinds, attemptsAllowed: 1, passHundredths: 500 },
    });
  expect((await publish(['ordering', 'cloze'], 3)).status).toBe(409);
  const quiz = (await publish(['ordering', 'cloze'], 2)).body as QuizSummary;
  const actor = learner();
  await api.seat(quiz, actor.personId);
  const attempt = (await api.start(quiz, actor)).body as Attempt;
  expect(attempt.items.map(({ kind }) => kind).sort()).toEqual(['cloze', 'ordering']);
});
