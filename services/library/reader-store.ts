import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { putNew, type TransactItem, transact } from '#shared/store/transactions.ts';
import { type Figures, NO_FIGURES, type Rating } from './domain/rating.ts';
import { figuresKey, openedKey, ratingKey } from './keys.ts';

/** Openings are told apart for a day; the time zone of the day may lie between. Seconds. */
const OPENED_KEPT = 2 * 24 * 60 * 60;

/** What readers do with a material; access patterns AP8 to AP10 of keys.ts. */
export class ReaderStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP8 */
  async findRating(materialId: string, personId: string): Promise<Rating | undefined> {
    return (await findItem(this.#db, this.#table, ratingKey(materialId, personId))) as Rating | undefined;
  }

  /** AP9 */
  async figuresOf(materialId: string): Promise<Figures> {
    const item = await findItem(this.#db, this.#table, figuresKey(materialId));
    return { ...NO_FIGURES, ...(item as Figures | undefined) };
  }

  /** AP8 and AP9 in one write, if the person has said nothing since it was read: each word counts once. */
  async saveRating(
    where: { readonly materialId: string; readonly personId: string },
    former: Rating | undefined,
    rating: Rating,
    change: Pick<Figures, 'understood' | 'notUnderstood'>,
  ): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...ratingKey(where.materialId, where.personId), ...rating },
          ...(former
            ? {
                ConditionExpression: 'ratedAt = :former AND understood = :said',
                ExpressionAttributeValues: { ':former': former.ratedAt, ':said': former.understood },
              }
            : { ConditionExpression: 'attribute_not_exists(pk)' }),
        },
      },
      this.#count(where.materialId, { ...NO_FIGURES, ...change }),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  /** AP10 and AP9 in one write, so a person counts once a day. */
  async saveOpening(
    opening: {
      readonly materialId: string;
      readonly personId: string;
      readonly day: string;
      readonly at: string;
    },
    outbox: Outbox,
  ): Promise<'saved' | 'repeated'> {
    const { materialId, personId, day, at } = opening;
    const expiresAt = Math.floor(Date.parse(at) / 1000) + OPENED_KEPT;
    const outcome = await transact(this.#db, [
      putNew(this.#table, { ...openedKey(materialId, day, personId), expiresAt, ...outbox }),
      this.#count(materialId, { ...NO_FIGURES, openings: 1 }),
    ]);
    return outcome.ok ? 'saved' : 'repeated';
  }

  #count(materialId: string, added: Figures): TransactItem {
    return {
      Update: {
        TableName: this.#table,
        Key: figuresKey(materialId),
        UpdateExpression: 'ADD understood :understood, notUnderstood :notUnderstood, openings :openings',
        ExpressionAttributeValues: {
          ':understood': added.understood,
          ':notUnderstood': added.notUnderstood,
          ':openings': added.openings,
        },
      },
    };
  }
}
