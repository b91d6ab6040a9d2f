import { randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Deliver } from '../events/delivery.ts';
import { deliveryFailure } from '../events/delivery-failure.ts';
import { WakeUp } from '../events/wake-up.ts';
import { type AsyncCondition, type AsyncRow, resultDeliveries } from './async-record.ts';
import type { InvocationResult } from './function-definition.ts';
import type { FunctionPool } from './function-pool.ts';

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly deliver: Deliver;
  readonly log: (line: string) => void;
  readonly pools: ReadonlyMap<string, FunctionPool>;
};

type Retry = { readonly waitMs: number; readonly attempts?: number; readonly throttles?: number };

/** Waits before the first and the second retry of a failed event. */
const RETRY_MS = [60_000, 120_000];
const DEFAULT_RETRIES = 2;
const DEFAULT_AGE_SECONDS = 21_600;
const FIRST_THROTTLE_MS = 1000;
const LONGEST_THROTTLE_MS = 300_000;
/** A lost acknowledgement is noticed at once, not after a documented wait. */
const LOST_MS = 50;

/**
 * Asynchronous invocations: durable before they are accepted, run at least once, retried twice, then handed to the
 * on-failure destination or the dead-letter queue.
 */
export class AsyncQueue {
  readonly #d: Dependencies;
  readonly #running = new Map<number, string>();
  readonly #wakeUp: WakeUp;
  #stopped = false;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#wakeUp = new WakeUp(dependencies.clock, () => this.#run());
    dependencies.db.execute(`
      CREATE TABLE IF NOT EXISTS lambda_async(
        id INTEGER PRIMARY KEY AUTOINCREMENT, function TEXT NOT NULL, request_id TEXT NOT NULL, payload TEXT NOT NULL,
        attempts INTEGER NOT NULL, throttles INTEGER NOT NULL, first_at REAL NOT NULL, due_at REAL NOT NULL);
      CREATE INDEX IF NOT EXISTS lambda_async_due ON lambda_async(function, due_at);
    `);
  }

  /** Joins the caller's transaction; `payload` is JSON text. Returns the request id. */
  add(name: string, payload: string, requestId: string = randomUUID()): string {
    const { db, clock } = this.#d;
    const now = clock.now();
    db.run(
      'INSERT INTO lambda_async(function, request_id, payload, attempts, throttles, first_at, due_at) VALUES (?, ?, ?, 0, 0, ?, ?)',
      name,
      requestId,
      payload,
      now,
      now,
    );
    db.afterCommit(() => this.#wakeUp.soon());
    return requestId;
  }

  /** Events of functions that are no longer declared are dropped, then the rest resumes. */
  start(): void {
    const { db, log, pools } = this.#d;
    const waiting = db.all<{ function: string; n: number }>(
      'SELECT function, COUNT(*) n FROM lambda_async GROUP BY function',
    );
    for (const { function: name, n } of waiting) {
      if (pools.has(name)) continue;
      log(`${name}: ${n} waiting event(s) dropped: the function is no longer declared`);
      db.run('DELETE FROM lambda_async WHERE function = ?', name);
    }
    this.#wakeUp.soon();
  }

  pending(): number {
    return this.#d.db.get<{ n: number }>('SELECT COUNT(*) n FROM lambda_async')?.n ?? 0;
  }

  /** No further event is started; those that run may still succeed. */
  stop(): void {
    this.#stopped = true;
    this.#wakeUp.stop();
  }

  #run(): void {
    // One reading of the clock: an event that falls due between two would be neither run nor waited for.
    const now = this.#d.clock.now();
    for (const [name, pool] of this.#d.pools) {
      for (const row of this.#due(name, pool, now)) {
        this.#running.set(row.id, name);
        void this.#invoke(pool, row);
      }
    }
    this.#wakeUp.at(this.#nextDue(now));
  }

  /** As many as the function can run now, and one more each so that no thread waits for the next look. */
  #due(name: string, pool: FunctionPool, now: number): AsyncRow[] {
    const active = [...this.#running.values()].filter((other) => other === name).length;
    const room = pool.capacity * 2 - active;
    if (room <= 0) return [];
    const rows = this.#d.db.all<AsyncRow>(
      'SELECT * FROM lambda_async WHERE function = ? AND due_at <= ? ORDER BY due_at, id LIMIT ?',
      name,
      now,
      room + active,
    );
    return rows.filter((row) => !this.#running.has(row.id)).slice(0, room);
  }

  #nextDue(now: number): number | undefined {
    const sql = 'SELECT MIN(due_at) due_at FROM lambda_async WHERE due_at > ?';
    return this.#d.db.get<{ due_at: number | null }>(sql, now)?.due_at ?? undefined;
  }

  async #invoke(pool: FunctionPool, row: AsyncRow): Promise<void> {
    const result = await pool.invoke(row.request_id, row.payload);
    this.#running.delete(row.id);
    if (this.#stopped && !result.ok) return; // Ended by the stop: it runs again at the next start.
    this.#settle(pool, row, result);
    this.#wakeUp.soon();
  }

  #settle(pool: FunctionPool, row: AsyncRow, result: InvocationResult): void {
    const verdict = this.#verdict(pool, row, result);
    if (typeof verdict === 'string') this.#finish(pool, row, result, verdict);
    else this.#again(row, verdict);
  }

  #verdict(pool: FunctionPool, row: AsyncRow, result: InvocationResult): AsyncCondition | Retry {
    const { faults, clock } = this.#d;
    const throttled = !result.ok && result.kind === 'throttled';
    if (!throttled && faults.hit('crash')) return { waitMs: LOST_MS };
    if (result.ok) return 'Success';
    if (this.#tooOld(pool, row)) return 'EventAgeExceeded';
    if (throttled) {
      const wait = Math.min(LONGEST_THROTTLE_MS, FIRST_THROTTLE_MS * 2 ** row.throttles);
      return { waitMs: clock.delay(wait), throttles: 1 };
    }
    const retries = pool.definition.asynchronous?.maximumRetryAttempts ?? DEFAULT_RETRIES;
    if (row.attempts >= retries) return 'RetriesExhausted';
    return { waitMs: clock.delay(RETRY_MS[row.attempts] ?? 0), attempts: 1 };
  }

  #tooOld(pool: FunctionPool, row: AsyncRow): boolean {
    const { clock } = this.#d;
    const seconds = pool.definition.asynchronous?.maximumEventAgeSeconds ?? DEFAULT_AGE_SECONDS;
    return clock.now() - row.first_at > clock.delay(seconds * 1000);
  }

  #again(row: AsyncRow, { waitMs, attempts = 0, throttles = 0 }: Retry): void {
    this.#d.db.run(
      'UPDATE lambda_async SET attempts = attempts + ?, throttles = throttles + ?, due_at = ? WHERE id = ?',
      attempts,
      throttles,
      this.#d.clock.now() + waitMs,
      row.id,
    );
  }

  #finish(pool: FunctionPool, row: AsyncRow, result: InvocationResult, condition: AsyncCondition): void {
    const { db, deliver, log } = this.#d;
    const deliveries = resultDeliveries(pool.definition, row, result, condition, this.#d.clock.now());
    if (!result.ok && deliveries.length === 0)
      log(
        `${row.function}: event ${row.request_id} is lost (${condition}): no on-failure destination or dead-letter queue`,
      );
    const forget = () => db.run('DELETE FROM lambda_async WHERE id = ?', row.id);
    try {
      db.transaction(() => {
        for (const delivery of deliveries) deliver(delivery);
        forget();
      });
    } catch (error) {
      log(
        `${row.function}: event ${row.request_id} is lost: its destination refused it: ${deliveryFailure(error).message}`,
      );
      forget();
    }
  }
}
