import { type DynamoDBDocumentClient, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { batchPut } from '#shared/store/batch-put.ts';
import { fromCursor, toCursor } from '#shared/store/cursor.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { queryAll } from '#shared/store/query.ts';
import { isConditionFailure, putNew, transact } from '#shared/store/transactions.ts';
import { noteTags, tagsOf } from './bank-tags.ts';
import type { BankItem, ItemChange } from './domain/bank.ts';
import { contentHash } from './domain/item-identity.ts';
import type { BankFile } from './domain/item-media.ts';
import type { Question } from './domain/question.ts';
import type { Correction, Quiz } from './domain/quiz.ts';
import type { WithdrawnItem } from './domain/withdrawal.ts';
import { versionsOf, type WrittenVersion } from './item-history.ts';
import { decisionWrites, nextVersionWrites, withdrawalWrites } from './item-writes.ts';
import { bankFileKey, itemKey, questionKey, quizKey } from './keys.ts';

type QuestionRef = Pick<BankItem, 'itemId' | 'contentHash'>;

/** Items per page of a bank's list. */
const PAGE = 100;

/** Item banks with their keys, and the quizzes drawn from them: access patterns AP1 to AP3, AP5, AP6, AP22 and AP23 of keys.ts. */
export class BankStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1, a page of 100. `'invalid-cursor'` when the cursor is not one of this list. */
  async listItems(courseId: string, cursor?: string) {
    const start = fromCursor(cursor);
    if (cursor && start?.gsi1pk !== `BANK#${courseId}`) return 'invalid-cursor' as const;
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': `BANK#${courseId}` },
        ExclusiveStartKey: start,
        Limit: PAGE,
      }),
    );
    return { items: Items as BankItem[], next: toCursor(LastEvaluatedKey) };
  }

  /** AP2, the whole bank. */
  async allItems(courseId: string): Promise<BankItem[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': `BANK#${courseId}` },
      ConsistentRead: true,
    });
    return items as BankItem[];
  }

  /** AP2, by id. */
  async findItems(courseId: string, itemIds: readonly string[]): Promise<BankItem[]> {
    const keys = itemIds.map((itemId) => itemKey(courseId, itemId));
    return (await batchGet(this.#db, this.#table, keys)) as BankItem[];
  }

  /** AP3, by item id. Content-addressed: what a hash names never changes. */
  async findQuestions(named: readonly QuestionRef[]): Promise<ReadonlyMap<string, Question>> {
    const found = await this.#questions(named);
    return new Map(found.map(({ itemId, question }) => [itemId, question]));
  }

  /** AP3, by content hash: several versions of an item may be among them. */
  async findVersions(named: readonly QuestionRef[]): Promise<ReadonlyMap<string, Question>> {
    const found = await this.#questions(named);
    return new Map(found.map(({ question }) => [contentHash(question), question]));
  }

  async #questions(named: readonly QuestionRef[]) {
    const keys = named.map(({ itemId, contentHash: hash }) => questionKey(itemId, hash));
    return (await batchGet(this.#db, this.#table, keys)) as { itemId: string; question: Question }[];
  }

  /** A new item or a next version over the item that was read, as every write of an item is; see `saveItems`. */
  saveItem(change: ItemChange): Promise<'saved' | 'conflict'> {
    return this.saveItems([change]);
  }

  /**
   * Up to 50 new items or next versions, all or none of them. The questions go first: they change nothing
   * until items name their hashes, so a crash between the two leaves questions that the next import finds in place.
   */
  async saveItems(changes: readonly ItemChange[]): Promise<'saved' | 'conflict'> {
    const questions = changes.map(({ item: { itemId, contentHash: hash }, question }) => ({
      ...questionKey(itemId, hash),
      itemId,
      question,
    }));
    await batchPut(this.#db, this.#table, questions);
    const writes = changes.flatMap(({ item }) => nextVersionWrites(this.#table, item));
    return (await transact(this.#db, writes)).ok ? 'saved' : 'conflict';
  }

  /** What a second person decided about the draft that the item is at. */
  async saveDecision(item: BankItem): Promise<'saved' | 'conflict'> {
    return (await transact(this.#db, decisionWrites(this.#table, item))).ok ? 'saved' : 'conflict';
  }

  /** An item whose approved version is taken out of use. */
  async saveWithdrawal(item: WithdrawnItem): Promise<'saved' | 'conflict'> {
    return (await transact(this.#db, withdrawalWrites(this.#table, item))).ok ? 'saved' : 'conflict';
  }

  /** AP34 */
  noteTags(courseId: string, tags: ReadonlySet<string>): Promise<void> {
    return noteTags(this.#db, this.#table, courseId, tags);
  }

  /** AP34 */
  tagsOf(courseId: string): Promise<readonly string[]> {
    return tagsOf(this.#db, this.#table, courseId);
  }

  /** AP23. Named by its content, so the same again changes nothing. */
  async saveFile(
    courseId: string,
    { fileId, mediaType, width, height, byteLength }: BankFile,
  ): Promise<void> {
    const size = { ...(width && height && { width, height }), ...(byteLength && { byteLength }) };
    await this.#db.send(
      new PutCommand({
        TableName: this.#table,
        Item: { ...bankFileKey(courseId, fileId), fileId, mediaType, ...size },
      }),
    );
  }

  /** AP23, those of the named files that the bank has. */
  async findFiles(
    courseId: string,
    named: readonly Pick<BankFile, 'fileId'>[],
  ): Promise<ReadonlyMap<string, BankFile>> {
    const fileIds = [...new Set(named.map(({ fileId }) => fileId))];
    const found = await batchGet(
      this.#db,
      this.#table,
      fileIds.map((fileId) => bankFileKey(courseId, fileId)),
    );
    return new Map((found as BankFile[]).map((file) => [file.fileId, file]));
  }

  /** AP22, the latest, newest first. */
  versionsOf(itemId: string): Promise<WrittenVersion[]> {
    return versionsOf(this.#db, this.#table, itemId);
  }

  /** What an earlier request with the same key made. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** AP5 */
  async findQuiz(quizId: string): Promise<Quiz | undefined> {
    return (await findItem(this.#db, this.#table, quizKey(quizId))) as Quiz | undefined;
  }

  /** AP6, oldest first; a course has a handful, one page holds them. */
  async quizzesOf(courseId: string): Promise<Quiz[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': `COURSE#${courseId}` },
      }),
    );
    return Items as Quiz[];
  }

  /** AP5. An older version of the item never replaces a newer one; the same again changes nothing. */
  async saveCorrection(quizId: string, correction: Correction): Promise<void> {
    try {
      await this.#db.send(
        new UpdateCommand({
          TableName: this.#table,
          Key: quizKey(quizId),
          UpdateExpression: 'SET corrections.#item = :correction',
          ConditionExpression:
            'attribute_not_exists(corrections.#item) OR corrections.#item.version < :version',
          ExpressionAttributeNames: { '#item': correction.itemId },
          ExpressionAttributeValues: { ':correction': correction, ':version': correction.version },
        }),
      );
    } catch (error) {
      if (!isConditionFailure(error)) throw error;
    }
  }

  async saveQuiz(quiz: Quiz, outbox: Outbox, request: IdempotentRequest): Promise<'saved' | 'repeated'> {
    const index = { gsi1pk: `COURSE#${quiz.courseId}`, gsi1sk: `QUIZ#${quiz.quizId}` };
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, quiz.quizId),
      putNew(this.#table, { ...quizKey(quiz.quizId), ...index, ...quiz, ...outbox }),
    ]);
    return outcome.ok ? 'saved' : 'repeated';
  }
}
