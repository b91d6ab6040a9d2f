import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { Quiz } from '../domain/quiz.ts';
import { PrintedStore } from '../printed-store.ts';
import { after, causeOf, QuizWorld, START, statements } from '../quiz-world.suite.ts';
import { createPrintedExam } from './create-printed-exam.ts';
import { enterSheets, type PrintedStores } from './enter-sheets.ts';
import { regradeQuiz } from './regrade-quiz.ts';
import { retypeSheet } from './retype-sheet.ts';

const ALL_TRUE = ['Đ', 'Đ', 'Đ', 'Đ'];

let world: QuizWorld;
let stores: PrintedStores;
beforeAll(async () => {
  world = await QuizWorld.start();
  const { bank, attempts, marks, service } = world;
  stores = { bank, attempts, marks, printed: new PrintedStore(service.db, service.table) };
});
afterAll(() => world.service.stop());

/** A quiz of four true statements, printed for some people. */
const printed = async (people: number) => {
  const quiz = await world.publish({ itemCount: 4, attemptsAllowed: 1 });
  const candidates = await Promise.all(Array.from({ length: people }, () => world.enrolled(quiz)));
  const about = {
    title: 'Thi',
    subject: 'Số',
    heldAt: START,
    durationMinutes: 45,
    codes: 3,
    classId: ulid(),
  };
  const command = {
    ...about,
    examId: ulid(),
    quizId: quiz.quizId,
    candidates,
    seed: ulid(),
    requestKey: ulid(),
  };
  const exam = await createPrintedExam(
    { ...stores, files: world.files },
    command,
    new Set(candidates),
    causeOf('teacher'),
  );
  if ('reason' in exam) throw new Error(exam.reason);
  return { quiz, exam, candidates };
};
type Printed = Awaited<ReturnType<typeof printed>>;

const enter = ({ exam }: Printed, numbers: readonly string[], cells = ALL_TRUE) => {
  const rows = numbers.map((number, at) => ({ line: at + 1, number, code: '101', cells }));
  return enterSheets(stores, { exam, rows, preview: false, fresh: ulid }, causeOf('teacher', after(600)));
};
const attemptOf = async ({ exam }: Printed, number: string) => {
  const result = (await stores.printed.resultsOf(exam.examId)).find((each) => each.number === number);
  const attempt = result && (await world.attempts.findAttempt(result));
  if (!attempt) throw new Error(`the sheet of ${number} is not entered`);
  return attempt;
};

/** The author finds that the first statement is false, and everything is marked by it. */
const correctFirst = async ({ quizId, courseId }: Quiz) => {
  await world.import(courseId, statements(4).replace('đúng.{TRUE}', 'đúng.{FALSE}'));
  await world.approveAll(courseId);
  const items = await world.bank.allItems(courseId);
  const itemId = items.find(({ version }) => version === 2)?.itemId ?? '';
  const command = { quizId, itemId, reason: 'đáp án sai', preview: false };
  return regradeQuiz(world, command, causeOf('head', after(900)));
};

test('a corrected question marks sheets on paper like any attempt: those entered before it and after it', async () => {
  const of = await printed(2);
  await enter(of, ['001']);
  const first = await attemptOf(of, '001');
  expect(first.grade).toMatchObject({ gradeNo: 1, scoreHundredths: 1000 });
  await world.hear(first);
  expect(await correctFirst(of.quiz)).toMatchObject({ changes: [{ toHundredths: 750 }] });
  expect((await attemptOf(of, '001')).grade).toMatchObject({ gradeNo: 2, reason: 'item-corrected' });
  await enter(of, ['002']);
  expect((await attemptOf(of, '002')).grade).toMatchObject({
    scoreHundredths: 750,
    reason: 'item-corrected',
  });
  const retyped = await retypeSheet(
    stores,
    { exam: of.exam, number: '001', code: '102', cells: ['S', 'S', 'S', 'S'], reason: 'nhầm', gradeNo: 2 },
    causeOf('teacher', after(1200)),
  );
  expect(retyped).toEqual({ kind: 'retyped' });
  // By the corrected version the first statement is false: one of four is right.
  expect((await attemptOf(of, '001')).grade).toMatchObject({ gradeNo: 3, scoreHundredths: 250 });
});

test('wherever entering breaks off, sending the sheets again enters each once', async () => {
  const { db } = world.service;
  let isThrough = false;
  for (let stop = 1; !isThrough; stop += 1) {
    const of = await printed(2);
    const send = db.send.bind(db) as (command: unknown) => Promise<unknown>;
    let sent = 0;
    const spy = vi.spyOn(db, 'send').mockImplementation(async (command: unknown) => {
      sent += 1;
      if (sent === stop) throw new Error('crash');
      return send(command);
    });
    await enter(of, ['001', '002']).catch(() => undefined);
    spy.mockRestore();
    isThrough = sent < stop;
    const again = await enter(of, ['001', '002']);
    expect(again.isEntered).toBe(true);
    expect(again.verdicts.every(({ kind }) => kind === 'new' || kind === 'unchanged')).toBe(true);
    for (const personId of of.candidates) {
      const { attemptIds } = await world.attempts.takerOf(personId, of.quiz.quizId);
      expect(attemptIds).toHaveLength(1);
    }
    expect(await stores.printed.resultsOf(of.exam.examId)).toHaveLength(2);
  }
});

test('of two who type the same sheet again at once, the second is told that the mark has changed', async () => {
  const of = await printed(1);
  await enter(of, ['001']);
  const type = (cells: readonly string[]) =>
    retryOnConflict(() =>
      retypeSheet(
        stores,
        { exam: of.exam, number: '001', code: '101', cells, reason: 'nhầm', gradeNo: 1 },
        causeOf('teacher', after(1200)),
      ),
    );
  const outcomes = await Promise.all([type(['S', 'Đ', 'Đ', 'Đ']), type(['S', 'S', 'Đ', 'Đ'])]);
  expect(outcomes.map((outcome) => outcome?.kind).toSorted()).toEqual(['refused', 'retyped']);
  const attempt = await attemptOf(of, '001');
  expect(attempt.grade?.gradeNo).toBe(2);
  const held = await world.attempts.findHeld(attempt);
  expect(held?.answers).toHaveLength(4);
  const [result] = await stores.printed.resultsOf(of.exam.examId);
  const wrong = result?.cells.filter((cell) => cell === 'S').length ?? 0;
  expect(attempt.grade?.scoreHundredths).toBe(1000 - 250 * wrong);
});

test('an answer that is taken out is gone, from the attempt too', async () => {
  const of = await printed(1);
  await enter(of, ['001']);
  const command = { exam: of.exam, number: '001', code: '101', reason: 'nhầm', gradeNo: 1 };
  await retypeSheet(stores, { ...command, cells: ['', 'Đ', 'Đ', ''] }, causeOf('teacher', after(1200)));
  const attempt = await attemptOf(of, '001');
  expect(attempt.grade?.scoreHundredths).toBe(500);
  expect((await world.attempts.findHeld(attempt))?.answers).toHaveLength(2);
});
