import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { findItem } from '#shared/store/find-item.ts';
import { isConditionFailure, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import type { PackageResult } from './domain/package-result.ts';
import type { PackageWhole } from './domain/package-whole.ts';
import { packageKey, packageWholeKey } from './keys.ts';

/** What packages keep of people: access patterns AP6 and AP7 of keys.ts. */
export class PackageStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP6 */
  async find(personId: string, assetId: string, lesson: number): Promise<PackageResult | undefined> {
    const item = await findItem(this.#db, this.#table, packageKey(personId, assetId, lesson));
    return item && (withoutKeys(item) as PackageResult);
  }

  /** AP7 */
  async findWhole(personId: string, assetId: string): Promise<PackageWhole | undefined> {
    const item = await findItem(this.#db, this.#table, packageWholeKey(personId, assetId));
    return item && (withoutKeys(item) as PackageWhole);
  }

  /** A person's result in a lesson, if it is still as it was read. */
  async save(next: PackageResult, outbox: Outbox | undefined): Promise<'saved' | 'conflict'> {
    try {
      await this.#db.send(new PutCommand(this.#put(keyOf(next), next, outbox)));
      return 'saved';
    } catch (error) {
      if (isConditionFailure(error)) return 'conflict';
      throw error;
    }
  }

  /** The same with what it makes of the whole package, of which alone others are told: both or neither. */
  async saveWithWhole(
    next: PackageResult,
    whole: PackageWhole,
    outbox: Outbox | undefined,
  ): Promise<'saved' | 'conflict'> {
    const outcome = await transact(this.#db, [
      { Put: this.#put(keyOf(next), next, undefined) },
      { Put: this.#put(packageWholeKey(whole.personId, whole.assetId), whole, outbox) },
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #put(key: Record<string, unknown>, next: PackageResult | PackageWhole, outbox: Outbox | undefined) {
    const { version } = next;
    return {
      TableName: this.#table,
      Item: { ...key, ...next, ...outbox },
      ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : 'version = :was',
      ...(version > 1 && { ExpressionAttributeValues: { ':was': version - 1 } }),
    };
  }
}

const keyOf = ({ personId, assetId, lesson = 1 }: PackageResult) => packageKey(personId, assetId, lesson);
