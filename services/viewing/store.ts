import { createHash } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Outbox } from '#shared/messaging/outbox.ts';
import { batchGet } from '#shared/store/batch-get.ts';
import { findItem } from '#shared/store/find-item.ts';
import { putNewer } from '#shared/store/put-newer.ts';
import { queryAll } from '#shared/store/query.ts';
import { type TransactItem, transact } from '#shared/store/transactions.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import { type Audience, isNoChange, NOBODY, together } from './domain/audience.ts';
import type { Viewing, WatchedAsset } from './domain/viewing.ts';
import { audienceKey, factsKey, newestKey, viewingKey } from './keys.ts';

type Item = Readonly<Record<string, unknown>>;

const AUDIENCE_PARTS = 8;
const NEWEST = 50;

/** The same person always counts in the same part. */
const partOf = (personId: string): number =>
  createHash('sha256').update(personId).digest().readUInt8(0) % AUDIENCE_PARTS;

const toViewing = (item: Item): Viewing => withoutKeys(item) as unknown as Viewing;

const stopName = (bin: number): string => `stop${bin}`;

const toAudience = (item: Item): Audience => ({
  viewers: Number(item.viewers ?? 0),
  finished: Number(item.finished ?? 0),
  stopped: NOBODY.stopped.map((_, bin) => Number(item[stopName(bin)] ?? 0)),
});

/** What people have seen: access patterns AP1 to AP4 of keys.ts. */
export class ViewingStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** AP1 */
  async find(personId: string, assetId: string): Promise<Viewing | undefined> {
    const item = await findItem(this.#db, this.#table, viewingKey(personId, assetId));
    return item && toViewing(item);
  }

  /** AP1 for several people; only those who have seen something of it. */
  async findOf(people: readonly string[], assetId: string): Promise<Viewing[]> {
    const keys = people.map((personId) => viewingKey(personId, assetId));
    return (await batchGet(this.#db, this.#table, keys)).map(toViewing);
  }

  /** AP2, the newest fifty. An index is behind the table by a moment. */
  async newestOf(personId: string): Promise<Viewing[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': newestKey(personId, 0).gsi1pk },
        ScanIndexForward: false,
        Limit: NEWEST,
      }),
    );
    return Items.map(toViewing);
  }

  /** AP3 */
  async findAsset(assetId: string): Promise<WatchedAsset | undefined> {
    const item = await findItem(this.#db, this.#table, factsKey(assetId));
    if (!item) return undefined;
    const { courseId, durationSeconds, kind, lessons } = item as unknown as WatchedAsset;
    return {
      ...{ assetId, durationSeconds },
      ...(courseId && { courseId }),
      ...(kind && { kind }),
      ...(lessons && { lessons }),
    };
  }

  /** AP3. `'older'` when a newer event of the recording has been taken in already. */
  saveAsset(asset: WatchedAsset, version: number): Promise<'saved' | 'older'> {
    return putNewer(this.#db, this.#table, { ...factsKey(asset.assetId), ...asset, version });
  }

  /** AP4 */
  async audienceOf(assetId: string): Promise<Audience> {
    const { pk, sk } = audienceKey(assetId, '');
    const parts = await queryAll(this.#db, {
      TableName: this.#table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :audience)',
      ExpressionAttributeValues: { ':pk': pk, ':audience': sk },
    });
    return together(parts.map(toAudience));
  }

  /** A person's state with the change that it makes to the audience, if it is still as it was read. */
  async save(next: Viewing, change: Audience, outbox: Outbox | undefined): Promise<'saved' | 'conflict'> {
    const { personId, assetId, positionAt, version } = next;
    const outcome = await transact(this.#db, [
      {
        Put: {
          TableName: this.#table,
          Item: { ...viewingKey(personId, assetId), ...newestKey(personId, positionAt), ...next, ...outbox },
          ConditionExpression: version === 1 ? 'attribute_not_exists(pk)' : 'version = :was',
          ...(version > 1 && { ExpressionAttributeValues: { ':was': version - 1 } }),
        },
      },
      ...(isNoChange(change) ? [] : [this.#audienceChange(personId, assetId, change)]),
    ]);
    return outcome.ok ? 'saved' : 'conflict';
  }

  #audienceChange(personId: string, assetId: string, change: Audience): TransactItem {
    const { viewers, finished, stopped } = change;
    const counts = Object.entries({
      ...{ viewers, finished },
      ...Object.fromEntries(stopped.map((count, bin) => [stopName(bin), count])),
    }).filter(([, count]) => count !== 0);
    return {
      Update: {
        TableName: this.#table,
        Key: audienceKey(assetId, partOf(personId)),
        UpdateExpression: `ADD ${counts.map(([name]) => `${name} :${name}`).join(', ')}`,
        ExpressionAttributeValues: Object.fromEntries(counts.map(([name, count]) => [`:${name}`, count])),
      },
    };
  }
}
