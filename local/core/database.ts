import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';

export type Row = Record<string, SQLOutputValue>;

/**
 * The one SQLite file behind every local service, so that a hand-over from one service to the next
 * (a stream record read and a message queued, say) commits as one transaction.
 * Synchronous by design: with no await inside, a transaction cannot interleave with another.
 */
export class Database {
  readonly #sql: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #depth = 0;
  #afterCommit: (() => void)[] = [];

  /** NORMAL with WAL survives kill -9; only a power cut may lose the last commits (FULL costs 4-5 times the write rate). */
  constructor(path: string, synchronous: 'NORMAL' | 'FULL' | 'OFF' = 'NORMAL') {
    this.#sql = new DatabaseSync(path);
    this.#sql.exec(`PRAGMA journal_mode=WAL; PRAGMA synchronous=${synchronous}; PRAGMA busy_timeout=2000;`);
  }

  /** Schema statements; several may be separated by semicolons. */
  execute(statements: string): void {
    this.#sql.exec(statements);
  }

  all<T = Row>(sql: string, ...parameters: SQLInputValue[]): T[] {
    return this.#prepare(sql).all(...parameters) as T[];
  }

  get<T = Row>(sql: string, ...parameters: SQLInputValue[]): T | undefined {
    return this.#prepare(sql).get(...parameters) as T | undefined;
  }

  /** Returns the number of rows changed. */
  run(sql: string, ...parameters: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...parameters).changes);
  }

  /** All of `work` or nothing; called inside another transaction it joins that one. `work` must not await. */
  transaction<T>(work: () => T): T {
    if (this.#depth > 0) return work();
    this.#sql.exec('BEGIN IMMEDIATE');
    this.#depth = 1;
    try {
      const result = work();
      this.#sql.exec('COMMIT');
      this.#depth = 0;
      this.#runAfterCommit();
      return result;
    } catch (error) {
      if (this.#depth > 0) this.#rollBack();
      throw error;
    }
  }

  /** Runs `work` once the surrounding transaction is durable (at once outside one); forgotten on roll-back. */
  afterCommit(work: () => void): void {
    if (this.#depth === 0) work();
    else this.#afterCommit.push(work);
  }

  close(): void {
    this.#statements.clear();
    this.#sql.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#sql.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #runAfterCommit(): void {
    const pending = this.#afterCommit;
    this.#afterCommit = [];
    for (const work of pending) work();
  }

  #rollBack(): void {
    this.#depth = 0;
    this.#afterCommit = [];
    try {
      this.#sql.exec('ROLLBACK');
    } catch {
      // SQLite has already rolled back by itself (disk full, I/O error): the first error is the one to report.
    }
  }
}
