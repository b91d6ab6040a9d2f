import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf } from '../domain/printed/key-table.ts';
import { PrintedStore } from '../printed-store.ts';
import { correctedForms, printedForms } from '../queries/printed-forms.ts';
import { after, causeOf, QuizWorld, START } from '../quiz-world.suite.ts';
import { createPrintedExam } from './create-printed-exam.ts';
import { enterSheets, type PrintedStores } from './enter-sheets.ts';
import { quizOf } from './quiz-of.ts';
import { regradeQuiz } from './regrade-quiz.ts';
import { retypeSheet } from './retype-sheet.ts';

const ITEMS = 4;
const AUTHORED = ['=đúng', '~sai', '~lệch', '~thiếu'];
const choices = (options: readonly string[]): string =>
  Array.from({ length: ITEMS }, (_, at) => `::Q${at}::Câu số ${at} {${options.join(' ')}}\n`).join('\n');

let world: QuizWorld;
let stores: PrintedStores;
beforeAll(async () => {
  world = await QuizWorld.start();
  const { bank, attempts, marks, service } = world;
  stores = { bank, attempts, marks, printed: new PrintedStore(service.db, service.table) };
});
afterAll(() => world.service.stop());

/** Four questions of one choice, printed for one candidate under three codes. */
const printed = async () => {
  const quiz = await world.publish({ text: choices(AUTHORED), itemCount: ITEMS });
  const candidate = await world.enrolled(quiz);
  const about = { title: 'Thi', subject: 'Số', heldAt: START, durationMinutes: 45, codes: 3 };
  const ids = { examId: ulid(), quizId: quiz.quizId, classId: ulid(), seed: ulid(), requestKey: ulid() };
  const command = { ...about, ...ids, candidates: [candidate] };
  const exam = await createPrintedExam(
    { ...stores, files: world.files },
    command,
    new Set([candidate]),
    causeOf('teacher'),
  );
  if ('reason' in exam) throw new Error(exam.reason);
  return { quiz, exam, candidate };
};
type Printed = Awaited<ReturnType<typeof printed>>;

const keysOf = async ({ exam }: Printed) => {
  const forms = await printedForms(stores, exam.examId);
  const corrected = await correctedForms(stores.bank, forms, await quizOf(stores, exam));
  return new Map([...corrected].map(([code, items]) => [code, keyOf(code, items).cells]));
};
const keyFor = async (of: Printed, code: string) => (await keysOf(of)).get(code) ?? [];
const enter = ({ exam }: Printed, cells: readonly string[], preview = false) => {
  const rows = [{ line: 1, number: '001', code: '101', cells }];
  return enterSheets(stores, { exam, rows, preview, fresh: ulid }, causeOf('teacher', after(600)));
};
const gradeOf = async ({ exam, candidate }: Printed) => {
  const result = await stores.printed.findResult(exam.examId, candidate);
  const attempt = result && (await stores.attempts.findAttempt(result));
  if (!attempt?.grade) throw new Error('the sheet is not entered');
  return { attempt, ...attempt.grade };
};
const retype = (of: Printed, code: string, cells: readonly string[], gradeNo: number) =>
  retypeSheet(
    stores,
    { exam: of.exam, number: '001', code, cells, reason: 'Gõ nhầm', gradeNo },
    causeOf('teacher', after(1800)),
  );

/** The author saves other options, somebody approves them, and all that was handed in is marked by them. */
const correct = async ({ quiz }: Printed, options: readonly string[]) => {
  const { quizId, courseId } = quiz;
  await world.import(courseId, choices(options));
  await world.approveAll(courseId);
  for (const itemId of quiz.itemIds) {
    const command = { quizId, itemId, reason: 'Đáp án sai', preview: false };
    await regradeQuiz(world, command, causeOf('head', after(900)));
  }
};

test('a sheet typed again after the author has moved the options is marked as it was printed, on any code', async () => {
  const of = await printed();
  const before = await keysOf(of);
  await enter(of, ['', ...(before.get('101') ?? []).slice(1)]);
  await world.hear((await gradeOf(of)).attempt);
  await correct(of, AUTHORED.toReversed());
  expect(await keysOf(of)).toEqual(before);
  expect(await gradeOf(of)).toMatchObject({ gradeNo: 1, scoreHundredths: 750 });
  expect(await retype(of, '101', before.get('101') ?? [], 1)).toEqual({ kind: 'retyped' });
  expect(await gradeOf(of)).toMatchObject({ gradeNo: 2, scoreHundredths: 1000 });
  expect(await retype(of, '102', before.get('102') ?? [], 2)).toEqual({ kind: 'retyped' });
  expect(await gradeOf(of)).toMatchObject({ gradeNo: 3, scoreHundredths: 1000 });
});

test('after a correction the key says what is right now, and entering tells the mark that is kept', async () => {
  const of = await printed();
  const faulty = await keyFor(of, '101');
  await correct(of, ['~đúng', '=sai', '~lệch', '~thiếu']);
  const mended = await keyFor(of, '101');
  expect(mended.every((cell, at) => cell !== '' && cell !== faulty[at])).toBe(true);
  expect((await enter(of, faulty, true)).verdicts).toMatchObject([{ kind: 'new', scoreHundredths: 0 }]);
  expect((await enter(of, mended)).verdicts).toMatchObject([{ kind: 'new', scoreHundredths: 1000 }]);
  expect((await gradeOf(of)).scoreHundredths).toBe(1000);
});

test('a correction that shows other options marks no sheet: the printed version does', async () => {
  const of = await printed();
  const before = await keysOf(of);
  await correct(of, ['=đúng', '~sai', '~lệch', '~khác hẳn']);
  expect(await keysOf(of)).toEqual(before);
  expect((await enter(of, before.get('101') ?? [])).verdicts).toMatchObject([{ scoreHundredths: 1000 }]);
  expect((await gradeOf(of)).scoreHundredths).toBe(1000);
});
