import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Hundredths, Id, IdempotencyKey, Instant, Line } from '#shared/contract/values.ts';
import { Grade } from './contract-marks.ts';

/** Codes of one printed exam at most. */
const MAX_CODES = 24;
/** Sheets entered at once: a class of evening learners, or a year of one course. */
const MAX_SHEETS = 200;

const Code = z.string().regex(/^\d{3}$/);
const SheetNumber = z.string().regex(/^\d{1,4}$/);
/** A letter per question, `-` for none, in brackets what has several signs: `ABD-(AC)Đ(12,5)`. */
const AnswerLine = z.string().max(4000);

const PrintedExam = z
  .object({
    examId: Id,
    quizId: Id,
    courseId: Id,
    classId: Id,
    title: z.string(),
    subject: z.string(),
    heldAt: Instant,
    durationMinutes: z.int(),
    codes: z.array(Code),
    itemCount: z.int(),
    /** Who sits it, by the number on the answer sheet. */
    candidates: z.array(z.object({ number: z.string(), personId: Id })),
    createdAt: Instant,
  })
  .meta({ id: 'PrintedExam' });
export type PrintedExam = z.infer<typeof PrintedExam>;

const PrintedResult = z
  .object({
    number: z.string(),
    personId: Id,
    attemptId: Id,
    code: Code,
    line: z.string(),
    enteredAt: Instant,
    corrections: z.array(z.object({ reason: z.string(), at: Instant })),
    grade: Grade.optional(),
  })
  .meta({ id: 'PrintedResult' });

const SheetFaultCode = z.enum([
  'wrong-count',
  'unreadable-answer',
  'unknown-number',
  'unknown-code',
  'number-twice',
  'differs',
  'not-enrolled',
  'attempts-used-up',
  'attempt-still-open',
  'late-answers-may-come',
  'own-sheet',
]);
export type SheetFaultCode = z.infer<typeof SheetFaultCode>;

const SheetVerdict = z
  .object({
    /** Of the file or the form, counted from 1. */
    line: z.int(),
    number: z.string(),
    code: z.string(),
    kind: z.enum(['new', 'unchanged', 'fault']),
    scoreHundredths: Hundredths.optional(),
    fault: SheetFaultCode.optional(),
    /** What is wrong, a sentence in the caller's language. */
    detail: z.string().optional(),
  })
  .meta({ id: 'SheetVerdict' });

/** A short-lived address of a file. Seconds. */
const Address = z.object({ url: z.string(), expiresInSeconds: z.int() });

const staff = { roles: ['teacher', 'training-head'] } as const;
const ofExam = { ...staff, params: z.object({ examId: Id }) } as const;

/** Exams on paper. Answered by a function of its own, which writes their documents (docs/adr/0031). */
export const printedExamRoutes = {
  createPrintedExam: route({
    ...staff,
    method: 'POST',
    path: '/v1/quizzes/{quizId}/printed-exams',
    summary: 'Print a quiz for a class under several codes; what each code asks is fixed for good',
    params: z.object({ quizId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({
      classId: Id,
      title: Line(120),
      subject: Line(120),
      heldAt: Instant,
      durationMinutes: z.int().min(5).max(240),
      codes: z.int().min(1).max(MAX_CODES),
      /** Learners of the class in the order of their numbers: 001, 002, ... */
      candidates: z.array(Id).min(1).max(MAX_SHEETS),
    }),
    answers: { 201: PrintedExam },
    refusals: ['not-found', 'not-in-class', 'nothing-to-print', 'not-on-paper', 'pictures-too-large'],
  }),
  listPrintedExams: route({
    ...staff,
    method: 'GET',
    path: '/v1/quizzes/{quizId}/printed-exams',
    summary: 'The printed exams of a quiz, newest first; teachers see those of their own classes',
    params: z.object({ quizId: Id }),
    answers: { 200: z.object({ exams: z.array(PrintedExam) }) },
    refusals: ['not-found'],
  }),
  getPrintedExam: route({
    ...ofExam,
    method: 'GET',
    path: '/v1/printed-exams/{examId}',
    summary: 'A printed exam with the answer sheets entered and their marks. Every call is logged as access',
    answers: {
      200: z.object({
        exam: PrintedExam,
        results: z.array(PrintedResult),
        /** Now, by the clock that decides whether the exam was held. */
        serverTime: Instant,
      }),
    },
    refusals: ['not-found'],
  }),
  writePrintedPaper: route({
    ...staff,
    method: 'POST',
    path: '/v1/printed-exams/{examId}/papers/{code}',
    summary: 'An address of the paper of one code, a Word file without the key',
    params: z.object({ examId: Id, code: Code }),
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
  writeAnswerSheet: route({
    ...ofExam,
    method: 'POST',
    path: '/v1/printed-exams/{examId}/answer-sheet',
    summary: 'An address of the answer sheet for all codes, a Word file',
    answers: { 200: Address },
    refusals: ['not-found'],
  }),
  getPrintedKey: route({
    ...ofExam,
    method: 'GET',
    path: '/v1/printed-exams/{examId}/key',
    summary: 'The key of every code, to look at and as a Word file. Every call is logged as access',
    answers: {
      200: Address.extend({ key: z.array(z.object({ code: Code, cells: z.array(z.string()) })) }),
    },
    refusals: ['not-found'],
  }),
  enterSheets: route({
    ...ofExam,
    method: 'POST',
    path: '/v1/printed-exams/{examId}/sheets',
    summary:
      'Enter answer sheets, typed or as a table, and mark them; while one row is faulty none is entered, a preview enters none, and the same again changes nothing. Every call is logged as access',
    body: z.union([
      z.strictObject({
        preview: z.boolean(),
        rows: z
          .array(z.strictObject({ number: SheetNumber, code: Code, line: AnswerLine }))
          .min(1)
          .max(MAX_SHEETS),
      }),
      /** CSV: number, code, then the line or a column per question. */
      z.strictObject({ preview: z.boolean(), csv: z.string().min(1).max(400_000) }),
    ]),
    answers: { 200: z.object({ isEntered: z.boolean(), verdicts: z.array(SheetVerdict) }) },
    refusals: ['not-found', 'not-held-yet', 'no-sheets', 'too-many-sheets'],
  }),
  retypeSheet: route({
    ...ofExam,
    method: 'POST',
    path: '/v1/printed-exams/{examId}/corrections',
    summary: 'Put right what was typed of one answer sheet, with the reason; what stood there before is kept',
    body: z.strictObject({
      number: SheetNumber,
      code: Code,
      line: AnswerLine,
      reason: Line(300),
      /** Of the mark that was seen. */
      gradeNo: z.int().min(1),
    }),
    answers: { 200: PrintedResult },
    refusals: ['not-found', 'sheet-changed', 'sheet-faulty', 'conflict'],
  }),
};
