import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Faults } from '../core/faults.ts';
import type { Deliver, Delivery } from './delivery.ts';
import { type DeliveryFailure, deliveryFailure } from './delivery-failure.ts';
import { WakeUp } from './wake-up.ts';

/** One hand-over that is due or done. `attempts` counts the failed ones; times are epoch milliseconds. */
export type DeliveryRow = {
  readonly id: number;
  readonly source: string;
  readonly target: string;
  readonly event: number;
  readonly body: string;
  readonly state: 'pending' | 'delivered' | 'dead';
  readonly attempts: number;
  readonly first_at: number;
  readonly due_at: number;
};

export type RetryPolicy = {
  readonly MaximumRetryAttempts?: number;
  readonly MaximumEventAgeInSeconds?: number;
};

/** Where a row goes now, by the rule or schedule as currently declared. */
export type Route = {
  readonly delivery: Delivery;
  readonly retry: RetryPolicy;
  /** Built only when needed; undefined when the target has no dead-letter queue. */
  readonly deadLetter: (failure: DeliveryFailure, exhausted: string | undefined) => Delivery | undefined;
};

type NewDelivery = Pick<DeliveryRow, 'source' | 'target' | 'event' | 'body'>;

type Dependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly table: 'events_delivery' | 'scheduler_delivery';
  readonly deliver: Deliver;
  /** undefined when the rule or schedule is gone: the row is dropped. */
  readonly route: (row: DeliveryRow) => Route | undefined;
  readonly log: (line: string) => void;
};

const DEFAULT_ATTEMPTS = 185;
const DEFAULT_AGE_SECONDS = 86_400;
const FIRST_BACKOFF_MS = 1000;
const LONGEST_BACKOFF_MS = 600_000;
const REORDER_MS = 500;
/** Rows per turn of the event loop: hand-overs are synchronous writes, and requests must get their turn. */
const BATCH = 50;

/**
 * Durable at-least-once hand-overs with exponential back-off and jitter. A hand-over and the removal of its row are
 * one transaction, so a crash repeats both or neither.
 */
export class DeliveryQueue {
  readonly #d: Dependencies;
  readonly #wakeUp: WakeUp;

  constructor(dependencies: Dependencies) {
    this.#d = dependencies;
    this.#wakeUp = new WakeUp(dependencies.clock, () => this.#run());
    const { db, table } = dependencies;
    db.execute(`
      CREATE TABLE IF NOT EXISTS ${table}(
        id INTEGER PRIMARY KEY AUTOINCREMENT, source TEXT NOT NULL, target TEXT NOT NULL, event INTEGER NOT NULL,
        body TEXT NOT NULL, state TEXT NOT NULL, attempts INTEGER NOT NULL, first_at REAL NOT NULL, due_at REAL NOT NULL);
      CREATE INDEX IF NOT EXISTS ${table}_due ON ${table}(due_at) WHERE state = 'pending';
      CREATE INDEX IF NOT EXISTS ${table}_event ON ${table}(event);
    `);
  }

  /** Call inside the transaction that makes the event durable. */
  add(delivery: NewDelivery): void {
    const { db, clock, faults, table } = this.#d;
    const now = clock.now();
    const copies = faults.hit('duplicate') ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      const held = faults.hit('reorder') ? faults.random() * REORDER_MS : 0;
      db.run(
        `INSERT INTO ${table}(source, target, event, body, state, attempts, first_at, due_at)
         VALUES (?, ?, ?, ?, 'pending', 0, ?, ?)`,
        delivery.source,
        delivery.target,
        delivery.event,
        delivery.body,
        now,
        now + held,
      );
    }
    db.afterCommit(() => this.wake());
  }

  /** Looks for due rows soon; call it once at start for those that a stop left behind. */
  wake(): void {
    this.#wakeUp.soon();
  }

  pending(): number {
    const row = this.#d.db.get<{ n: number }>(
      `SELECT COUNT(*) n FROM ${this.#d.table} WHERE state = 'pending'`,
    );
    return row?.n ?? 0;
  }

  of(event: number): DeliveryRow[] {
    return this.#d.db.all<DeliveryRow>(`SELECT * FROM ${this.#d.table} WHERE event = ? ORDER BY id`, event);
  }

  /** Drops what is done for the events before this one. */
  forget(event: number): void {
    this.#d.db.run(`DELETE FROM ${this.#d.table} WHERE event < ? AND state <> 'pending'`, event);
  }

  stop(): void {
    this.#wakeUp.stop();
  }

  #run(): void {
    const { db, clock, table } = this.#d;
    const due = db.all<DeliveryRow>(
      `SELECT * FROM ${table} WHERE state = 'pending' AND due_at <= ? ORDER BY due_at, id LIMIT ${BATCH}`,
      clock.now(),
    );
    for (const row of due) this.#attempt(row);
    if (due.length === BATCH) this.#wakeUp.soon();
    else this.#wakeUp.at(this.#nextDue());
  }

  #nextDue(): number | undefined {
    return this.#d.db.get<{ due_at: number }>(
      `SELECT due_at FROM ${this.#d.table} WHERE state = 'pending' ORDER BY due_at LIMIT 1`,
    )?.due_at;
  }

  #attempt(row: DeliveryRow): void {
    const { db, table, deliver } = this.#d;
    const route = this.#d.route(row);
    if (!route) {
      db.run(`DELETE FROM ${table} WHERE id = ?`, row.id);
      return;
    }
    try {
      db.transaction(() => {
        deliver(route.delivery);
        this.#close(row, 'delivered');
      });
    } catch (error) {
      this.#failed(row, route, deliveryFailure(error));
    }
  }

  #failed(row: DeliveryRow, route: Route, failure: DeliveryFailure): void {
    const { db, clock, table, faults } = this.#d;
    const exhausted = failure.permanent ? undefined : this.#exhausted(row, route.retry);
    if (failure.permanent || exhausted) {
      this.#bury(row, route.deadLetter(failure, exhausted), failure);
      return;
    }
    const backoff = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** row.attempts);
    const jittered = backoff * (0.5 + faults.random());
    db.run(
      `UPDATE ${table} SET attempts = attempts + 1, due_at = ? WHERE id = ?`,
      clock.now() + clock.delay(jittered),
      row.id,
    );
  }

  #exhausted(row: DeliveryRow, policy: RetryPolicy): string | undefined {
    const { clock } = this.#d;
    if (row.attempts >= (policy.MaximumRetryAttempts ?? DEFAULT_ATTEMPTS)) return 'MaximumRetryAttempts';
    const limit = clock.delay((policy.MaximumEventAgeInSeconds ?? DEFAULT_AGE_SECONDS) * 1000);
    return clock.now() - row.first_at > limit ? 'MaximumEventAgeInSeconds' : undefined;
  }

  #bury(row: DeliveryRow, deadLetter: Delivery | undefined, failure: DeliveryFailure): void {
    const { db, deliver, log } = this.#d;
    log(`${row.source}: event given up after ${row.attempts} retries (${failure.code}: ${failure.message})`);
    try {
      db.transaction(() => {
        if (deadLetter) deliver(deadLetter);
        this.#close(row, 'dead');
      });
    } catch (error) {
      log(
        `${row.source}: the dead-letter queue refused the event as well: ${deliveryFailure(error).message}`,
      );
      this.#close(row, 'dead');
    }
  }

  #close(row: DeliveryRow, state: 'delivered' | 'dead'): void {
    this.#d.db.run(`UPDATE ${this.#d.table} SET state = ? WHERE id = ?`, state, row.id);
  }
}
