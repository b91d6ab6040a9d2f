import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { type ServiceTable, startServiceTable } from '../../../tests/support/service-table.ts';
import { type Attempt, type QuizSummary, quizRoutes, type Response, type SeenItem } from '../contract.ts';
import { readGift } from '../domain/gift/read-gift.ts';
import { after, pointHandlersAt, START } from '../quiz-world.suite.ts';
import { AttemptStore } from '../store.ts';

const file = path.join(import.meta.dirname, '../../../local/demo/content/questions/an-toan-tren-mang.gift');
const gift = readFileSync(file, 'utf8');

let table: ServiceTable;
let handler: unknown;

beforeAll(async () => {
  table = await startServiceTable();
  pointHandlersAt(table);
  ({ handler } = await import('./api.ts'));
});
afterAll(() => table.stop());

const head = { personId: ulid(), roles: ['training-head'] } as const;
const teacher = { personId: ulid(), roles: ['teacher'] } as const;
const learner = (personId = ulid()) => ({ personId, roles: ['learner'] as const });
const key = () => ({ 'idempotency-key': ulid() });

const publish = async (overrides: Record<string, unknown> = {}) => {
  const params = { courseId: ulid() };
  await call(handler, quizRoutes.importQuestions, {
    actor: teacher,
    params,
    headers: key(),
    body: { gift },
  });
  const body = { title: 'Kiểm tra', itemCount: 12, attemptsAllowed: 2, passHundredths: 500, ...overrides };
  const made = await call(handler, quizRoutes.publishQuiz, { actor: head, params, headers: key(), body });
  return made.body as QuizSummary;
};

const seat = (quiz: QuizSummary, personId: string, held = true, version = 1) =>
  new AttemptStore(table.db, table.table).saveSeat({
    personId,
    courseId: quiz.courseId,
    runId: ulid(),
    held,
    version,
  });

const enrolled = async (overrides: Record<string, unknown> = {}) => {
  const quiz = await publish(overrides);
  const actor = learner();
  await seat(quiz, actor.personId);
  return { quiz, actor };
};

const start = async (quiz: QuizSummary, actor: ReturnType<typeof learner>, at = START, headers = key()) =>
  call(handler, quizRoutes.startAttempt, { actor, params: { quizId: quiz.quizId }, headers, at });

const read = readGift(gift);
const questions = typeof read === 'string' ? [] : read.questions;

/** The right answer of a shown item, found by its stem and texts as a person would. */
const rightResponse = (item: SeenItem): Response => {
  const question = questions.find((each) => each.stem === item.stem);
  if (item.kind === 'true-false')
    return { kind: item.kind, value: question?.kind === item.kind && question.isTrue };
  if (item.kind === 'numeric') return { kind: item.kind, text: '113' };
  if (item.kind === 'short-answer') return { kind: item.kind, text: ' GOV.VN ' };
  if (item.kind === 'matching') {
    const pairs = question?.kind === 'matching' ? question.pairs : [];
    const choiceFor = (text: string) => pairs.find((pair) => pair.prompt === text)?.choice;
    return {
      kind: item.kind,
      pairs: Object.fromEntries(
        item.prompts.map(({ promptId, text }) => [
          promptId,
          item.choices.find((choice) => choice.text === choiceFor(text))?.choiceId ?? '',
        ]),
      ),
    };
  }
  const options = question && 'options' in question ? question.options : [];
  const right = item.options
    .filter(({ text }) => options.some((option) => option.text === text && option.weight > 0))
    .map(({ optionId }) => optionId);
  return item.kind === 'single-choice'
    ? { kind: item.kind, optionId: right[0] ?? '' }
    : { kind: item.kind, optionIds: right };
};

const save = (
  attempt: Attempt,
  actor: ReturnType<typeof learner>,
  item: SeenItem,
  { response = rightResponse(item), version = 1, at = after(60) } = {},
) =>
  call(handler, quizRoutes.saveAnswer, {
    actor,
    params: { attemptId: attempt.attemptId, itemId: item.itemId },
    body: { response, version },
    at,
  });

const submit = (attempt: Attempt, actor: ReturnType<typeof learner>, at = after(120)) =>
  call(handler, quizRoutes.submitAttempt, { actor, params: { attemptId: attempt.attemptId }, at });

