import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { unzipSync } from 'fflate';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OutboxEntry } from '#shared/messaging/outbox.ts';
import { BankStore } from '../bank-store.ts';
import { ClassStore } from '../class-store.ts';
import { countGrade } from '../commands/count-grade.ts';
import { withdrawItem } from '../commands/withdraw-item.ts';
import {
  type Attempt,
  type PrintedExam,
  printedExamRoutes,
  type QuizSummary,
  quizRoutes,
} from '../contract.ts';
import { everyKind } from '../domain/items/every-kind.suite.ts';
import { lineOf } from '../domain/printed/answer-line.ts';
import type { Question } from '../domain/question.ts';
import { ItemFiles } from '../item-files.ts';
import { key, type Learner, QuizApi, rightResponse, trainingHead } from '../quiz-api.suite.ts';
import { after, START } from '../quiz-world.suite.ts';
import { StatisticsStore } from '../statistics-store.ts';
import { AttemptStore } from '../store.ts';

let api: QuizApi;
beforeAll(async () => {
  api = await QuizApi.start();
});
afterAll(() => api.table.stop());

type Staff = { readonly personId: string; readonly roles: readonly ['teacher'] | readonly ['training-head'] };
type World = {
  readonly quiz: QuizSummary;
  readonly teacher: Staff;
  readonly classId: string;
  readonly learners: readonly Learner[];
};

/** A class of three who have a seat in the course. */
const classOf = async (quiz: QuizSummary) => {
  const learners = await Promise.all([1, 2, 3].map(() => api.seated(quiz)));
  const [classes, classId] = [new ClassStore(api.table.db, api.table.table), ulid()];
  const teacher = { personId: ulid(), roles: ['teacher'] as const };
  const members = [
    { ...teacher, as: 'teacher' as const },
    ...learners.map((each) => ({ ...each, as: 'learner' as const })),
  ];
  for (const { personId, as } of members) await classes.saveMembership({ classId, personId, as, version: 1 });
  return { teacher, classId, learners };
};
const world = async (rules: Record<string, unknown> = {}): Promise<World> => {
  const quiz = await api.publish({ attemptsAllowed: 1, ...rules });
  return { quiz, ...(await classOf(quiz)) };
};

const print = ({ quiz, teacher, classId, learners }: World, more: Record<string, unknown> = {}) =>
  api.call(printedExamRoutes.createPrintedExam, {
    actor: teacher,
    params: { quizId: quiz.quizId },
    headers: key(),
    body: {
      classId,
      title: 'Kiểm tra cuối khóa',
      subject: 'An toàn trên mạng',
      heldAt: START,
      durationMinutes: 45,
      codes: 3,
      candidates: learners.map(({ personId }) => personId),
      ...more,
    },
  });
const printed = async (of: World, more: Record<string, unknown> = {}) => {
  const made = await print(of, more);
  expect(made.status).toBe(201);
  return made.body as PrintedExam;
};
const keyLines = async ({ examId }: PrintedExam, actor: Staff) => {
  const { body } = await api.call(printedExamRoutes.getPrintedKey, { actor, params: { examId } });
  const columns = (body?.key ?? []) as { code: string; cells: string[] }[];
  return new Map(columns.map(({ code, cells }) => [code, cells]));
};
type Row = { number: string; code: string; line: string };
const enter = ({ examId }: PrintedExam, actor: Staff, body: object, at = after(3600)) =>
  api.call(printedExamRoutes.enterSheets, { actor, params: { examId }, body, at });
const kinds = ({ body }: Awaited<ReturnType<typeof enter>>) =>
  ((body?.verdicts ?? []) as { kind: string; fault?: string }[]).map(({ kind, fault }) => fault ?? kind);
type Result = {
  number: string;
  attemptId: string;
  personId: string;
  line: string;
  grade: Record<string, unknown>;
};
const resultsOf = async ({ examId }: PrintedExam, actor: Staff) =>
  (await api.call(printedExamRoutes.getPrintedExam, { actor, params: { examId } })).body?.results as Result[];

/** Everything of a person in the table, and the events that wait to leave. */
const stored = async (personId: string) => {
  const { Items = [] } = await api.table.db.send(new ScanCommand({ TableName: api.table.table }));
  const own = Items.filter(({ pk }) => pk === `PERSON#${personId}`);
  const outbox = own.flatMap(({ outbox: entries }) => (entries ?? []) as OutboxEntry[]);
  return { count: own.length, events: outbox.map(({ detailType }) => detailType) };
};

/** The right answers with the first question left out. */
const butFirst = (cells: readonly string[] | undefined) => lineOf(['', ...(cells ?? []).slice(1)]);

