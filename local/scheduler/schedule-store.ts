import type { Database } from '../core/database.ts';

/** How far a schedule has come; times are epoch milliseconds. */
export type Progress = {
  readonly expression: string;
  /** What a rate counts its periods from. */
  readonly anchor: number;
  /** Everything due up to here has been run. */
  readonly cursor: number;
  readonly lastRun: number | undefined;
};

type Row = {
  readonly expression: string;
  readonly anchor: number;
  readonly cursor: number;
  readonly last_run: number | null;
};

/** What is remembered of schedules and rules, by ARN, when the machine is off. */
export class ScheduleStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.execute(`
      CREATE TABLE IF NOT EXISTS scheduler_state(
        arn TEXT PRIMARY KEY, expression TEXT NOT NULL, anchor REAL NOT NULL, cursor REAL NOT NULL, last_run REAL);
      CREATE TABLE IF NOT EXISTS scheduler_run(n INTEGER PRIMARY KEY AUTOINCREMENT, arn TEXT NOT NULL);
    `);
  }

  find(arn: string): Progress | undefined {
    const row = this.#db.get<Row>('SELECT * FROM scheduler_state WHERE arn = ?', arn);
    if (!row) return undefined;
    const { expression, anchor, cursor, last_run } = row;
    return { expression, anchor, cursor, lastRun: last_run ?? undefined };
  }

  save(arn: string, { expression, anchor, cursor, lastRun }: Progress): void {
    this.#db.run(
      'INSERT OR REPLACE INTO scheduler_state VALUES (?, ?, ?, ?, ?)',
      ...[arn, expression, anchor, cursor, lastRun ?? null],
    );
  }

  /** Notes a run at `at`, after which everything due up to `cursor` is done. */
  saveRun(arn: string, cursor: number, at: number): void {
    this.#db.run('UPDATE scheduler_state SET cursor = ?, last_run = ? WHERE arn = ?', cursor, at, arn);
  }

  /** The number of a new run: it tells deliveries of one schedule apart. */
  nextRunNumber(arn: string): number {
    return this.#db.get<{ n: number }>('INSERT INTO scheduler_run(arn) VALUES (?) RETURNING n', arn)?.n ?? 0;
  }

  forgetRunsBefore(n: number): void {
    this.#db.run('DELETE FROM scheduler_run WHERE n < ?', n);
  }
}
