import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Item } from './attribute-value.ts';
import { itemBytes } from './item-size.ts';
import { keyHash } from './key-encoding.ts';
import type { TableDefinition } from './table-definition.ts';
import type { Table } from './tables.ts';

/** Who wrote, where it was the service itself: an item that its time to live deleted. */
export type ServiceIdentity = { readonly type: 'Service'; readonly principalId: string };

/** A change as a Lambda function receives it (`DynamoDBStreamEvent.Records`). */
export type StreamRecord = {
  readonly eventID: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly eventVersion: '1.1';
  readonly eventSource: 'aws:dynamodb';
  readonly awsRegion: string;
  readonly eventSourceARN: string;
  readonly userIdentity?: ServiceIdentity;
  readonly dynamodb: {
    /** seconds */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: string;
  };
};

/** Before every sequence number: reading after it is reading from the trim horizon. */
export const TRIM_HORIZON = '0';
/** Makes sequence numbers as long as the service's own (21 digits), so that their order as text is their order. */
const SEQUENCE_BASE = 10n ** 20n;
const SHARDS = 4;
const RETENTION_MS = 24 * 60 * 60 * 1000;
/** The service is never off, a school PC is over every week-end: first its readers get so long to catch up. */
const CATCH_UP_MS = 60 * 60 * 1000;
/** Trims come every few seconds; a longer gap means that the machine was off or asleep. */
const ASLEEP_MS = 60 * 1000;

const sequenceNumber = (row: number): string => String(SEQUENCE_BASE + BigInt(row));
const rowOf = (sequence: string): number =>
  sequence === TRIM_HORIZON ? 0 : Number(BigInt(sequence) - SEQUENCE_BASE);

const keysOf = ({ key }: TableDefinition, item: Item): Item => {
  const names = [key.hash.name, ...(key.range ? [key.range.name] : [])];
  return Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name)));
};

export type Change = {
  readonly key: Buffer;
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  readonly identity?: ServiceIdentity | undefined;
};

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly region: string;
  readonly account: string;
};

/**
 * The streams of all tables. A table's stream has four shards; all changes of one item are in the same one, in order.
 * Records live for 24 hours.
 */
export class Streams {
  readonly #listeners = new Set<(table: string) => void>();
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #region: string;
  readonly #account: string;
  #trimmedAt = Number.NEGATIVE_INFINITY;
  #trimsFrom = 0;

  constructor({ db, clock, region, account }: Dependencies) {
    this.#db = db;
    this.#clock = clock;
    this.#region = region;
    this.#account = account;
  }

  tableArn = ({ definition }: Table): string =>
    `arn:aws:dynamodb:${this.#region}:${this.#account}:table/${definition.name}`;

  streamArn = (table: Table): string => `${this.tableArn(table)}/stream/${table.streamLabel}`;

  /** `listener` is called with the table's name once a change of it is durable. Returns the way to stop that. */
  onRecord(listener: (table: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds the record of a change that the caller has made in the same transaction. */
  append(table: Table, change: Change): void {
    const record = this.#recordOf(table, change);
    if (!record) return;
    this.#db.run(
      'INSERT INTO ddb_stream(table_id, shard, at, record) VALUES(?,?,?,?)',
      table.id,
      keyHash(change.key) % SHARDS,
      this.#clock.now(),
      JSON.stringify(record),
    );
    this.#db.afterCommit(() => {
      for (const listener of this.#listeners) listener(table.definition.name);
    });
  }

  #recordOf({ definition }: Table, { before, after, identity }: Change) {
    const view = definition.streamView;
    const present = after ?? before;
    if (!view || !present) return undefined;
    const keys = keysOf(definition, present);
    const images = {
      ...(after && view.includes('NEW') && { NewImage: after }),
      ...(before && view.includes('OLD') && { OldImage: before }),
    };
    return {
      eventID: randomUUID().replaceAll('-', ''),
      eventName: !before ? 'INSERT' : after ? 'MODIFY' : 'REMOVE',
      eventVersion: '1.1',
      eventSource: 'aws:dynamodb',
      awsRegion: this.#region,
      ...(identity && { userIdentity: identity }),
      dynamodb: {
        ApproximateCreationDateTime: Math.floor(this.#clock.now() / 1000),
        Keys: keys,
        ...images,
        SizeBytes: [keys, ...Object.values(images)].reduce((sum, image) => sum + itemBytes(image), 0),
        StreamViewType: view,
      },
    };
  }

  shards(table: Table): number[] {
    return table.streamLabel === undefined ? [] : Array.from({ length: SHARDS }, (_, shard) => shard);
  }

  /** Up to `limit` records of a shard after a sequence number (`TRIM_HORIZON`: from the oldest). */
  read(table: Table, shard: number, afterSequence: string, limit: number): StreamRecord[] {
    const rows = this.#db.all<{ sequence: number; record: string }>(
      'SELECT sequence, record FROM ddb_stream WHERE table_id=? AND shard=? AND sequence>? ORDER BY sequence LIMIT ?',
      table.id,
      shard,
      rowOf(afterSequence),
      limit,
    );
    return rows.map((row) => {
      const record = JSON.parse(row.record) as StreamRecord;
      const dynamodb = { ...record.dynamodb, SequenceNumber: sequenceNumber(row.sequence) };
      return { ...record, eventSourceARN: this.streamArn(table), dynamodb };
    });
  }

  /** The sequence number of the newest record of a shard, or `TRIM_HORIZON` when it has none. */
  latest(table: Table, shard: number): string {
    const row = this.#db.get<{ sequence: number | null }>(
      'SELECT MAX(sequence) AS sequence FROM ddb_stream WHERE table_id=? AND shard=?',
      table.id,
      shard,
    );
    return row?.sequence ? sequenceNumber(row.sequence) : TRIM_HORIZON;
  }

  /** Drops the records that are past their retention, once their readers were awake for long enough to read them. */
  trim(): void {
    const now = this.#clock.now();
    if (now - this.#trimmedAt > ASLEEP_MS) this.#trimsFrom = now + CATCH_UP_MS;
    this.#trimmedAt = now;
    if (now >= this.#trimsFrom) this.#db.run('DELETE FROM ddb_stream WHERE at<?', now - RETENTION_MS);
  }
}
