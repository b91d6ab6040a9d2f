import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ulid } from 'ulid';
import type { Route } from '#shared/contract/route.ts';
import { call } from '../../tests/support/api-event.ts';
import { pointHandlersAt, type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { BankStore } from './bank-store.ts';
import { ClassStore } from './class-store.ts';
import { takeUpGrade } from './commands/take-up-grade.ts';
import {
  type Attempt,
  answerFileRoutes,
  diagnosticRoutes,
  exchangeRoutes,
  itemMediaRoutes,
  printedExamRoutes,
  type QuizSummary,
  quizRoutes,
  type Response,
  type SeenItem,
} from './contract.ts';
import { decideImport } from './domain/bank.ts';
import { readGift } from './domain/formats/gift/read-gift.ts';
import type { Question } from './domain/question.ts';
import { startItemBucket } from './item-bucket.suite.ts';
import { MarkStore } from './mark-store.ts';
import { after, causeOf, START } from './quiz-world.suite.ts';
import { StatisticsStore } from './statistics-store.ts';
import { AttemptStore } from './store.ts';

const file = path.join(import.meta.dirname, '../../local/demo/content/questions/an-toan-tren-mang.gift');
const gift = readFileSync(file, 'utf8');
const read = readGift(gift);
/** What the authors of the quiz under test wrote, keys and all. */
export const questions = typeof read === 'string' ? [] : read.questions;

export const trainingHead = { personId: ulid(), roles: ['training-head'] } as const;
export const teacher = { personId: ulid(), roles: ['teacher'] } as const;
export const learner = () => ({ personId: ulid(), roles: ['learner'] as const });
export type Learner = ReturnType<typeof learner>;
export const key = () => ({ 'idempotency-key': ulid() });

/** The right answer of a shown item, found by its stem and texts as a person would. */
export const rightResponse = (item: SeenItem): Response => {
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
  if (item.kind !== 'single-choice' && item.kind !== 'multiple-choice')
    throw new Error(`the file has no ${item.kind}`);
  const options = question && 'options' in question ? question.options : [];
  const right = item.options
    .filter(({ text }) => options.some((option) => option.text === text && option.weight > 0))
    .map(({ optionId }) => optionId);
  return item.kind === 'single-choice'
    ? { kind: item.kind, optionId: right[0] ?? '' }
    : { kind: item.kind, optionIds: right };
};

/** The API as people call it, on a table of its own. */
export class QuizApi {
  readonly table: ServiceTable;
  readonly #served: readonly (readonly [Readonly<Record<string, Route>>, unknown])[];

  static async start(): Promise<QuizApi> {
    const service = await startServiceTable();
    pointHandlersAt(service);
    const { server } = await startItemBucket();
    const stop = async () => void (await Promise.all([service.stop(), server.close()]));
    const { handler } = await import('./handlers/api.ts');
    const exchange = await import('./handlers/exchange.ts');
    const media = await import('./handlers/item-media.ts');
    const diagnostic = await import('./handlers/diagnostic.ts');
    const answerFiles = await import('./handlers/answer-files.ts');
    const printed = await import('./handlers/printed-exams.ts');
    return new QuizApi({ ...service, stop }, [
      [quizRoutes, handler],
      [exchangeRoutes, exchange.handler],
      [itemMediaRoutes, media.handler],
      [answerFileRoutes, answerFiles.handler],
      [diagnosticRoutes, diagnostic.handler],
      [printedExamRoutes, printed.handler],
    ]);
  }

  private constructor(
    table: ServiceTable,
    served: readonly (readonly [Readonly<Record<string, Route>>, unknown])[],
  ) {
    this.table = table;
    this.#served = served;
  }

  call(...[route, parts]: [Parameters<typeof call>[1], Parameters<typeof call>[2]]) {
    const [, handler] = this.#served.find(([routes]) => Object.values(routes).includes(route)) ?? [];
    return call(handler, route, parts);
  }

  /** Somebody else than the teacher approves whatever waits in the bank. */
  async approveAll(courseId: string) {
    const params = { courseId };
    const listed = await this.call(quizRoutes.listBankItems, {
      actor: trainingHead,
      params,
      query: { status: 'draft' },
    });
    const items = (listed.body?.items ?? []) as { itemId: string; version: number }[];
    const body = { verdict: 'approved', items: items.map(({ itemId, version }) => ({ itemId, version })) };
    return this.call(quizRoutes.appraiseItems, { actor: trainingHead, params, body });
  }

  /** Questions approved in a bank, past the route, which takes none that needs a file. */
  async keep(courseId: string, questions: readonly Question[]): Promise<void> {
    const bank = new BankStore(this.table.db, this.table.table);
    const written = { by: teacher.personId, at: START };
    await Promise.all(decideImport(courseId, [], questions, written).map((change) => bank.saveItem(change)));
    await this.approveAll(courseId);
  }

  /** A quiz of all twelve questions of the file. */
  async publish(rules: Record<string, unknown> = {}): Promise<QuizSummary> {
    const params = { courseId: ulid() };
    const imported = { format: 'gift', text: gift };
    await this.call(exchangeRoutes.importQuestions, {
      actor: teacher,
      params,
      headers: key(),
      body: imported,
    });
    await this.approveAll(params.courseId);
    const body = { title: 'Kiểm tra', itemCount: 12, attemptsAllowed: 2, passHundredths: 500, ...rules };
    const made = await this.call(quizRoutes.publishQuiz, {
      actor: trainingHead,
      params,
      headers: key(),
      body,
      at: START,
    });
    return made.body as QuizSummary;
  }

  seat({ courseId }: QuizSummary, personId: string, held = true, version = 1) {
    const attempts = new AttemptStore(this.table.db, this.table.table);
    return attempts.saveSeat({ personId, courseId, runId: ulid(), held, version });
  }

  async enrolled(rules: Record<string, unknown> = {}) {
    const quiz = await this.publish(rules);
    return { quiz, actor: await this.seated(quiz) };
  }

  async seated(quiz: QuizSummary): Promise<Learner> {
    const actor = learner();
    await this.seat(quiz, actor.personId);
    return actor;
  }

  /** A teacher whose class the learner is in. */
  async teacherOf({ personId }: Learner) {
    const classes = new ClassStore(this.table.db, this.table.table);
    const [teacher, classId] = [{ personId: ulid(), roles: ['teacher'] as const }, ulid()];
    await classes.saveMembership({ classId, personId: teacher.personId, as: 'teacher', version: 1 });
    await classes.saveMembership({ classId, personId, as: 'learner', version: 1 });
    return { teacher, classId };
  }

  start({ quizId }: QuizSummary, actor: Learner, at = START, headers = key()) {
    return this.call(quizRoutes.startAttempt, { actor, params: { quizId }, headers, at });
  }

  /** Files of an answer are there, past the route that takes them. */
  async bringFiles(
    { attemptId }: Attempt,
    { personId }: Learner,
    itemId: string,
    files: Extract<Response, { kind: 'file-answer' }>['files'],
  ): Promise<void> {
    const attempts = new AttemptStore(this.table.db, this.table.table);
    for (const file of files) await attempts.saveFile({ personId, attemptId }, { itemId, ...file });
  }

  save(
    { attemptId }: Attempt,
    actor: Learner,
    item: SeenItem,
    { response = rightResponse(item), version = 1, at = after(60), spentMs = 0 } = {},
  ) {
    const params = { attemptId, itemId: item.itemId };
    const body = { response, version, ...(spentMs > 0 && { spentMs }) };
    return this.call(quizRoutes.saveAnswer, { actor, params, body, at });
  }

  submit({ attemptId }: Attempt, actor: Learner, at = after(120)) {
    return this.call(quizRoutes.submitAttempt, { actor, params: { attemptId }, at });
  }

  /** What the service does when it hears of an attempt's grade. */
  hear({ attemptId, quizId }: Attempt, { personId }: Learner) {
    const { db, table } = this.table;
    const stores = {
      bank: new BankStore(db, table),
      attempts: new AttemptStore(db, table),
      marks: new MarkStore(db, table),
      statistics: new StatisticsStore(db, table),
    };
    return takeUpGrade(stores, { attemptId, quizId, personId }, causeOf('system', after(130)));
  }
}