test('papers, answer sheet and key are written for the teacher of the class', async () => {
  const of = await world();
  const exam = await printed(of);
  expect(exam).toMatchObject({ codes: ['101', '102', '103'], itemCount: 12 });
  expect(exam.candidates.map(({ number }) => number)).toEqual(['001', '002', '003']);
  const params = { examId: exam.examId };
  const actor = of.teacher;
  const paper = { ...params, code: '102' };
  for (const [name, { body }] of [
    ['de-102', await api.call(printedExamRoutes.writePrintedPaper, { actor, params: paper })],
    ['phieu-tra-loi', await api.call(printedExamRoutes.writeAnswerSheet, { actor, params })],
  ] as const) {
    const fetched = await fetch(String(body?.url));
    expect(fetched.headers.get('content-disposition')).toContain(`${name}.docx`);
    expect(unzipSync(new Uint8Array(await fetched.arrayBuffer()))).toHaveProperty('word/document.xml');
  }
  const unknown = { ...params, code: '109' };
  expect((await api.call(printedExamRoutes.writePrintedPaper, { actor, params: unknown })).status).toBe(404);
  const asked = await api.call(printedExamRoutes.getPrintedKey, { actor: of.teacher, params });
  const word = await fetch(String(asked.body?.url));
  expect(unzipSync(new Uint8Array(await word.arrayBuffer()))).toHaveProperty('word/document.xml');
  const listed = await api.call(printedExamRoutes.listPrintedExams, {
    actor: of.teacher,
    params: { quizId: of.quiz.quizId },
  });
  expect(listed.body?.exams).toEqual([exam]);
});

test('the same request prints one exam', async () => {
  const of = await world();
  const headers = key();
  const body = {
    classId: of.classId,
    title: 'x',
    subject: 'x',
    heldAt: START,
    durationMinutes: 45,
    codes: 2,
  };
  const request = {
    actor: of.teacher,
    params: { quizId: of.quiz.quizId },
    headers,
    body: { ...body, candidates: of.learners.map(({ personId }) => personId) },
  };
  const [one, again] = [
    await api.call(printedExamRoutes.createPrintedExam, request),
    await api.call(printedExamRoutes.createPrintedExam, request),
  ];
  expect(again.body).toEqual(one.body);
});

test('the key of any code earns the full mark, and each sheet is an attempt with its three events', async () => {
  const of = await world();
  const exam = await printed(of);
  const key = await keyLines(exam, of.teacher);
  const rows = exam.candidates.map(({ number }, at): Row => {
    const code = exam.codes[at] ?? '';
    return { number, code, line: at === 2 ? butFirst(key.get(code)) : lineOf(key.get(code) ?? []) };
  });
  const entered = await enter(exam, of.teacher, { preview: false, rows });
  expect(entered.body).toMatchObject({ isEntered: true });
  expect(kinds(entered)).toEqual(['new', 'new', 'new']);
  const results = await resultsOf(exam, of.teacher);
  expect(results.map(({ grade }) => grade.scoreHundredths)).toEqual([1000, 1000, 917]);
  const [first] = of.learners;
  expect((await stored(first?.personId ?? '')).events).toEqual([
    'AttemptStarted.v1',
    'AttemptSubmitted.v1',
    'AttemptGraded.v1',
  ]);
  const marks = await api.call(quizRoutes.listQuizAttempts, {
    actor: of.teacher,
    params: { quizId: of.quiz.quizId },
  });
  expect(marks.body?.attempts).toHaveLength(3);
  const own = await api.call(quizRoutes.listMyAttempts, { actor: first, params: { quizId: of.quiz.quizId } });
  expect(own.body?.attempts).toMatchObject([{ status: 'submitted', grade: { scoreHundredths: 1000 } }]);
});

test('item analysis counts a sheet once', async () => {
  const of = await world();
  const exam = await printed(of);
  const key = await keyLines(exam, of.teacher);
  await enter(exam, of.teacher, {
    preview: false,
    rows: [{ number: '1', code: '101', line: lineOf(key.get('101') ?? []) }],
  });
  const [result] = await resultsOf(exam, of.teacher);
  const stores = {
    attempts: new AttemptStore(api.table.db, api.table.table),
    statistics: new StatisticsStore(api.table.db, api.table.table),
  };
  const graded = {
    quizId: of.quiz.quizId,
    personId: result?.personId ?? '',
    attemptId: result?.attemptId ?? '',
  };
  expect(await countGrade(stores, graded)).toBe('counted');
  expect(await countGrade(stores, graded)).toBe('known');
});

