import { WakeUp } from '../events/wake-up.ts';
import { recordFilter } from './filter.ts';
import { pause } from './pause.ts';
import { type ShardDependencies, StreamShard } from './stream-shard.ts';

type Dependencies = Omit<ShardDependencies, 'passes' | 'signal'>;

const STOP_LIMIT_MS = 5000;

/** A DynamoDB stream as the source of a function. Idle shards cost nothing: they wake when the table is written. */
export class StreamMapping {
  readonly #d: Dependencies;
  readonly #abort = new AbortController();
  readonly #shards: readonly StreamShard[];
  #unsubscribe: (() => void) | undefined;
  readonly #wakeUp: WakeUp;

  /** Sets the starting position at once. Throws InvalidEventPatternException for filter criteria that AWS refuses. */
  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#wakeUp = new WakeUp(dependencies.clock, () => this.#wake());
    const { db, definition, source } = dependencies;
    db.execute(`
      CREATE TABLE IF NOT EXISTS esm_checkpoint(
        mapping TEXT NOT NULL, shard INTEGER NOT NULL, sequence TEXT NOT NULL, PRIMARY KEY (mapping, shard));
    `);
    const reader = { ...dependencies, passes: recordFilter(definition.filters), signal: this.#abort.signal };
    this.#shards = source.shards(definition.table).map((shard) => new StreamShard(reader, shard));
  }

  /** Catches up with what was written before, then follows. */
  start(): void {
    const { source, definition } = this.#d;
    this.#unsubscribe = source.onStreamRecord((table) => {
      if (table === definition.table) this.#wakeUp.soon();
    });
    this.#wake();
  }

  /** Shards with records that are unread or being handled. */
  pending(): number {
    return this.#shards.filter((shard) => !shard.idle || shard.hasUnread()).length;
  }

  /** Waits up to `limitMs` for the batches that run. */
  async stop(limitMs = STOP_LIMIT_MS): Promise<void> {
    this.#unsubscribe?.();
    this.#abort.abort();
    this.#wakeUp.stop();
    const limit = new AbortController();
    const settled = Promise.all(this.#shards.map((shard) => shard.settled()));
    await Promise.race([settled, pause(limitMs, limit.signal)]);
    limit.abort();
  }

  #wake(): void {
    for (const shard of this.#shards) shard.wake();
  }
}
