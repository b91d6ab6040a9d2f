import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import { type Contribution, NO_SUMS, type QuizSums } from './domain/analysis/item-sums.ts';
import { contributionKey, statisticsKey } from './keys.ts';
import type { AttemptRef } from './store.ts';

/** What of an attempt is in the sums: which grade, and what it said. */
export type Counted = { readonly gradeNo: number; readonly contribution?: Contribution };
/** The sums of a quiz; `version` counts their changes. */
export type Statistics = { readonly version: number; readonly sums: QuizSums };

/** Sums for item analysis, access patterns AP16 and AP17 of keys.ts. */
export class StatisticsStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP16 */
  async find(quizId: string): Promise<Statistics> {
    const Item = await findItem(this.#db, this.#table, statisticsKey(quizId));
    return Item
      ? { version: Item.version as number, sums: Item.sums as QuizSums }
      : { version: 0, sums: NO_SUMS };
  }

  /** AP17 */
  async findCounted(quizId: string, attemptId: string): Promise<Counted | undefined> {
    const Item = await findItem(this.#db, this.#table, contributionKey(quizId, attemptId));
    return Item && { gradeNo: Item.gradeNo as number, contribution: Item.contribution as Contribution };
  }

  /** Sums and what is counted of one attempt, together, if neither changed since both were read. */
  async save(
    { quizId, personId, attemptId }: AttemptRef & { readonly quizId: string },
    was: { readonly statistics: Statistics; readonly counted: Counted | undefined },
    now: { readonly sums: QuizSums; readonly counted: Counted },
  ): Promise<'saved' | 'conflict'> {
    const { version } = was.statistics;
    const outcome = await transact(this.#db, [
      this.#put({ ...statisticsKey(quizId), version: version + 1, sums: now.sums }, 'version', version),
      this.#put(
        { ...contributionKey(quizId, attemptId), personId, attemptId, ...now.counted },
        'gradeNo',
        was.counted?.gradeNo,
      ),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #put(Item: Record<string, unknown>, counter: string, was: number | undefined): TransactItem {
    if (!was)
      return { Put: { TableName: this.#table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
    return {
      Put: {
        TableName: this.#table,
        Item,
        ConditionExpression: '#counter = :was',
        ExpressionAttributeNames: { '#counter': counter },
        ExpressionAttributeValues: { ':was': was },
      },
    };
  }
}
