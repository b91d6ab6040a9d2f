import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import { batchGetItemOperation, batchWriteItemOperation } from './batch-operations.ts';
import type { Engine, Operation } from './engine.ts';
import { throttled } from './errors.ts';
import { trimTokens } from './idempotency.ts';
import { ItemStore } from './item-store.ts';
import { queryOperation, scanOperation } from './query-operations.ts';
import { getItemOperation } from './read-operations.ts';
import { createSchema } from './schema.ts';
import {
  describeStreamOperation,
  getRecordsOperation,
  getShardIteratorOperation,
  listStreamsOperation,
} from './stream-operations.ts';
import { type StreamRecord, Streams } from './streams.ts';
import type { TableDeclaration } from './table-definition.ts';
import {
  createTableOperation,
  deleteTableOperation,
  describeTableOperation,
  ensureTable,
  listTablesOperation,
  tableSize,
} from './table-operations.ts';
import { Tables } from './tables.ts';
import { describeTimeToLiveOperation, sweepExpired, updateTimeToLiveOperation } from './time-to-live.ts';
import { transactGetItemsOperation, transactWriteItemsOperation } from './transact-operations.ts';
import { Usage, type UsageTotal } from './usage.ts';
import { deleteItemOperation, putItemOperation, updateItemOperation } from './write-operations.ts';

/** Single requests on items, which a throttle fault may hit as a whole (batches draw for each item). */
const ITEM_OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ['PutItem', putItemOperation],
  ['GetItem', getItemOperation],
  ['UpdateItem', updateItemOperation],
  ['DeleteItem', deleteItemOperation],
  ['Query', queryOperation],
  ['Scan', scanOperation],
  ['TransactWriteItems', transactWriteItemsOperation],
  ['TransactGetItems', transactGetItemsOperation],
]);

const OPERATIONS: ReadonlyMap<string, Operation> = new Map([
  ...ITEM_OPERATIONS,
  ['BatchGetItem', batchGetItemOperation],
  ['BatchWriteItem', batchWriteItemOperation],
  ['CreateTable', createTableOperation],
  ['DeleteTable', deleteTableOperation],
  ['DescribeTable', describeTableOperation],
  ['ListTables', listTablesOperation],
  ['UpdateTimeToLive', updateTimeToLiveOperation],
  ['DescribeTimeToLive', describeTimeToLiveOperation],
  ['ListStreams', listStreamsOperation],
  ['DescribeStream', describeStreamOperation],
  ['GetShardIterator', getShardIteratorOperation],
  ['GetRecords', getRecordsOperation],
]);

const SWEEP_MS = 5000;

export type TableSummary = {
  readonly name: string;
  readonly items: number;
  readonly bytes: number;
  readonly indexes: readonly string[];
  readonly usage: readonly UsageTotal[];
};

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly region: string;
  readonly account: string;
};

/**
 * Amazon DynamoDB and DynamoDB Streams on SQLite. A request is one SQL transaction that holds items, index entries,
 * stream records and idempotency tokens, so they cannot disagree after a crash. Global indexes are up to date at once.
 */
export class DynamoDb implements AwsService {
  readonly #engine: Engine;
  readonly #timer: NodeJS.Timeout;

  constructor(dependencies: Dependencies) {
    const { db, clock, faults } = dependencies;
    createSchema(db);
    const streams = new Streams(dependencies);
    this.#engine = {
      db,
      clock,
      faults,
      streams,
      tables: new Tables(db, clock),
      items: new ItemStore(db, streams),
      usage: new Usage(db),
    };
    this.#timer = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  /** One API request. Throws AwsError, as the service would answer. */
  call(operation: string, input: Record<string, unknown>): object {
    const run = OPERATIONS.get(operation);
    if (!run)
      throw new AwsError('UnknownOperationException', `${operation} is not supported by the local DynamoDB`);
    if (ITEM_OPERATIONS.has(operation) && this.#engine.faults.hit('throttle')) throw throttled();
    return run(this.#engine, input);
  }

  /** Creates a table from its template properties, or adapts the existing one; see `ensureTable` of table-operations. */
  ensureTable(declaration: TableDeclaration): void {
    ensureTable(this.#engine, declaration);
  }

  /** Calls `listener` with the table's name once a change of it is durable. Returns the way to stop that. */
  onStreamRecord(listener: (table: string) => void): () => void {
    return this.#engine.streams.onRecord(listener);
  }

  /** The shards of a table's stream; none when it has no stream. */
  shards(table: string): number[] {
    return this.#engine.streams.shards(this.#engine.tables.get(table));
  }

  /** Up to `limit` records after a sequence number ('0': from the oldest kept), in the form of a Lambda event. */
  readStream(table: string, shard: number, afterSequence: string, limit: number): StreamRecord[] {
    return this.#engine.streams.read(this.#engine.tables.get(table), shard, afterSequence, limit);
  }

  /** The sequence number of a shard's newest record; '0' when it has none. */
  latestSequence(table: string, shard: number): string {
    return this.#engine.streams.latest(this.#engine.tables.get(table), shard);
  }

  streamArn(table: string): string {
    return this.#engine.streams.streamArn(this.#engine.tables.get(table));
  }

  /** Every table with its size and all units consumed so far, for the inspector and the cost figures. */
  describe(): TableSummary[] {
    const totals = Map.groupBy(this.#engine.usage.totals(), ({ table }) => table);
    return this.#engine.tables.all().map((table) => ({
      name: table.definition.name,
      ...tableSize(this.#engine, table),
      indexes: table.definition.indexes.map(({ name }) => name),
      usage: totals.get(table.definition.name) ?? [],
    }));
  }

  /** What the service does by itself: deletes expired items, old stream records and old idempotency tokens. */
  sweep(): void {
    const { streams, usage } = this.#engine;
    sweepExpired(this.#engine);
    streams.trim();
    trimTokens(this.#engine);
    usage.flush();
  }

  /** Stops the sweeps and saves the usage figures; the database stays open. */
  stop(): void {
    clearInterval(this.#timer);
    this.#engine.usage.flush();
  }
}
