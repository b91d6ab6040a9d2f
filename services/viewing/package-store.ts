import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { isConditionFailure } from '#shared/store/transactions.ts';
import type { PackageResult } from './domain/package-result.ts';
import { packageKey } from './keys.ts';

type Item = Readonly<Record<string, unknown>>;

const toResult = ({ pk, sk, outbox, outboxId, ...result }: Item): PackageResult =>
  result as unknown as PackageResult;

/** What packages keep of people: access pattern AP6 of keys.ts. */
export class PackageStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  async find(personId: string, assetId: string): Promise<PackageResult | undefined> {
    const item = await findItem(this.#db, this.#table, packageKey(personId, assetId));
    return item && toResult(item);
  }

  /** A person's result, if it is still as it was read. */
  async save(next: PackageResult, outbox: Outbox | undefined): Promise<'saved' | 'conflict'> {
    const { personId, assetId, version } = next;
    try {
      await this.#db.send(
        new PutCommand({
          TableName: this.#table,
          Item: { ...packageKey(personId, assetId), ...next, ...outbox },
          ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : 'version = :was',
          ...(version > 1 && { ExpressionAttributeValues: { ':was': version - 1 } }),
        }),
      );
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'conflict';
      throw error;
    }
  }
}
