import { ulid } from 'ulid';
import type { Cause } from '#shared/messaging/outbox.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { BankStore } from './bank-store.ts';
import { appraiseItems } from './commands/appraise-items.ts';
import { submitAttempt } from './commands/close-attempt.ts';
import { importQuestions } from './commands/import-questions.ts';
import { publishQuiz } from './commands/publish-quiz.ts';
import { saveAnswer } from './commands/save-answer.ts';
import { type StartOutcome, startAttempt } from './commands/start-attempt.ts';
import { takeUpGrade } from './commands/take-up-grade.ts';
import type { Response } from './contract.ts';
import type { Quiz, Rules } from './domain/quiz.ts';
import { ImportStore } from './import-store.ts';
import { startItemBucket } from './item-bucket.suite.ts';
import type { ItemFiles } from './item-files.ts';
import { MarkStore } from './mark-store.ts';
import { StatisticsStore } from './statistics-store.ts';
import { type AttemptRef, AttemptStore } from './store.ts';
import { usualRules } from './usual-rules.suite.ts';

export const START = '2026-11-23T02:00:00.000Z';
export const after = (seconds: number): string => new Date(Date.parse(START) + seconds * 1000).toISOString();
export const causeOf = (actor: string, at = START): Cause => ({
  actor,
  at,
  correlationId: 'request-1',
  causationId: 'request-1',
});

/** `count` statements, all of them true. */
export const statements = (count: number): string =>
  Array.from({ length: count }, (_, place) => `::Q${place}::Câu số ${place} đúng.{TRUE}\n`).join('\n');

/** The service's commands on a table of its own, as the API calls them. */
export class QuizWorld {
  readonly service: ServiceTable;
  readonly bank: BankStore;
  readonly attempts: AttemptStore;
  readonly marks: MarkStore;
  readonly statistics: StatisticsStore;
  readonly imports: ImportStore;
  readonly files: ItemFiles;

  static async start(): Promise<QuizWorld> {
    const [service, bucket] = await Promise.all([startServiceTable(), startItemBucket()]);
    const stop = async () => void (await Promise.all([service.stop(), bucket.server.close()]));
    return new QuizWorld({ ...service, stop }, bucket.files);
  }

  private constructor(service: ServiceTable, files: ItemFiles) {
    this.service = service;
    this.files = files;
    this.bank = new BankStore(service.db, service.table);
    this.attempts = new AttemptStore(service.db, service.table);
    this.marks = new MarkStore(service.db, service.table);
    this.statistics = new StatisticsStore(service.db, service.table);
    this.imports = new ImportStore(service.db, service.table);
  }

  import(courseId: string, text: string, requestKey = ulid()) {
    const about = { importId: ulid(), courseId, importedBy: 'teacher', at: START };
    return importQuestions(this, { ...about, format: 'gift', source: { text }, requestKey });
  }

  /** Somebody else approves whatever waits in the bank. */
  async approveAll(courseId: string) {
    const items = await this.bank.allItems(courseId);
    return appraiseItems(this.bank, { courseId, items, verdict: 'approved', by: 'head', at: START });
  }

  /** A published quiz of `itemCount` questions: true statements where no others are given. */
  async publish(rules: Partial<Rules> & { itemCount?: number; text?: string } = {}) {
    const { itemCount = 4, text = statements(itemCount), ...rest } = rules;
    const courseId = ulid();
    await this.import(courseId, text);
    await this.approveAll(courseId);
    const about = {
      quizId: ulid(),
      courseId,
      title: 'Kiểm tra',
      ...usualRules,
      ...rest,
    };
    const quiz = await publishQuiz(
      this.bank,
      { ...about, draw: { itemCount }, requestKey: ulid() },
      causeOf('head'),
    );
    if ('reason' in quiz) throw new Error(quiz.reason);
    return quiz;
  }

  async enrolled(quiz: Quiz): Promise<string> {
    const personId = ulid();
    const { courseId } = quiz;
    await this.attempts.saveSeat({ personId, courseId, runId: ulid(), held: true, version: 1 });
    return personId;
  }

  start(quiz: Quiz, personId: string, at = START, requestKey = ulid()): Promise<StartOutcome | undefined> {
    const command = { quizId: quiz.quizId, personId, attemptId: ulid(), seed: ulid(), requestKey };
    return retryOnConflict(() => startAttempt(this, command, causeOf(personId, at)));
  }

  async opened(quiz: Quiz, personId: string, at = START) {
    const outcome = await this.start(quiz, personId, at);
    if (!outcome || outcome.kind === 'refused')
      throw new Error(`not opened: ${outcome?.reason ?? 'conflict'}`);
    return outcome.held;
  }

  save(ref: AttemptRef, itemId: string, version: number, value = true, at = after(10)) {
    const response: Response = { kind: 'true-false', value };
    return retryOnConflict(() => saveAnswer(this.attempts, ref, { itemId, response, version, savedAt: at }));
  }

  submit(ref: AttemptRef, at = after(20)) {
    return retryOnConflict(() => submitAttempt(this, ref, causeOf(ref.personId, at)));
  }

  /** What the service does when it hears of a grade. */
  hear(graded: AttemptRef & { readonly quizId: string }, at = after(30)) {
    return takeUpGrade(this, graded, causeOf('system', at));
  }
}