test('a preview enters nothing, one faulty row holds all back, and the same file again changes nothing', async () => {
  const of = await world();
  const exam = await printed(of);
  const key = await keyLines(exam, of.teacher);
  const [one, two] = ['101', '102'].map((code) => lineOf(key.get(code) ?? []));
  const good = `SBD;Mã đề;Câu trả lời\n1;101;${one}\n2;102;${two}`;
  const bad = `${good}\n3;109;${one}\n9;101;${one}\n`;
  const [first] = of.learners;
  const before = await stored(first?.personId ?? '');
  const seen = await enter(exam, of.teacher, { preview: true, csv: good });
  expect(seen.body).toMatchObject({ isEntered: false });
  expect(kinds(seen)).toEqual(['new', 'new']);
  const refused = await enter(exam, of.teacher, { preview: false, csv: bad });
  expect(refused.body).toMatchObject({ isEntered: false });
  expect(kinds(refused)).toEqual(['new', 'new', 'unknown-code', 'unknown-number']);
  expect(refused.body?.verdicts).toContainEqual({
    line: 4,
    number: '003',
    code: '109',
    kind: 'fault',
    fault: 'unknown-code',
    detail: expect.stringContaining('mã đề'),
  });
  expect(await stored(first?.personId ?? '')).toEqual(before);
  expect(await resultsOf(exam, of.teacher)).toEqual([]);
  expect((await enter(exam, of.teacher, { preview: false, csv: good })).body).toMatchObject({
    isEntered: true,
  });
  const after1 = [await stored(first?.personId ?? ''), await resultsOf(exam, of.teacher)];
  const again = await enter(exam, of.teacher, { preview: false, csv: good });
  expect(kinds(again)).toEqual(['unchanged', 'unchanged']);
  expect([await stored(first?.personId ?? ''), await resultsOf(exam, of.teacher)]).toEqual(after1);
});

test('two who enter the same sheets at once make one attempt of each', async () => {
  const of = await world({ attemptsAllowed: 5 });
  const exam = await printed(of);
  const key = await keyLines(exam, of.teacher);
  const rows = exam.candidates.map(({ number }) => ({
    number,
    code: '101',
    line: lineOf(key.get('101') ?? []),
  }));
  const answers = await Promise.all(
    [of.teacher, trainingHead].map((actor) => enter(exam, actor, { preview: false, rows })),
  );
  for (const answer of answers)
    expect(kinds(answer).every((kind) => kind === 'new' || kind === 'unchanged')).toBe(true);
  for (const { personId } of of.learners)
    expect((await stored(personId)).events.filter((type) => type === 'AttemptGraded.v1')).toHaveLength(1);
});

test('what is wrong with a row is named, and the rules of the quiz hold on paper', async () => {
  const of = await world();
  const exam = await printed(of);
  const line = lineOf((await keyLines(exam, of.teacher)).get('101') ?? []);
  const [first, second, third] = of.learners;
  if (!first || !second || !third) throw new Error('the class has three learners');
  const attempt = await api.start(of.quiz, first);
  expect(attempt.status).toBe(201);
  const used = await api.start(of.quiz, second);
  await api.submit(used.body as never, second);
  await api.seat(of.quiz, third.personId, false, 2);
  const rows = [
    { number: '1', code: '101', line },
    { number: '2', code: '101', line },
    { number: '3', code: '101', line: 'ABC' },
  ];
  const answer = await enter(exam, of.teacher, { preview: true, rows });
  expect(kinds(answer)).toEqual(['attempt-still-open', 'attempts-used-up', 'wrong-count']);
  const twice = await enter(exam, of.teacher, { preview: true, rows: [rows[2], rows[2]] });
  expect(kinds(twice)).toEqual(['number-twice', 'number-twice']);
  const early = await enter(exam, of.teacher, { preview: true, rows }, '2026-11-20T00:00:00.000Z');
  expect(early.body?.code).toBe('not-held-yet');
  const empty = await enter(exam, of.teacher, { preview: true, csv: 'SBD;Mã đề' });
  expect(empty.body?.code).toBe('no-sheets');
});

