import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import type { TvCode } from './domain/tv-code.ts';
import { tvCodeKey, tvCodeOfKey } from './keys.ts';

export type FormerCode = { readonly digits: string | undefined; readonly tvCode: TvCode | undefined };

/** Expiry of the table, seconds since 1970. */
const seconds = (instant: string, later = 0): number => Math.ceil(Date.parse(instant) / 1000) + later;
const TWO_HOURS = 2 * 60 * 60;

/** Codes for televisions; access patterns AP11 and AP12 of keys.ts. */
export class TvCodeStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP11, open or not. */
  async find(code: string): Promise<TvCode | undefined> {
    return (await findItem(this.#db, this.#table, tvCodeKey(code))) as TvCode | undefined;
  }

  /** AP12, then AP11: the digits a material had last, and its code, unless they have become another material's. */
  async findOf(materialId: string): Promise<FormerCode> {
    const digits = (await findItem(this.#db, this.#table, tvCodeOfKey(materialId)))?.code as
      | string
      | undefined;
    const tvCode = digits === undefined ? undefined : await this.find(digits);
    return { digits, tvCode: tvCode?.materialId === materialId ? tvCode : undefined };
  }

  findEarlier(request: IdempotentRequest): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /**
   * AP11 and AP12: the new code takes the place of the former, which opens nothing any more. Digits that are in use lose,
   * but for those whose time is over: the table is slow to forget them.
   */
  async replace(
    tvCode: TvCode,
    former: FormerCode,
    outbox: Outbox | undefined,
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated' | 'conflict'> {
    const TableName = this.#table;
    const expiresAt = seconds(tvCode.closesAt, TWO_HOURS);
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(TableName, request, tvCode.code),
      {
        Put: {
          TableName,
          Item: { ...tvCodeKey(tvCode.code), ...tvCode, expiresAt, ...outbox },
          ConditionExpression: 'attribute_not_exists(pk) OR closesAt <= :at',
          ExpressionAttributeValues: { ':at': request.at },
        },
      },
      {
        Put: {
          TableName,
          Item: { ...tvCodeOfKey(tvCode.materialId), code: tvCode.code, expiresAt },
          ...stillNames(former.digits),
        },
      },
      ...(former.tvCode ? [this.#forget(former.tvCode)] : []),
    ]);
    if (outcome.ok) return 'saved';
    return outcome.failed.includes(0) ? 'repeated' : 'conflict';
  }

  /** AP11 and AP12: the material has no code any more. The event leaves with what named it. */
  async close(tvCode: TvCode, outbox: Outbox | undefined, at: string): Promise<'closed' | 'conflict'> {
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...tvCodeOfKey(tvCode.materialId), expiresAt: seconds(at, TWO_HOURS), ...outbox },
          ...stillNames(tvCode.code),
        },
      },
      this.#forget(tvCode),
    ]);
    return outcome.ok ? 'closed' : 'conflict';
  }

  #forget({ code, materialId }: TvCode): TransactItem {
    return {
      Delete: {
        TableName: this.#table,
        Key: tvCodeKey(code),
        ConditionExpression: 'attribute_not_exists(pk) OR materialId = :material',
        ExpressionAttributeValues: { ':material': materialId },
      },
    };
  }
}

const stillNames = (digits: string | undefined) =>
  digits
    ? {
        ConditionExpression: '#code = :code',
        ExpressionAttributeNames: { '#code': 'code' },
        ExpressionAttributeValues: { ':code': digits },
      }
    : { ConditionExpression: 'attribute_not_exists(#code)', ExpressionAttributeNames: { '#code': 'code' } };
