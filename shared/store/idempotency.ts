import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { findItem } from './find-item.ts';
import { putNew, type TransactItem } from './transactions.ts';

/** A caller may repeat a create with the same key for two days and gets the first answer. Seconds. */
const KEPT_FOR = 2 * 24 * 60 * 60;

const keyOf = (actor: string, route: string, key: string) => ({
  pk: `IDEMPOTENCY#${actor}`,
  sk: `${route}#${key}`,
});

export type IdempotentRequest = {
  readonly actor: string;
  /** With the identifiers of its path: a key used again for another parent is another request. */
  readonly route: string;
  readonly key: string;
  readonly at: string;
};

/** To be written in the same transaction as the new item; its condition fails when the key was used before. */
export const claimIdempotencyKey = (
  table: string,
  request: IdempotentRequest,
  resultId: string,
): TransactItem =>
  putNew(table, {
    ...keyOf(request.actor, request.route, request.key),
    resultId,
    expiresAt: Math.floor(Date.parse(request.at) / 1000) + KEPT_FOR,
  });

/** The id that an earlier request with the same key created. */
export async function resultOfIdempotencyKey(
  db: DynamoDBDocumentClient,
  table: string,
  request: Omit<IdempotentRequest, 'at'>,
): Promise<string | undefined> {
  const item = await findItem(db, table, keyOf(request.actor, request.route, request.key));
  return item?.resultId as string | undefined;
}