test('a sheet waits while the phone of an attempt online may still send what was answered in time', async () => {
  const of = await world({ attemptsAllowed: 2, timeLimitMinutes: 10, lateSyncHours: 24 });
  const exam = await printed(of);
  const line = lineOf((await keyLines(exam, of.teacher)).get('101') ?? []);
  const [first] = of.learners;
  if (!first) throw new Error('the class has three learners');
  const { attemptId, startToken: token = '', items } = (await api.start(of.quiz, first)).body as Attempt;
  const rows = [{ number: '1', code: '101', line }];
  const waiting = await enter(exam, of.teacher, { preview: false, rows });
  expect(kinds(waiting)).toEqual(['late-answers-may-come']);
  // Ten minutes from nine o'clock in Ho Chi Minh City, and a day.
  expect(waiting.body?.verdicts).toMatchObject([
    { detail: expect.stringContaining('09:10 ngày 24/11/2026') },
  ]);
  const [item] = items;
  if (!item) throw new Error('the quiz has twelve questions');
  const kept = { itemId: item.itemId, response: rightResponse(item), version: 1, elapsedMs: 60_000 };
  const late = await api.call(quizRoutes.takeLateAnswers, {
    actor: first,
    params: { attemptId },
    body: { token, answers: [kept] },
    at: after(3700),
  });
  expect(late.body?.taken).toEqual([item.itemId]);
  const due = await enter(exam, of.teacher, { preview: false, rows }, after(25 * 3600));
  expect(kinds(due)).toEqual(['new']);
});

test('a sheet typed wrong is put right with a reason: the next mark, on another code too', async () => {
  const of = await world();
  const exam = await printed(of);
  const key = await keyLines(exam, of.teacher);
  await enter(exam, of.teacher, {
    preview: false,
    rows: [{ number: '1', code: '101', line: butFirst(key.get('101')) }],
  });
  const [before] = await resultsOf(exam, of.teacher);
  const retype = (more: object, actor: Staff = of.teacher) =>
    api.call(printedExamRoutes.retypeSheet, {
      actor,
      params: { examId: exam.examId },
      body: {
        number: '001',
        code: '102',
        line: lineOf(key.get('102') ?? []),
        reason: 'Gõ nhầm mã đề',
        gradeNo: 1,
        ...more,
      },
      at: after(7200),
    });
  const differs = await enter(exam, of.teacher, {
    preview: false,
    rows: [{ number: '1', code: '101', line: lineOf(key.get('101') ?? []) }],
  });
  expect(kinds(differs)).toEqual(['differs']);
  expect((await retype({ line: 'ABC' })).body?.errors).toMatchObject([{ pointer: '/body/line' }]);
  expect((await retype({ code: '999' })).body?.code).toBe('sheet-faulty');
  const done = await retype({});
  expect(done).toMatchObject({
    status: 200,
    body: {
      attemptId: before?.attemptId,
      code: '102',
      corrections: [{ reason: 'Gõ nhầm mã đề' }],
      grade: { gradeNo: 2, scoreHundredths: 1000, reason: 'sheet-corrected' },
    },
  });
  expect((await retype({})).body?.grade).toMatchObject({ gradeNo: 2 });
  expect((await retype({ line: butFirst(key.get('102')) })).body?.code).toBe('sheet-changed');
  const [first] = of.learners;
  expect((await stored(first?.personId ?? '')).events).toEqual(['AttemptGraded.v1', 'GradeRevised.v1']);
  const review = await api.call(quizRoutes.getAttempt, {
    actor: first,
    params: { attemptId: before?.attemptId ?? '' },
  });
  expect(review.body?.answers).toHaveLength(12);
});

test('a quiz with more pictures than one paper holds is refused before anything is laid out', async () => {
  const pictures = (names: readonly string[]): Question['media'] =>
    names.map((name) => ({ fileId: name.padStart(64, '0'), mediaType: 'image/png', alt: 'Ảnh' }));
  const statement = (at: number, media: Question['media']): Question => ({
    ...{ kind: 'true-false', title: `Ảnh ${at}`, stem: `Xem ảnh ${at}`, isTrue: true, media },
  });
  const quizOf = async (questions: readonly Question[]) => {
    const params = { courseId: ulid() };
    await api.keep(params.courseId, questions);
    const body = { title: 'x', itemCount: questions.length, attemptsAllowed: 1, passHundredths: 500 };
    const made = await api.call(quizRoutes.publishQuiz, {
      actor: trainingHead,
      params,
      headers: key(),
      body,
      at: START,
    });
    return made.body as QuizSummary;
  };
  const files = new ItemFiles();
  const half = new Uint8Array(21 * 1024 * 1024);
  for (const name of ['a', 'b'])
    await files.saveMedia({ fileId: name.padStart(64, '0'), mediaType: 'image/png', bytes: half });
  const fits = await quizOf([statement(0, pictures(['a'])), statement(1, pictures(['a', 'gone']))]);
  const heavy = await quizOf([statement(0, pictures(['a'])), statement(1, pictures(['b']))]);
  const many = await quizOf(
    Array.from({ length: 41 }, (_, at) => statement(at, pictures([0, 1, 2, 3, 4].map((no) => `${at}${no}`)))),
  );
  const { classId, teacher, learners } = await classOf(fits);
  const printing = (quiz: QuizSummary) => print({ quiz, classId, teacher, learners });
  expect((await printing(fits)).status).toBe(201);
  expect((await printing(heavy)).body?.code).toBe('pictures-too-large');
  expect((await printing(many)).body?.code).toBe('pictures-too-large');
});

