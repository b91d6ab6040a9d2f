import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { queryPages } from '#shared/store/query.ts';
import type { TransactItem } from '#shared/store/transactions.ts';
import { type CatalogueRecord, catalogueRecordOf } from './domain/catalogue.ts';
import { listedOf, type Material } from './domain/material.ts';
import type { Transcript } from './domain/transcript.ts';
import { catalogueKey, changedKey, transcriptKey } from './keys.ts';

type Item = Record<string, unknown>;
const toRecord = ({ pk, sk, gsi1pk, gsi1sk, ...record }: Item) => record as unknown as CatalogueRecord;
const toTranscript = ({ pk, sk, gsi1pk, gsi1sk, ...transcript }: Item) => transcript as unknown as Transcript;

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

/** The catalogue, and what is said in recordings and written on pages: access patterns AP14 to AP17 of keys.ts. */
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
    for await (const page of this.#since('CATALOGUE', changedAt)) yield page.map(toRecord);
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

  /** AP16. An older one never replaces a newer. */
  saveTranscript(transcript: Transcript): Promise<'saved' | 'older'> {
    const { assetId, language, at } = transcript;
    return putNewer(this.#db, this.#table, {
      ...transcriptKey(assetId, language),
      ...changedKey('TRANSCRIPTS', at, `${assetId}#${language}`),
      ...transcript,
    });
  }

  /** AP17: what came since, oldest first, page by page. */
  async *transcriptsSince(at: string): AsyncGenerator<readonly Transcript[]> {
    for await (const page of this.#since('TRANSCRIPTS', at)) yield page.map(toTranscript);
  }

  #since(of: 'CATALOGUE' | 'TRANSCRIPTS', instant: string) {
    return queryPages(this.#db, {
      TableName: this.#table,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk >= :since',
      ExpressionAttributeValues: { ':pk': of, ':since': instant },
    });
  }
}
