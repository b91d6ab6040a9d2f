import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import { answerOver } from './attempt-writes.ts';
import type { Answer, Attempt } from './domain/attempt.ts';
import type { MarkingTask } from './domain/marking.ts';
import type { Correction } from './domain/quiz.ts';
import type { GradedAttempt, Revision } from './domain/revision.ts';
import { attemptKey, closedAt, contributionKey, frozenKey, supersededKey, takerKey } from './keys.ts';
import { newTask, nextTask } from './marking-store.ts';
import { type AttemptRef, toAttempt } from './store.ts';

/** An item of an attempt, by its place, that is marked by another version than the one read. */
type Moved = {
  readonly attemptId: string;
  readonly place: number;
  readonly was: number;
  readonly order: readonly number[];
  readonly correction: Pick<Correction, 'version' | 'contentHash'>;
};

/** What replaces version `was` of an answer, and by which version of the item at its place it is marked. */
type LateAnswer = {
  readonly answer: Answer;
  readonly was: number;
  readonly place: number;
  readonly itemVersion: number;
};

/** Attempts a page; what is read of one is some kilobytes. */
const PAGE = 50;

/** Marks of many people, and their revisions: access patterns AP14, AP15 and AP17 of keys.ts, AP8 and AP9 in batches. */
export class MarkStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP8, then AP9: every attempt of these people at the quiz, in no particular order. */
  async attemptsOf(personIds: readonly string[], quizId: string): Promise<Attempt[]> {
    const takers = await batchGet(
      this.#db,
      this.#table,
      personIds.map((personId) => takerKey(personId, quizId)),
    );
    const keys = takers.flatMap(({ personId, attemptIds }) =>
      ((attemptIds ?? []) as string[]).map((attemptId) => attemptKey(String(personId), attemptId)),
    );
    return (await batchGet(this.#db, this.#table, keys)).map(toAttempt);
  }

  /** AP14, a page, newest first. An index is behind by a moment; who changes a mark reads the attempt again. */
  async closedOf(quizId: string, cursor?: string) {
    const start = fromCursor(cursor);
    if (cursor && start?.gsi1pk !== closedAt(quizId)) return 'invalid-cursor' as const;
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': closedAt(quizId) },
        ScanIndexForward: false,
        ExclusiveStartKey: start,
        Limit: PAGE,
      }),
    );
    return { attempts: Items.map(toAttempt), next: toCursor(LastEvaluatedKey) };
  }

  /** AP17, a page, newest first and never behind: whoever has been counted is there. */
  async countedOf(quizId: string, cursor?: string) {
    const { pk, sk } = contributionKey(quizId, '');
    const start = fromCursor(cursor);
    if (cursor && start?.pk !== pk) return 'invalid-cursor' as const;
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': pk, ':prefix': sk },
        ConsistentRead: true,
        ScanIndexForward: false,
        ExclusiveStartKey: start,
        Limit: PAGE,
      }),
    );
    return { attempts: Items as AttemptRef[], next: toCursor(LastEvaluatedKey) };
  }

  /** The next mark with its events and the mark it replaces, in one write; if the attempt still has that mark. */
  saveRevision(revision: Revision, outbox: Outbox): Promise<'saved' | 'conflict'> {
    return this.#revise(revision, outbox, []);
  }

  /** The same for a corrected item: the version that the attempt is marked by moves with its mark (AP10). */
  saveRegraded(revision: Revision, outbox: Outbox, moved: Moved): Promise<'saved' | 'conflict'> {
    return this.#revise(revision, outbox, [this.#move(moved)]);
  }

  /**
   * The same for late answers: each replaces the version that was read and is marked by the version of its item that was
   * read, or all are left out (AP9, AP10).
   */
  saveLate(
    revision: Revision,
    outbox: Outbox,
    answers: readonly LateAnswer[],
    tasks: readonly MarkingTask[],
  ): Promise<'saved' | 'conflict'> {
    const ref = revision.attempt;
    const puts = answers.map(({ answer, was }) => answerOver(this.#table, ref, answer, was));
    const waiting = tasks.map((task) => newTask(this.#table, task));
    return this.#revise(revision, outbox, [...puts, this.#areStillAsked(ref.attemptId, answers), ...waiting]);
  }

  /** The same for an answer that a person has marked: its task is decided in the same write (AP20). */
  saveMarked(revision: Revision, outbox: Outbox, task: MarkingTask): Promise<'saved' | 'conflict'> {
    return this.#revise(revision, outbox, [nextTask(this.#table, task)]);
  }

  /** AP10, for a corrected item that leaves the mark as it is, if the attempt (AP9) still has that mark. */
  async saveCorrected(
    { personId, attemptId, grade }: GradedAttempt,
    moved: Moved,
  ): Promise<'saved' | 'conflict'> {
    const isStillMarked: TransactItem = {
      ConditionCheck: {
        TableName: this.#table,
        Key: attemptKey(personId, attemptId),
        ConditionExpression: 'grade.gradeNo = :was',
        ExpressionAttributeValues: { ':was': grade.gradeNo },
      },
    };
    return (await transact(this.#db, [isStillMarked, this.#move(moved)])).ok ? 'saved' : 'conflict';
  }

  /** The items of these answers are still marked by the versions that were read. */
  #areStillAsked(attemptId: string, answers: readonly LateAnswer[]): TransactItem {
    return {
      ConditionCheck: {
        TableName: this.#table,
        Key: frozenKey(attemptId),
        ConditionExpression: answers
          .map(({ place }) => `frozen[${place}].version = :v${place}`)
          .join(' AND '),
        ExpressionAttributeValues: Object.fromEntries(
          answers.map(({ place, itemVersion }) => [`:v${place}`, itemVersion]),
        ),
      },
    };
  }

  #move({ attemptId, place, was, order, correction: { version, contentHash } }: Moved): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: frozenKey(attemptId),
        UpdateExpression: `SET frozen[${place}].version = :version, frozen[${place}].contentHash = :hash, frozen[${place}].#order = :order`,
        ConditionExpression: `frozen[${place}].version = :was`,
        ExpressionAttributeNames: { '#order': 'order' },
        ExpressionAttributeValues: {
          ':version': version,
          ':hash': contentHash,
          ':order': order,
          ':was': was,
        },
      },
    };
  }

  async #revise(
    { attempt, superseded }: Revision,
    outbox: Outbox,
    along: readonly TransactItem[],
  ): Promise<'saved' | 'conflict'> {
    const { personId, attemptId, grade, points, confirmation } = attempt;
    const was = superseded.grade.gradeNo;
    const outcome = await transact(this.#db, [
      {
        Update: {
          TableName: this.#table,
          Key: attemptKey(personId, attemptId),
          UpdateExpression:
            'SET grade = :grade, points = :points, outbox = :outbox, outboxId = :outboxId' +
            (confirmation ? ', confirmation = :confirmation' : ''),
          ConditionExpression: 'grade.gradeNo = :was',
          ExpressionAttributeValues: {
            ':grade': grade,
            ':points': points,
            ':outbox': outbox.outbox,
            ':outboxId': outbox.outboxId,
            ':was': was,
            ...(confirmation && { ':confirmation': confirmation }),
          },
        },
      },
      {
        Put: {
          TableName: this.#table,
          Item: { ...supersededKey(personId, attemptId, was), attemptId, ...superseded },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      ...along,
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }
}
