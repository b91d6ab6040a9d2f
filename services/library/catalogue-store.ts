import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { queryPages } from '#shared/store/query.ts';
import type { TransactItem } from '#shared/store/transactions.ts';
import { type CatalogueRecord, catalogueRecordOf } from './domain/catalogue.ts';
import { listedOf, type Material } from './domain/material.ts';
import { catalogueKey, changedKey } from './keys.ts';

type Item = Record<string, unknown>;
const toRecord = ({ pk, sk, gsi1pk, gsi1sk, ...record }: Item) => record as unknown as CatalogueRecord;

/**
 * AP14 as it is to be after a change: written in the transaction that changes the material. Nothing for a material that
 * is not and was not listed: nobody outside knows of it.
 */
export function catalogueChange(TableName: string, was: Material, next: Material): TransactItem[] {
  const [before, after] = [listedOf(was), listedOf(next)];
  if (before?.issuedAt === after?.issuedAt) return [];
  const record = catalogueRecordOf(next);
  const { materialId, changedAt } = record;
  return [
    {
      Put: {
        TableName,
        Item: { ...catalogueKey(materialId), ...changedKey('CATALOGUE', changedAt, materialId), ...record },
      },
    },
  ];
}

/** The catalogue: access patterns AP14 and AP15 of keys.ts. */
export class CatalogueStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP14 */
  async findRecord(materialId: string): Promise<CatalogueRecord | undefined> {
    const item = await findItem(this.#db, this.#table, catalogueKey(materialId));
    return item && toRecord(item);
  }

  /** AP15: what changed since, oldest first, page by page. */
  async *recordsSince(changedAt: string): AsyncGenerator<readonly CatalogueRecord[]> {
    const pages = queryPages(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk >= :since',
      ExpressionAttributeValues: { ':pk': 'CATALOGUE', ':since': changedAt },
    });
    for await (const page of pages) yield page.map(toRecord);
  }

  /** AP15: up to `limit` that changed between two instants, both included, after one that was seen. */
  async recordsBetween(
    between: { readonly from: string; readonly until: string; readonly after?: string | undefined },
    limit: number,
  ): Promise<readonly CatalogueRecord[]> {
    const { from, until, after } = between;
    const begin = after ? `${after}~` : from;
    // The store takes no range that ends before it begins.
    if (begin > `${until}~`) return [];
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk BETWEEN :from AND :until',
        ExpressionAttributeValues: {
          ':pk': 'CATALOGUE',
          // The sign after the instant: `#` is below every sign of an id, `~` above.
          ':from': begin,
          ':until': `${until}~`,
        },
        Limit: limit,
      }),
    );
    return Items.map(toRecord);
  }
}