test('a quiz all of whose questions were withdrawn is not printed', async () => {
  const of = await world();
  const bank = new BankStore(api.table.db, api.table.table);
  const { courseId } = of.quiz;
  const withdrawal = { courseId, by: trainingHead.personId, at: START, note: 'Đáp án sai' };
  for (const { itemId, version } of await bank.allItems(courseId))
    await withdrawItem(bank, { ...withdrawal, itemId, version });
  expect((await print(of)).body?.code).toBe('nothing-to-print');
});

test('the training office still sees and enters the exam of a class that everybody has left', async () => {
  const of = await world();
  const exam = await printed(of);
  const line = lineOf((await keyLines(exam, of.teacher)).get('101') ?? []);
  const classes = new ClassStore(api.table.db, api.table.table);
  for (const { personId } of [of.teacher, ...of.learners])
    await classes.saveMembership({ classId: of.classId, personId, version: 2 });
  const params = { examId: exam.examId };
  expect((await api.call(printedExamRoutes.getPrintedExam, { actor: of.teacher, params })).status).toBe(404);
  const listed = await api.call(printedExamRoutes.listPrintedExams, {
    actor: trainingHead,
    params: { quizId: of.quiz.quizId },
  });
  expect(listed.body?.exams).toEqual([exam]);
  const rows = [{ number: '1', code: '101', line }];
  expect(kinds(await enter(exam, trainingHead, { preview: false, rows }))).toEqual(['new']);
});

test('nobody sees an exam of another class, and nobody decides about an own sheet', async () => {
  const of = await world();
  const exam = await printed(of);
  const stranger = { personId: ulid(), roles: ['teacher'] as const };
  const { examId } = exam;
  for (const route of [
    printedExamRoutes.getPrintedExam,
    printedExamRoutes.writePrintedPaper,
    printedExamRoutes.writeAnswerSheet,
    printedExamRoutes.getPrintedKey,
  ])
    expect((await api.call(route, { actor: stranger, params: { examId, code: '101' } })).status).toBe(404);
  const rows = [{ number: '1', code: '101', line: 'A' }];
  expect((await enter(exam, stranger, { preview: true, rows })).status).toBe(404);
  expect((await print({ ...of, teacher: stranger })).status).toBe(404);
  const listed = await api.call(printedExamRoutes.listPrintedExams, {
    actor: stranger,
    params: { quizId: of.quiz.quizId },
  });
  expect(listed.body?.exams).toEqual([]);
  const outsider = await print({ ...of, learners: [...of.learners, await api.seated(of.quiz)] });
  expect(outsider.body?.code).toBe('not-in-class');
  const line = lineOf((await keyLines(exam, of.teacher)).get('101') ?? []);
  const [first] = of.learners;
  const own = { personId: first?.personId ?? '', roles: ['training-head'] as const };
  const answer = await enter(exam, own, { preview: false, rows: [{ number: '1', code: '101', line }] });
  expect(kinds(answer)).toEqual(['own-sheet']);
});

test('questions that paper cannot take are named', async () => {
  const params = { courseId: ulid() };
  await api.keep(params.courseId, everyKind);
  const body = { title: 'Mọi dạng', itemCount: everyKind.length, attemptsAllowed: 1, passHundredths: 500 };
  const made = await api.call(quizRoutes.publishQuiz, { actor: trainingHead, params, headers: key(), body });
  const quiz = made.body as QuizSummary;
  const refused = await print({ quiz, ...(await classOf(quiz)) });
  expect(refused.body?.code).toBe('not-on-paper');
  expect(refused.body?.errors).toHaveLength(5);
});

test('what is entered is logged as access, without names and answers', async () => {
  const { logger } = await import('#shared/observability/telemetry.ts');
  const of = await world();
  const exam = await printed(of);
  const spy = vi.spyOn(logger, 'info').mockImplementation(() => undefined);
  await resultsOf(exam, of.teacher);
  await keyLines(exam, of.teacher);
  expect(spy.mock.calls.map(([said]) => said)).toEqual(['access', 'access']);
  spy.mockRestore();
});