test('who answers everything rightly gets 10,0, once, and then the words of the author', async () => {
  const { quiz, actor } = await enrolled();
  const started = await start(quiz, actor);
  expect(started.status).toBe(201);
  const attempt = started.body as Attempt;
  expect(attempt).toMatchObject({ attemptNo: 1, status: 'open', serverTime: START });
  for (const item of attempt.items) expect((await save(attempt, actor, item)).status).toBe(200);
  const done = await submit(attempt, actor);
  expect(done.body).toMatchObject({
    status: 'submitted',
    grade: { gradeNo: 1, scoreHundredths: 1000, passed: true, provisional: false },
  });
  expect((await submit(attempt, actor, after(300))).body?.grade).toEqual(done.body?.grade);
  const review = await call(handler, quizRoutes.reviewAttempt, {
    actor,
    params: { attemptId: attempt.attemptId },
  });
  expect(review.body?.items).toHaveLength(12);
  expect(review.body?.items).toContainEqual(
    expect.objectContaining({ earned: 100, total: 100, feedback: 'Đúng. Số do mình tự tìm mới đáng tin.' }),
  );
});

test('nothing that a learner receives before handing in carries a key, a weight or feedback', async () => {
  const { quiz, actor } = await enrolled();
  const started = await start(quiz, actor);
  const attempt = started.body as Attempt;
  const params = { attemptId: attempt.attemptId };
  const [first] = attempt.items as [SeenItem];
  const answers = [
    started,
    await save(attempt, actor, first),
    await call(handler, quizRoutes.getAttempt, { actor, params }),
    await call(handler, quizRoutes.listMyAttempts, { actor, params: { quizId: quiz.quizId } }),
    await call(handler, quizRoutes.listCourseQuizzes, { params: { courseId: quiz.courseId } }),
    await call(handler, quizRoutes.reviewAttempt, { actor, params }),
    await call(handler, quizRoutes.listBankItems, { actor: teacher, params: { courseId: quiz.courseId } }),
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
  const { quiz, actor } = await enrolled();
  const attempt = (await start(quiz, actor)).body as Attempt;
  const Key = { pk: `PERSON#${actor.personId}`, sk: `ATTEMPT#${attempt.attemptId}#PAPER` };
  const spoiled = attempt.items.map((item) => ({ ...item, right: 'LEAK', feedback: 'LEAK' }));
  await table.db.send(new PutCommand({ TableName: table.table, Item: { ...Key, paper: spoiled } }));
  const params = { attemptId: attempt.attemptId };
  const answers = [
    await call(handler, quizRoutes.getAttempt, { actor, params }),
    await start(quiz, actor),
    await submit(attempt, actor),
  ];
  expect(answers.map(({ body }) => body?.items)).toEqual([attempt.items, attempt.items, attempt.items]);
});

test('an attempt of another person is not found, whatever is tried, and stays as it was', async () => {
  const { quiz, actor } = await enrolled();
  const attempt = (await start(quiz, actor)).body as Attempt;
  const stranger = learner();
  const [first] = attempt.items as [SeenItem];
  const params = { attemptId: attempt.attemptId };
  const tried = [
    await call(handler, quizRoutes.getAttempt, { actor: stranger, params }),
    await save(attempt, stranger, first),
    await submit(attempt, stranger),
    await call(handler, quizRoutes.reviewAttempt, { actor: stranger, params }),
  ];
  expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const now = await call(handler, quizRoutes.getAttempt, { actor, params });
  expect(now.body).toMatchObject({ status: 'open', answers: [] });
});

test('only who holds a seat may start, and a seat given up no longer counts', async () => {
  const quiz = await publish();
  const actor = learner();
  expect((await start(quiz, actor)).body?.code).toBe('not-enrolled');
  await seat(quiz, actor.personId, false, 2);
  expect((await start(quiz, actor)).body?.code).toBe('not-enrolled');
});

test('an open attempt is continued with 200; the same request gets the same attempt; the limit holds', async () => {
  const { quiz, actor } = await enrolled();
  const headers = key();
  const first = await start(quiz, actor, START, headers);
  expect(await start(quiz, actor)).toMatchObject({
    status: 200,
    body: { attemptId: first.body?.attemptId, items: first.body?.items },
  });
  await submit(first.body as Attempt, actor);
  const again = await start(quiz, actor, after(200), headers);
  expect(again).toMatchObject({ status: 201, body: { attemptId: first.body?.attemptId, attemptNo: 1 } });
  const second = await start(quiz, actor, after(200));
  expect(second).toMatchObject({ status: 201, body: { attemptNo: 2 } });
  await submit(second.body as Attempt, actor);
  expect((await start(quiz, actor)).body?.code).toBe('attempts-used-up');
});

test('answers count until deadline plus grace by server time; later the attempt is handed in as it was', async () => {
  const { quiz, actor } = await enrolled({ timeLimitMinutes: 1 });
  const attempt = (await start(quiz, actor)).body as Attempt;
  expect(attempt.deadline).toBe(after(60));
  const [first, second] = attempt.items as [SeenItem, SeenItem];
  expect((await save(attempt, actor, first, { at: after(90) })).status).toBe(200);
  expect((await save(attempt, actor, second, { at: after(90.001) })).body?.code).toBe('deadline-passed');
  const opened = await call(handler, quizRoutes.getAttempt, {
    actor,
    params: { attemptId: attempt.attemptId },
    at: after(100),
  });
  expect(opened.body).toMatchObject({ status: 'submitted', grade: { scoreHundredths: 83 } });
  expect(opened.body?.answers).toHaveLength(1);
  expect((await save(attempt, actor, second, { at: after(101) })).body?.code).toBe('attempt-closed');
});

test('an older save changes nothing, the same save is repeated safely, a misfit is refused', async () => {
  const { quiz, actor } = await enrolled();
  const attempt = (await start(quiz, actor)).body as Attempt;
  const item = attempt.items.find((each) => each.kind === 'true-false') as SeenItem;
  const yes = { kind: 'true-false', value: true } as const;
  const no = { kind: 'true-false', value: false } as const;
  expect((await save(attempt, actor, item, { response: yes, version: 3 })).status).toBe(200);
  const repeated = await save(attempt, actor, item, { response: yes, version: 3, at: after(99) });
  expect(repeated).toMatchObject({ status: 200, body: { version: 3, savedAt: after(60) } });
  expect((await save(attempt, actor, item, { response: no, version: 3 })).body?.code).toBe(
    'older-than-saved',
  );
  expect((await save(attempt, actor, item, { response: no, version: 2 })).body?.code).toBe(
    'older-than-saved',
  );
  const misfit = { kind: 'numeric', text: '1' } as const;
  expect((await save(attempt, actor, item, { response: misfit, version: 9 })).status).toBe(422);
  const foreign = { ...item, itemId: ulid() };
  expect((await save(attempt, actor, foreign, { response: yes })).status).toBe(404);
  const now = await call(handler, quizRoutes.getAttempt, { actor, params: { attemptId: attempt.attemptId } });
  expect(now.body?.answers).toEqual([{ itemId: item.itemId, response: yes, version: 3, savedAt: after(60) }]);
});

test('an import names each faulty question by line, keeps the good ones, and repeats without effect', async () => {
  const params = { courseId: ulid() };
  const text = '::A::Một cộng một?{#2}\n\n::B::Hỏng {=a ~b\n\n::C::Chọn {~a ~b}\n';
  const headers = key();
  const send = (sent = headers) =>
    call(handler, quizRoutes.importQuestions, {
      actor: teacher,
      params,
      headers: sent,
      body: { gift: text },
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
  const items = await call(handler, quizRoutes.listBankItems, { actor: teacher, params });
  expect(items.body?.items).toMatchObject([{ title: 'A', version: 1, status: 'approved', kind: 'numeric' }]);
});

test('a bank that is too small publishes nothing, and a repeated publication is the same quiz', async () => {
  const quiz = await publish();
  const params = { courseId: quiz.courseId };
  const body = { title: 'Lớn', itemCount: 13, attemptsAllowed: 1, passHundredths: 500 };
  const large = await call(handler, quizRoutes.publishQuiz, { actor: head, params, headers: key(), body });
  expect(large.body?.code).toBe('bank-too-small');
  const headers = key();
  const publication = { actor: head, params, headers, body: { ...body, itemCount: 5 } };
  const made = await call(handler, quizRoutes.publishQuiz, publication);
  expect((await call(handler, quizRoutes.publishQuiz, publication)).body).toEqual(made.body);
  const listed = await call(handler, quizRoutes.listCourseQuizzes, { params });
  expect(listed.body?.quizzes).toEqual([quiz, made.body]);
});
