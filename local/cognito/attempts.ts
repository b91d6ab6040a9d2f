import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';

type SignInResult = 'signed-in' | 'wrong-password' | 'unknown-user' | 'locked-out';
/** One line of the access log; `time` in ms. */
export type SignIn = {
  readonly time: number;
  readonly pool: string;
  readonly username: string;
  readonly result: SignInResult;
};

const FREE_FAILURES = 5;
const LONGEST_LOCK_MS = 15 * 60_000;
const LOG_ROWS = 1000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS cognito_failure(
    pool TEXT, username TEXT, failures INTEGER, at INTEGER, PRIMARY KEY(pool, username));
  CREATE TABLE IF NOT EXISTS cognito_sign_in(
    id INTEGER PRIMARY KEY, time INTEGER, pool TEXT, username TEXT, result TEXT);`;

/** Cognito's rule: the fifth failure locks for 2^(n-5) s, up to about 15 minutes. Returns ms. */
export const lockMilliseconds = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(1000 * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS);

/**
 * Failed passwords per name, kept whether or not the user exists, so that the lock does not tell who does.
 * Tries of one name go one after another: many at once cannot slip past the count while their passwords are hashed.
 */
export class SignInAttempts {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #waiting = new Map<string, Promise<unknown>>();

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    db.execute(SCHEMA);
  }

  /** Runs `verify` unless the name is locked (NotAuthorizedException), then counts its answer. */
  async run(pool: string, username: string, verify: () => Promise<SignInResult>): Promise<SignInResult> {
    const key = `${pool}/${username}`;
    const before = this.#waiting.get(key) ?? Promise.resolve();
    const turn = before.then(() => this.#attempt(pool, username, verify));
    const settled = turn.catch(() => undefined);
    this.#waiting.set(key, settled);
    try {
      return await turn;
    } finally {
      if (this.#waiting.get(key) === settled) this.#waiting.delete(key);
    }
  }

  /** Latest first. */
  recent(limit: number): SignIn[] {
    return this.#db.all<SignIn>(
      'SELECT time, pool, username, result FROM cognito_sign_in ORDER BY id DESC LIMIT ?',
      limit,
    );
  }

  async #attempt(pool: string, username: string, verify: () => Promise<SignInResult>): Promise<SignInResult> {
    if (this.#locked(pool, username)) {
      this.#record(pool, username, 'locked-out');
      throw new AwsError('NotAuthorizedException', 'Password attempts exceeded');
    }
    const result = await verify();
    this.#record(pool, username, result);
    return result;
  }

  #locked(pool: string, username: string): boolean {
    // A name left alone for 15 minutes starts afresh, which also keeps this table small.
    this.#db.run('DELETE FROM cognito_failure WHERE at<=?', this.#clock.now() - LONGEST_LOCK_MS);
    const row = this.#db.get<{ failures: number; at: number }>(
      'SELECT failures, at FROM cognito_failure WHERE pool=? AND username=?',
      pool,
      username,
    );
    return (
      row !== undefined && this.#clock.now() < row.at + this.#clock.delay(lockMilliseconds(row.failures))
    );
  }

  #record(pool: string, username: string, result: SignInResult): void {
    const now = this.#clock.now();
    this.#db.transaction(() => {
      if (result === 'signed-in')
        this.#db.run('DELETE FROM cognito_failure WHERE pool=? AND username=?', pool, username);
      else if (result !== 'locked-out')
        this.#db.run(
          `INSERT INTO cognito_failure VALUES(?,?,1,?)
           ON CONFLICT(pool, username) DO UPDATE SET failures=failures+1, at=excluded.at`,
          ...[pool, username, now],
        );
      this.#db.run(
        'INSERT INTO cognito_sign_in(time, pool, username, result) VALUES(?,?,?,?)',
        ...[now, pool, username, result],
      );
      this.#db.run('DELETE FROM cognito_sign_in WHERE id<=(SELECT MAX(id) FROM cognito_sign_in)-?', LOG_ROWS);
    });
  }
}
