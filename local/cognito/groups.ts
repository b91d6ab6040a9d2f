import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { User } from './users.ts';

/** As Cognito's GroupType; times are ms and `Precedence` orders the groups in a token (lowest first, none last). */
export type Group = {
  readonly pool: string;
  readonly name: string;
  readonly description: string | null;
  readonly precedence: number | null;
  readonly created: number;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS cognito_group(
    pool TEXT, name TEXT, description TEXT, precedence INTEGER, created INTEGER, PRIMARY KEY(pool, name));
  CREATE TABLE IF NOT EXISTS cognito_member(
    pool TEXT, name TEXT, username TEXT, PRIMARY KEY(pool, name, username));
  CREATE INDEX IF NOT EXISTS cognito_member_user ON cognito_member(pool, username);`;

/** The groups of every pool and who is in them. */
export class Groups {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    db.execute(SCHEMA);
  }

  find(pool: string, name: string): Group | undefined {
    return this.#db.get<Group>('SELECT * FROM cognito_group WHERE pool=? AND name=?', pool, name);
  }

  /** Declares the group, or brings an existing one to this description and precedence. */
  ensure(pool: string, name: string, description: string | null, precedence: number | null): void {
    this.#db.run(
      `INSERT INTO cognito_group VALUES(?,?,?,?,?)
       ON CONFLICT(pool, name) DO UPDATE SET description=excluded.description, precedence=excluded.precedence`,
      ...[pool, name, description, precedence, this.#clock.now()],
    );
  }

  add(user: User, name: string): void {
    this.#require(user.pool, name);
    this.#db.run('INSERT OR IGNORE INTO cognito_member VALUES(?,?,?)', user.pool, name, user.username);
  }

  remove(user: User, name: string): void {
    this.#require(user.pool, name);
    this.#db.run(
      'DELETE FROM cognito_member WHERE pool=? AND name=? AND username=?',
      ...[user.pool, name, user.username],
    );
  }

  removeFromAll(user: User): void {
    this.#db.run('DELETE FROM cognito_member WHERE pool=? AND username=?', user.pool, user.username);
  }

  of(user: User): Group[] {
    return this.#db.all<Group>(
      `SELECT g.* FROM cognito_member m JOIN cognito_group g USING(pool, name)
       WHERE m.pool=? AND m.username=? ORDER BY g.precedence IS NULL, g.precedence, g.name`,
      user.pool,
      user.username,
    );
  }

  /** At most `limit` usernames after `after`. */
  members(pool: string, name: string, after: string, limit: number): string[] {
    this.#require(pool, name);
    return this.#db
      .all<{ username: string }>(
        'SELECT username FROM cognito_member WHERE pool=? AND name=? AND username>? ORDER BY username LIMIT ?',
        ...[pool, name, after, limit],
      )
      .map((row) => row.username);
  }

  #require(pool: string, name: string): void {
    if (!this.find(pool, name)) throw new AwsError('ResourceNotFoundException', 'Group not found.');
  }
}
