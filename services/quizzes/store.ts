import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { queryAll, queryPages } from '#shared/store/query.ts';
import { isConditionFailure, putNew, transact } from '#shared/store/transactions.ts';
import { type AnnouncedFor, noteAnnounced } from './announced-files.ts';
import type { SeenItem } from './contract.ts';
import { type Answer, type Attempt, type FrozenItem, type Held, lastSaveAt } from './domain/attempt.ts';
import type { HandedFile } from './domain/handed-file.ts';
import type { MarkingTask } from './domain/marking.ts';
import type { Seat } from './domain/seat.ts';
import type { Opening } from './domain/start.ts';
import {
  answerFileKey,
  answerKey,
  attemptKey,
  closedAt,
  dueAt,
  frozenKey,
  paperKey,
  seatKey,
  takerKey,
} from './keys.ts';
import { newTask } from './marking-store.ts';
import { asRead, type Taker } from './taker.ts';

/** Where an attempt lies. */
export type AttemptRef = { readonly personId: string; readonly attemptId: string };

/** Seats and attempts: access patterns AP7 to AP11 and AP36 of keys.ts. */
export class AttemptStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP7 */
  async seatsOf(personId: string, courseId: string): Promise<Seat[]> {
    const { pk, sk } = seatKey(personId, courseId, '');
    return (await this.#under(pk, sk)) as Seat[];
  }

  /** AP7. `'older'` when a later event of this enrolment has been seen; then nothing changes. */
  saveSeat(seat: Seat): Promise<'saved' | 'older'> {
    return putNewer(this.#db, this.#table, { ...seatKey(seat.personId, seat.courseId, seat.runId), ...seat });
  }

  /** AP8 */
  async takerOf(personId: string, quizId: string): Promise<Taker> {
    const { attemptIds = [], extra } = ((await findItem(this.#db, this.#table, takerKey(personId, quizId))) ??
      {}) as Partial<Taker>;
    return { attemptIds, ...(extra && { extra }) };
  }

  /** AP9, without paper and answers. */
  async findAttempt({ personId, attemptId }: AttemptRef): Promise<Attempt | undefined> {
    const item = await findItem(this.#db, this.#table, attemptKey(personId, attemptId));
    return item && toAttempt(item);
  }

  /**
   * AP9. The attempt is read before its answers: a save between the two reads moves `saves`, on which handing in
   * is conditional, so no accepted answer can be missed.
   */
  async findHeld(ref: AttemptRef): Promise<Held | undefined> {
    const attempt = await this.findAttempt(ref);
    if (!attempt) return undefined;
    const { pk, sk } = attemptKey(ref.personId, ref.attemptId);
    const rest = await this.#under(pk, `${sk}#`);
    const { paper = [], startToken } = (rest.find((item) => 'paper' in item) ?? {}) as {
      paper?: SeenItem[];
      startToken?: string;
    };
    const answers = rest.filter((item) => 'response' in item) as Answer[];
    const files = rest.filter((item) => 'fileId' in item) as HandedFile[];
    return { attempt, paper, answers, files, ...(startToken && { startToken }) };
  }

  /** AP9. A file that has arrived for an answer; the same again changes nothing. */
  async saveFile({ personId, attemptId }: AttemptRef, file: HandedFile): Promise<void> {
    const { itemId, fileId, mediaType, bytes } = file;
    await this.#db.send(
      new PutCommand({
        TableName: this.#table,
        Item: { ...answerFileKey(personId, attemptId, itemId, fileId), itemId, fileId, mediaType, bytes },
      }),
    );
  }

  /** AP36 */
  noteAnnounced(file: AnnouncedFor & { readonly fileId: string }, most: number): Promise<boolean> {
    return noteAnnounced(this.#db, this.#table, file, most);
  }

  /** AP9, one answer. */
  async findAnswer({ personId, attemptId }: AttemptRef, itemId: string): Promise<Answer | undefined> {
    return (await findItem(this.#db, this.#table, answerKey(personId, attemptId, itemId))) as
      | Answer
      | undefined;
  }

  /** AP10 */
  async findFrozen(attemptId: string): Promise<readonly FrozenItem[]> {
    return ((await findItem(this.#db, this.#table, frozenKey(attemptId)))?.frozen ?? []) as FrozenItem[];
  }

  /** AP10: what the attempt's start token is checked with. */
  async findSecret(attemptId: string): Promise<string | undefined> {
    return (await findItem(this.#db, this.#table, frozenKey(attemptId)))?.secret as string | undefined;
  }

  /** AP11, pages of attempts that ended before an instant; from the index, so each is read again before it is closed. */
  async *endedBefore(at: string): AsyncGenerator<readonly AttemptRef[]> {
    const pages = queryPages(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :due AND gsi1sk < :at',
      ExpressionAttributeValues: { ':due': 'DUE', ':at': at },
    });
    for await (const page of pages) yield page as AttemptRef[];
  }

  /** What an earlier request with the same key made. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /**
   * Opens an attempt, if the person's attempts and extra time are still as they were read: that one condition makes
   * attempt numbers unique, keeps the limit and lets at most one be open. The event rides on the list, so that the attempt
   * item stays under 1 KB, which every save pays for.
   */
  async saveOpening(
    { attempt, paper, frozen, secret, startToken }: Opening,
    taker: Taker,
    outbox: Outbox,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const { personId, attemptId, quizId } = attempt;
    const end = lastSaveAt(attempt);
    const { ConditionExpression, ExpressionAttributeValues } = asRead(taker);
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, attemptId),
      {
        Update: {
          TableName: this.#table,
          Key: takerKey(personId, quizId),
          UpdateExpression:
            'SET personId = :personId, attemptIds = :ids, outbox = :outbox, outboxId = :outboxId',
          ConditionExpression,
          ExpressionAttributeValues: {
            ...ExpressionAttributeValues,
            ':personId': personId,
            ':ids': [...taker.attemptIds, attemptId],
            ':outbox': outbox.outbox,
            ':outboxId': outbox.outboxId,
          },
        },
      },
      putNew(this.#table, {
        ...attemptKey(personId, attemptId),
        ...(end && dueAt(end, attemptId)),
        ...attempt,
      }),
      putNew(this.#table, {
        ...paperKey(personId, attemptId),
        paper,
        ...(startToken && { startToken }),
      }),
      putNew(this.#table, { ...frozenKey(attemptId), frozen, secret }),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  /** `was` is the version of this answer that was read, 0 for none. Nothing is saved once the attempt is closed. */
  async saveAnswer(ref: AttemptRef, answer: Answer, was: number): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      {
        Update: {
          TableName: this.#table,
          Key: attemptKey(ref.personId, ref.attemptId),
          UpdateExpression: 'SET saves = saves + :one',
          ConditionExpression: '#status = :open',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: { ':one': 1, ':open': 'open' },
        },
      },
      {
        Put: {
          TableName: this.#table,
          Item: { ...answerKey(ref.personId, ref.attemptId, answer.itemId), ...answer },
          ConditionExpression: was === 0 ? 'attribute_not_exists(pk)' : 'version = :was',
          ...(was > 0 && { ExpressionAttributeValues: { ':was': was } }),
        },
      },
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Status, mark, both events and what people have to mark in one write, if the attempt is open and no answer was saved since it was read. */
  async saveSubmitted(
    attempt: Attempt,
    outbox: Outbox,
    tasks: readonly MarkingTask[] = [],
  ): Promise<'saved' | 'conflict'> {
    const Update = this.#closing(attempt, outbox);
    if (tasks.length > 0) {
      const items = [{ Update }, ...tasks.map((task) => newTask(this.#table, task))];
      return (await transact(this.#db, items)).ok ? 'saved' : 'conflict';
    }
    try {
      await this.#db.send(new UpdateCommand(Update));
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'conflict';
      throw error;
    }
  }

  #closing(attempt: Attempt, outbox: Outbox) {
    return {
      TableName: this.#table,
      Key: attemptKey(attempt.personId, attempt.attemptId),
      UpdateExpression:
        'SET #status = :status, submittedBy = :by, grade = :grade, points = :points, ' +
        'outbox = :outbox, outboxId = :outboxId, gsi1pk = :closed, gsi1sk = :attemptId',
      ConditionExpression: '#status = :open AND saves = :saves',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: {
        ':status': attempt.status,
        ':by': attempt.submittedBy,
        ':grade': attempt.grade,
        ':points': attempt.points,
        ':outbox': outbox.outbox,
        ':outboxId': outbox.outboxId,
        ':closed': closedAt(attempt.quizId),
        ':attemptId': attempt.attemptId,
        ':open': 'open',
        ':saves': attempt.saves,
      },
    };
  }

  /** Everything there: the answers of one attempt may fill more than a page, and one left out would earn nothing. */
  #under(pk: string, prefix: string): Promise<Record<string, unknown>[]> {
    return queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
    });
  }
}

/** An attempt without what only the table knows. */
export const toAttempt = ({
  pk,
  sk,
  gsi1pk,
  gsi1sk,
  outbox,
  outboxId,
  ...item
}: Record<string, unknown>): Attempt => item as unknown as Attempt;
