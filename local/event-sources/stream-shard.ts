import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Deliver } from '../events/delivery.ts';
import { deliveryFailure } from '../events/delivery-failure.ts';
import type { InvocationResult } from '../lambda/function-definition.ts';
import { failedItems, type Invoker } from './batch-response.ts';
import { pause } from './pause.ts';
import {
  type DiscardCondition,
  discardDelivery,
  type StreamMappingDefinition,
  type StreamRecord,
  type StreamSource,
} from './stream-source.ts';

export type ShardDependencies = {
  readonly definition: StreamMappingDefinition;
  readonly source: StreamSource;
  readonly lambda: Invoker;
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
  readonly passes: (record: unknown) => boolean;
  readonly signal: AbortSignal;
};

/** Records that are still to be handled together; `attempts` counts the failed ones. */
type Segment = {
  readonly records: readonly StreamRecord[];
  readonly attempts: number;
  readonly replayed: boolean;
};

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;
const THROTTLED_MS = 1000;

const sequenceOf = (record: StreamRecord) => record.dynamodb.SequenceNumber;
const fresh = (records: readonly StreamRecord[]): Segment[] =>
  records.length > 0 ? [{ records, attempts: 0, replayed: false }] : [];

/**
 * Reads one shard in order. A failing batch blocks the shard until it succeeds, is bisected away or is given up.
 * The checkpoint is durable, so that a restart repeats at most the batch that was running.
 */
export class StreamShard {
  readonly #d: ShardDependencies;
  readonly #shard: number;
  #running: Promise<void> | undefined;

  constructor(dependencies: ShardDependencies, shard: number) {
    this.#d = dependencies;
    this.#shard = shard;
    const { definition, source } = dependencies;
    const start =
      definition.startingPosition === 'LATEST' ? source.latestSequence(definition.table, shard) : '0';
    dependencies.db.run('INSERT OR IGNORE INTO esm_checkpoint VALUES (?, ?, ?)', definition.id, shard, start);
  }

  /** Reads on when idle; records that arrive while a batch runs are read after it. */
  wake(): void {
    if (this.#running || this.#d.signal.aborted || !this.hasUnread()) return;
    this.#running = this.#drain().finally(() => {
      this.#running = undefined;
      this.wake();
    });
  }

  get idle(): boolean {
    return this.#running === undefined;
  }

  hasUnread(): boolean {
    return this.#read(1).length > 0;
  }

  async settled(): Promise<void> {
    await this.#running;
  }

  async #drain(): Promise<void> {
    const { definition, signal, clock, passes } = this.#d;
    for (;;) {
      let records = this.#read(definition.batchSize);
      if (records.length === 0 || signal.aborted) return;
      if (definition.batchingWindowSeconds > 0 && records.length < definition.batchSize) {
        await pause(clock.delay(definition.batchingWindowSeconds * 1000), signal);
        records = this.#read(definition.batchSize);
      }
      await this.#handle(records.filter(passes));
      if (signal.aborted) return;
      this.#checkpoint(records.at(-1));
    }
  }

  /** Returns when every record succeeded or was given up, or when the mapping stops. */
  async #handle(records: readonly StreamRecord[]): Promise<void> {
    let segments = fresh(records);
    for (;;) {
      const [segment, ...later] = segments;
      if (!segment || this.#d.signal.aborted) return;
      segments = [...(await this.#attempt(segment)), ...later];
    }
  }

  /** One invocation; returns what of the segment is still to be done, in order. */
  async #attempt(segment: Segment): Promise<Segment[]> {
    const { definition, lambda, faults, signal, clock } = this.#d;
    const { records } = segment;
    const result = await lambda.invoke(definition.functionName, { Records: records });
    if (!result.ok && result.kind === 'throttled') {
      await pause(clock.delay(THROTTLED_MS), signal);
      return [segment];
    }
    // Ended by the stop rather than by its own fault: it comes again at the next start.
    if (!result.ok && signal.aborted) return [segment];
    const failed = failedItems(result, records.map(sequenceOf), definition.reportsBatchItemFailures);
    const index = records.findIndex((record) => failed.has(sequenceOf(record)));
    if (index < 0) {
      const again = !segment.replayed && (faults.hit('duplicate') || faults.hit('crash'));
      if (again) return [{ ...segment, replayed: true }];
      this.#checkpoint(records.at(-1));
      return [];
    }
    if (index > 0) {
      this.#checkpoint(records[index - 1]);
      return fresh(records.slice(index));
    }
    return this.#retry({ ...segment, attempts: segment.attempts + 1 }, result);
  }

  async #retry(segment: Segment, result: InvocationResult): Promise<Segment[]> {
    const { definition, clock, signal } = this.#d;
    const { records, attempts } = segment;
    const exhausted = this.#exhausted(segment);
    if (exhausted) {
      this.#discard(segment, exhausted, result);
      return [];
    }
    if (definition.bisectBatchOnFunctionError && records.length > 1) {
      const middle = Math.ceil(records.length / 2);
      return [...fresh(records.slice(0, middle)), ...fresh(records.slice(middle))];
    }
    await pause(clock.delay(Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (attempts - 1))), signal);
    return [segment];
  }

  /** Looked at only after a failure, so that records written before the PC was switched off get their chance. */
  #exhausted({ records, attempts }: Segment): DiscardCondition | undefined {
    const { maximumRecordAgeSeconds, maximumRetryAttempts } = this.#d.definition;
    const { clock } = this.#d;
    const arrival = (records[0]?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000;
    if (maximumRecordAgeSeconds >= 0 && clock.now() - arrival > clock.delay(maximumRecordAgeSeconds * 1000))
      return 'RecordAgeExceeded';
    return maximumRetryAttempts >= 0 && attempts > maximumRetryAttempts
      ? 'RetryAttemptsExhausted'
      : undefined;
  }

  #discard({ records, attempts }: Segment, condition: DiscardCondition, result: InvocationResult): void {
    const { definition, db, deliver, clock, log } = this.#d;
    log(
      `${definition.functionName}: ${records.length} stream record(s) of ${definition.table} given up (${condition})`,
    );
    const invocation = { result, attempts, now: clock.now() };
    const delivery = discardDelivery(definition, this.#shard, records, condition, invocation);
    try {
      db.transaction(() => {
        if (delivery) deliver(delivery);
        this.#checkpoint(records.at(-1));
      });
    } catch (error) {
      log(
        `${definition.functionName}: the destination refused what was given up: ${deliveryFailure(error).message}`,
      );
      this.#checkpoint(records.at(-1));
    }
  }

  #read(limit: number): readonly StreamRecord[] {
    const { definition, source, db } = this.#d;
    const row = db.get<{ sequence: string }>(
      'SELECT sequence FROM esm_checkpoint WHERE mapping = ? AND shard = ?',
      definition.id,
      this.#shard,
    );
    return source.readStream(definition.table, this.#shard, row?.sequence ?? '0', limit);
  }

  #checkpoint(record: StreamRecord | undefined): void {
    if (!record) return;
    this.#d.db.run(
      'UPDATE esm_checkpoint SET sequence = ? WHERE mapping = ? AND shard = ?',
      sequenceOf(record),
      this.#d.definition.id,
      this.#shard,
    );
  }
}
