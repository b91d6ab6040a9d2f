import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import type { TransactItem } from '#shared/store/transactions.ts';
import { fileKey } from './keys.ts';

/** What the media service said last of a file; `version` counts what it says. */
export type FileNews = { readonly assetId: string; readonly isGone: boolean; readonly version: number };

/** Files of materials, whose owners may give them up: access pattern AP18 of keys.ts. */
export class FileStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** `'older'` when later news of the file was taken in already. */
  saveNews(news: FileNews): Promise<'saved' | 'older'> {
    return putNewer(this.#db, this.#table, { ...fileKey(news.assetId), ...news });
  }

  isGone(assetId: string): Promise<boolean> {
    return isFileGone(this.#db, this.#table, assetId);
  }
}

/** AP18. False for a file of which nothing was heard. */
export const isFileGone = async (
  db: DynamoDBDocumentClient,
  table: string,
  assetId: string,
): Promise<boolean> => (await findItem(db, table, fileKey(assetId)))?.isGone === true;

/** Holds a transaction to the file being there at that moment, too. */
export const whileThere = (table: string, assetId: string): TransactItem => ({
  ConditionCheck: {
    TableName: table,
    Key: fileKey(assetId),
    ConditionExpression: 'attribute_not_exists(pk) OR isGone = :no',
    ExpressionAttributeValues: { ':no': false },
  },
});

/** Holds a transaction to the file being given up at that moment. */
export const whileGone = (table: string, assetId: string): TransactItem => ({
  ConditionCheck: {
    TableName: table,
    Key: fileKey(assetId),
    ConditionExpression: 'isGone = :yes',
    ExpressionAttributeValues: { ':yes': true },
  },
});
