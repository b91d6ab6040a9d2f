import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { queryAll } from '#shared/store/query.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import type { FrozenItem } from './domain/attempt.ts';
import type { PrintedForm } from './domain/printed/lay-forms.ts';
import type { PrintedAttempt, RetypedAttempt } from './domain/printed/printed-attempt.ts';
import type { PrintedExam, PrintedResult } from './domain/printed/printed-exam.ts';
import {
  answerKey,
  attemptKey,
  closedAt,
  examKey,
  formKey,
  frozenKey,
  paperKey,
  printedOf,
  sheetKey,
  supersededKey,
  takerKey,
} from './keys.ts';
import { asRead, type Taker } from './taker.ts';

/** Printed exams, their forms and answer sheets: access patterns AP30 to AP33 of keys.ts. */
export class PrintedStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** What an earlier request with the same key made. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** The exam with all its forms, or nothing of it. */
  async saveExam(
    exam: PrintedExam,
    forms: readonly PrintedForm[],
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated'> {
    const { examId, quizId } = exam;
    const index = { gsi1pk: printedOf(quizId), gsi1sk: examId };
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, examId),
      putNew(this.#table, { ...examKey(examId), ...index, ...exam }),
      ...forms.map((form) => putNew(this.#table, { ...formKey(examId, form.code), ...form })),
    ]);
    return outcome.ok ? 'saved' : 'repeated';
  }

  /** AP30 */
  async findExam(examId: string): Promise<PrintedExam | undefined> {
    return (await findItem(this.#db, this.#table, examKey(examId))) as PrintedExam | undefined;
  }

  /** AP31, newest first; a quiz is printed a few times, one page holds them. */
  async examsOf(quizId: string): Promise<PrintedExam[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': printedOf(quizId) },
        ScanIndexForward: false,
      }),
    );
    return Items as PrintedExam[];
  }

  /** AP32, in the order of their codes. */
  async formsOf(examId: string): Promise<PrintedForm[]> {
    return (await this.#under(examId, 'FORM#')) as PrintedForm[];
  }

  /** AP33, in no particular order. */
  async resultsOf(examId: string): Promise<PrintedResult[]> {
    return (await this.#under(examId, 'SHEET#')) as PrintedResult[];
  }

  /** AP33 */
  async findResult(examId: string, personId: string): Promise<PrintedResult | undefined> {
    return (await findItem(this.#db, this.#table, sheetKey(examId, personId))) as PrintedResult | undefined;
  }

  /**
   * A sheet with its attempt, mark and events in one write: if the sheet was not entered before, and if the person's
   * attempts are still as they were read, which keeps the limit of the quiz.
   */
  async saveSheet(
    result: PrintedResult,
    made: PrintedAttempt,
    taker: Taker,
    outbox: Outbox,
  ): Promise<'saved' | 'conflict'> {
    const { personId, attemptId, quizId } = made.attempt;
    const { ConditionExpression, ExpressionAttributeValues } = asRead(taker);
    const closed = { gsi1pk: closedAt(quizId), gsi1sk: attemptId };
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...sheetKey(result.examId, personId), ...result }),
      {
        Update: {
          TableName: this.#table,
          Key: takerKey(personId, quizId),
          UpdateExpression: 'SET personId = :personId, attemptIds = :ids',
          ConditionExpression,
          ExpressionAttributeValues: {
            ...ExpressionAttributeValues,
            ':personId': personId,
            ':ids': [...taker.attemptIds, attemptId],
          },
        },
      },
      putNew(this.#table, { ...attemptKey(personId, attemptId), ...closed, ...made.attempt, ...outbox }),
      putNew(this.#table, { ...paperKey(personId, attemptId), paper: made.paper }),
      putNew(this.#table, { ...frozenKey(attemptId), frozen: made.frozen, secret: made.secret }),
      ...made.answers.map((answer) =>
        putNew(this.#table, { ...answerKey(personId, attemptId, answer.itemId), ...answer }),
      ),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /**
   * A sheet that was typed again: answers, form and next mark with its events in one write, if mark, item versions and
   * sheet are as they were read.
   */
  async saveRetyped(
    result: PrintedResult,
    { revision, paper, frozen, answers }: RetypedAttempt,
    was: { readonly frozen: readonly FrozenItem[]; readonly corrections: number },
    outbox: Outbox,
  ): Promise<'saved' | 'conflict'> {
    const { personId, attemptId, grade, points, onPaper } = revision.attempt;
    const gradeNo = revision.superseded.grade.gradeNo;
    const answered = new Map(answers.map((answer) => [answer.itemId, answer]));
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...sheetKey(result.examId, personId), ...result },
          ConditionExpression: 'size(corrections) = :corrections',
          ExpressionAttributeValues: { ':corrections': was.corrections },
        },
      },
      {
        Update: {
          TableName: this.#table,
          Key: attemptKey(personId, attemptId),
          UpdateExpression:
            'SET grade = :grade, points = :points, onPaper = :onPaper, outbox = :outbox, outboxId = :outboxId',
          ConditionExpression: 'grade.gradeNo = :was',
          ExpressionAttributeValues: {
            ':grade': grade,
            ':points': points,
            ':onPaper': onPaper,
            ':outbox': outbox.outbox,
            ':outboxId': outbox.outboxId,
            ':was': gradeNo,
          },
        },
      },
      putNew(this.#table, {
        ...supersededKey(personId, attemptId, gradeNo),
        attemptId,
        ...revision.superseded,
      }),
      this.#put({ ...paperKey(personId, attemptId), paper }),
      {
        Update: {
          TableName: this.#table,
          Key: frozenKey(attemptId),
          UpdateExpression: 'SET frozen = :frozen',
          ConditionExpression: 'frozen = :was',
          ExpressionAttributeValues: { ':frozen': frozen, ':was': was.frozen },
        },
      },
      ...frozen.map(({ itemId }) => {
        const answer = answered.get(itemId);
        const key = answerKey(personId, attemptId, itemId);
        return answer ? this.#put({ ...key, ...answer }) : { Delete: { TableName: this.#table, Key: key } };
      }),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #put(Item: Record<string, unknown>): TransactItem {
    return { Put: { TableName: this.#table, Item } };
  }

  #under(examId: string, prefix: string): Promise<Record<string, unknown>[]> {
    return queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': examKey(examId).pk, ':prefix': prefix },
      ConsistentRead: true,
    });
  }
}
