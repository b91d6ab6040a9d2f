import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import type { TransactItem } from '#shared/store/transactions.ts';
import { dayOf } from '#shared/time/local-time.ts';
import { EVERY_QUOTA, type OneQuota, QUOTAS, type Quota, type QuotaSpan } from './domain/quota.ts';
import type { Recording } from './domain/recording.ts';
import { quotaKey } from './keys.ts';

type Limits = typeof QUOTAS;
type Announced = Pick<Recording, 'uploadedBy' | 'createdAt' | 'bytes' | 'isCounted'>;

/** A day's count is kept for two more, for whoever asks why. Seconds. */
const DAY_KEPT_FOR = 3 * 24 * 3600;

const keyOf = ({ holder, span }: OneQuota, person: string, at: string) =>
  quotaKey(holder === 'person' ? person : 'CENTRE', span === 'day' ? dayOf(at) : undefined);

const expiryOf = ({ span }: OneQuota, at: string) =>
  span === 'day' ? { ':expiresAt': Math.floor(Date.parse(at) / 1000) + DAY_KEPT_FOR } : {};

const countOf = ({ span }: OneQuota) =>
  `ADD used :bytes${span === 'day' ? ' SET expiresAt = :expiresAt' : ''}`;

/** AP12: counts a file against every quota, in the order of EVERY_QUOTA; each fails where the file is too much. */
export const chargeQuotas = (table: string, file: Announced, limits: Limits): TransactItem[] =>
  EVERY_QUOTA.map((one) => ({
    Update: {
      TableName: table,
      Key: keyOf(one, file.uploadedBy, file.createdAt),
      UpdateExpression: countOf(one),
      ConditionExpression: 'attribute_not_exists(used) OR used <= :room',
      ExpressionAttributeValues: {
        ':bytes': file.bytes,
        ':room': limits[one.holder][one.span] - file.bytes,
        ...expiryOf(one, file.createdAt),
      },
    },
  }));

/**
 * AP12: gives back what a file took: its room when it is deleted, the day as well when it was never sent. Of a day that
 * the table has forgotten nothing stays either.
 */
export const releaseQuotas = (table: string, file: Announced, spans: readonly QuotaSpan[]): TransactItem[] =>
  EVERY_QUOTA.filter(({ span }) => file.isCounted && spans.includes(span)).map((one) => ({
    Update: {
      TableName: table,
      Key: keyOf(one, file.uploadedBy, file.createdAt),
      UpdateExpression: countOf(one),
      ExpressionAttributeValues: { ':bytes': -file.bytes, ...expiryOf(one, file.createdAt) },
    },
  }));

/** Usage against the quotas: access pattern AP12 of keys.ts. */
export class QuotaStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP12, at an instant. */
  async find(one: OneQuota, person: string, at: string, limits: Limits = QUOTAS): Promise<Quota> {
    const item = await findItem(this.#db, this.#table, keyOf(one, person, at));
    return { limit: limits[one.holder][one.span], used: Math.max(0, Number(item?.used ?? 0)) };
  }
}
