import { ulid } from 'ulid';
import { type Actor, hasRole } from '#shared/auth/actor.ts';
import { type Route, routeKey } from '#shared/contract/route.ts';
import { languageOf, refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { logAccess } from '#shared/observability/access-log.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { BankStore } from '../bank-store.ts';
import { ClassStore } from '../class-store.ts';
import { createPrintedExam } from '../commands/create-printed-exam.ts';
import { enterSheets } from '../commands/enter-sheets.ts';
import { quizOf } from '../commands/quiz-of.ts';
import { retypeSheet } from '../commands/retype-sheet.ts';
import { printedExamRoutes } from '../contract.ts';
import { answerSheet } from '../documents/answer-sheet.ts';
import { examPaper, picturesOf } from '../documents/exam-paper.ts';
import { keySheet } from '../documents/key-sheet.ts';
import { cellsOf } from '../domain/printed/answer-line.ts';
import type { RowVerdict } from '../domain/printed/judge-rows.ts';
import { keyOf } from '../domain/printed/key-table.ts';
import type { PrintedExam } from '../domain/printed/printed-exam.ts';
import { candidateNumber, readTable } from '../domain/printed/read-table.ts';
import { ItemFiles, READABLE_FOR } from '../item-files.ts';
import { MarkStore } from '../mark-store.ts';
import { PrintedStore } from '../printed-store.ts';
import { quizProblems } from '../problems.ts';
import { isInSight, learnersInSight } from '../queries/learners-in-sight.ts';
import { correctedForms, printedForms } from '../queries/printed-forms.ts';
import { printedResults } from '../queries/printed-results.ts';
import { notOnPaperSentences, sheetSentence } from '../sentences-printed.ts';
import { AttemptStore } from '../store.ts';

const db = connect();
const files = new ItemFiles();
const classes = new ClassStore(db, tableName());
const stores = {
  bank: new BankStore(db, tableName()),
  attempts: new AttemptStore(db, tableName()),
  marks: new MarkStore(db, tableName()),
  printed: new PrintedStore(db, tableName()),
};
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const MAX_SHEETS = 200;

/**
 * Whose printed exams somebody sees. The training office sees all: also those of a class that everybody has left, whose
 * sheets still want to be entered.
 */
const isInSightOf = async (actor: Actor, { classId }: PrintedExam): Promise<boolean> =>
  hasRole(actor, 'training-head') || (await learnersInSight(classes, actor, classId)) !== 'not-found';

type OfExam = { readonly actor: Actor; readonly params: { readonly examId: string } };

/** The exam, if its class is the caller's or the caller is of the training office; one that is not theirs is not found. */
async function examOf({ actor, params }: OfExam): Promise<PrintedExam | undefined> {
  const exam = await stores.printed.findExam(params.examId);
  return exam && (await isInSightOf(actor, exam)) ? exam : undefined;
}

const logged = (route: Route, actor: Actor, exam: PrintedExam, people: number) =>
  logAccess(actor, { route: routeKey(route), subject: exam.examId, people });

async function create(call: Call<typeof printedExamRoutes.createPrintedExam>) {
  const { actor, params, body, cause, event } = call;
  const learners = await learnersInSight(classes, actor, body.classId);
  if (learners === 'not-found' || learners === 'everybody') return refuse('not-found');
  const requestKey = call.headers['idempotency-key'];
  const command = { ...params, ...body, examId: ulid(), seed: ulid(), requestKey };
  const exam = await createPrintedExam({ ...stores, files }, command, learners, cause);
  if (!('reason' in exam)) return { status: 201, body: forReading(exam) } as const;
  if (exam.reason === 'not-in-class') return refuse(exam.reason, '/body/candidates');
  if (exam.reason !== 'not-on-paper') return refuse(exam.reason);
  const language = languageOf(event.headers['accept-language']);
  const errors = exam.items.map(({ title, why }, at) => ({
    pointer: `/quiz/items/${at}`,
    detail: `${title}: ${notOnPaperSentences[why][language]}`,
  }));
  return { refusal: exam.reason, errors } as const;
}

const forReading = ({ codes, candidates, ...exam }: PrintedExam) => ({
  ...exam,
  codes: [...codes],
  candidates: [...candidates],
});

async function list({ actor, params }: Call<typeof printedExamRoutes.listPrintedExams>) {
  if (!(await stores.bank.findQuiz(params.quizId))) return refuse('not-found');
  const exams = await stores.printed.examsOf(params.quizId);
  const mine = await Promise.all(exams.map((exam) => isInSightOf(actor, exam)));
  return { status: 200, body: { exams: exams.filter((_, at) => mine[at]).map(forReading) } } as const;
}

async function show(call: Call<typeof printedExamRoutes.getPrintedExam>) {
  const exam = await examOf(call);
  if (!exam) return refuse('not-found');
  const results = await printedResults(stores, exam);
  logged(printedExamRoutes.getPrintedExam, call.actor, exam, results.length);
  return { status: 200, body: { exam: forReading(exam), results, serverTime: call.at } } as const;
}

/** Keeps a Word file of an exam for a while. */
async function keptFor(exam: PrintedExam, bytes: Uint8Array, name: string) {
  const word = { bytes, mediaType: WORD, ending: 'docx' };
  const url = await files.saveExport(exam.courseId, ulid(), word, name);
  return { url, expiresInSeconds: READABLE_FOR };
}

/** One code a request: 24 with their pictures would be hundreds of megabytes. */
async function writePaper(call: Call<typeof printedExamRoutes.writePrintedPaper>) {
  const exam = await examOf(call);
  const { code } = call.params;
  const items = exam && (await printedForms(stores, exam.examId)).get(code);
  if (!items) return refuse('not-found');
  const bytes = await examPaper(exam, { code, items }, await files.findMedia(picturesOf(items)));
  return { status: 200, body: await keptFor(exam, bytes, `de-${code}`) } as const;
}

async function writeAnswerSheet(call: Call<typeof printedExamRoutes.writeAnswerSheet>) {
  const exam = await examOf(call);
  if (!exam) return refuse('not-found');
  const [items = []] = (await printedForms(stores, exam.examId)).values();
  const bytes = await answerSheet(exam, items);
  return { status: 200, body: await keptFor(exam, bytes, 'phieu-tra-loi') } as const;
}

async function showKey(call: Call<typeof printedExamRoutes.getPrintedKey>) {
  const exam = await examOf(call);
  if (!exam) return refuse('not-found');
  const [quiz, forms] = await Promise.all([quizOf(stores, exam), printedForms(stores, exam.examId)]);
  const marked = await correctedForms(stores.bank, forms, quiz);
  const key = [...marked].map(([code, items]) => keyOf(code, items));
  logged(printedExamRoutes.getPrintedKey, call.actor, exam, 0);
  const address = await keptFor(exam, await keySheet(exam, key), 'dap-an');
  const shown = key.map(({ code, cells }) => ({ code, cells: [...cells] }));
  return { status: 200, body: { ...address, key: shown } } as const;
}

const verdictFor = (call: Pick<Call, 'event'>) => {
  const language = languageOf(call.event.headers['accept-language']);
  return (verdict: RowVerdict) => {
    const { line, number, code } = verdict.row;
    return {
      line,
      number,
      code,
      kind: verdict.kind,
      ...(verdict.kind === 'new' && { scoreHundredths: verdict.scoreHundredths }),
      ...(verdict.kind === 'fault' && {
        fault: verdict.fault.code,
        detail: sheetSentence(verdict.fault, language),
      }),
    };
  };
};

async function enter(call: Call<typeof printedExamRoutes.enterSheets>) {
  const { actor, at, body, cause } = call;
  const exam = await examOf(call);
  if (!exam) return refuse('not-found');
  if (at < exam.heldAt) return refuse('not-held-yet');
  const rows =
    'csv' in body
      ? readTable(body.csv, exam.itemCount)
      : body.rows.map(({ number, code, line }, row) => ({
          line: row + 1,
          number: candidateNumber(number),
          code,
          cells: cellsOf(line),
        }));
  if (rows.length === 0) return refuse('no-sheets', '/body/csv');
  if (rows.length > MAX_SHEETS) return refuse('too-many-sheets', '/body/csv');
  const asked = { exam, rows, preview: body.preview, fresh: ulid };
  const { isEntered, verdicts } = await enterSheets(stores, asked, cause);
  logged(printedExamRoutes.enterSheets, actor, exam, rows.length);
  return { status: 200, body: { isEntered, verdicts: verdicts.map(verdictFor(call)) } } as const;
}

async function retype(call: Call<typeof printedExamRoutes.retypeSheet>) {
  const { actor, body, cause, event } = call;
  const exam = await examOf(call);
  const number = candidateNumber(body.number);
  const personId = exam?.candidates.find((each) => each.number === number)?.personId;
  if (!exam || !personId || !isInSight('everybody', actor, personId)) return refuse('not-found');
  const { line, ...said } = body;
  const command = { ...said, exam, number, cells: cellsOf(line) };
  const outcome = (await retryOnConflict(() => retypeSheet(stores, command, cause))) ?? 'conflict';
  if (outcome === 'conflict') return refuse(outcome);
  if (outcome.kind === 'refused' && outcome.reason !== 'unknown-code') return refuse(outcome.reason);
  if (outcome.kind === 'faulty' || outcome.kind === 'refused') {
    const fault = outcome.kind === 'faulty' ? outcome.fault : { code: 'unknown-code' as const };
    const detail = sheetSentence(fault, languageOf(event.headers['accept-language']));
    return { refusal: 'sheet-faulty', errors: [{ pointer: '/body/line', detail }] } as const;
  }
  const result = (await printedResults(stores, exam)).find((each) => each.number === number);
  return result ? ({ status: 200, body: result } as const) : refuse('not-found');
}

/** Exams on paper: a function of its own, for what writes Word files is as large as the rest of the service. */
export const handler = serviceApi(printedExamRoutes, quizProblems, {
  createPrintedExam: create,
  listPrintedExams: list,
  getPrintedExam: show,
  writePrintedPaper: writePaper,
  writeAnswerSheet,
  getPrintedKey: showKey,
  enterSheets: enter,
  retypeSheet: retype,
});
