import { type DynamoDBDocumentClient, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { type IdempotentRequest, resultOfIdempotencyKey } from '#shared/store/idempotency.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { queryAll, queryPages } from '#shared/store/query.ts';
import { isConditionFailure, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import { type AnnouncedFor, noteAnnounced } from './announced-files.ts';
import { answerOver, closingUpdate, oneMoreSave, openingWrites } from './attempt-writes.ts';
import type { SeenItem } from './contract.ts';
import type { Answer, Attempt, FrozenItem, Held } from './domain/attempt.ts';
import type { HandedFile } from './domain/handed-file.ts';
import type { MarkingTask } from './domain/marking.ts';
import type { Seat } from './domain/seat.ts';
import type { Opening } from './domain/start.ts';
import { answerFileKey, answerKey, attemptKey, frozenKey, seatKey, takerKey } from './keys.ts';
import { newTask } from './marking-store.ts';
import type { Taker } from './taker.ts';

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
   * attempt numbers unique, keeps the limit and lets at most one be open.
   */
  async saveOpening(
    opening: Opening,
    taker: Taker,
    outbox: Outbox,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const outcome = await transact(this.#db, openingWrites(this.#table, opening, taker, outbox, request));
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  /** `was` is the version of this answer that was read, 0 for none. Nothing is saved once the attempt is closed. */
  async saveAnswer(ref: AttemptRef, answer: Answer, was: number): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      oneMoreSave(this.#table, ref),
      answerOver(this.#table, ref, answer, was),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** Status, mark, both events and what people have to mark in one write, if the attempt is open and no answer was saved since it was read. */
  async saveSubmitted(
    attempt: Attempt,
    outbox: Outbox,
    tasks: readonly MarkingTask[] = [],
  ): Promise<'saved' | 'conflict'> {
    const Update = closingUpdate(this.#table, attempt, outbox);
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
export const toAttempt = (item: Record<string, unknown>): Attempt => withoutKeys(item) as unknown as Attempt;
