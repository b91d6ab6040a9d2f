import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Client } from './settings.ts';
import type { User } from './users.ts';

/** One sign-in: `id` is the `origin_jti` of all its tokens, `signedIn` and `expires` are epoch seconds. */
export type Session = {
  readonly id: string;
  readonly client: string;
  readonly username: string;
  readonly signedIn: number;
  readonly expires: number;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS cognito_refresh(
    hash TEXT PRIMARY KEY, id TEXT, pool TEXT, client TEXT, username TEXT, signedIn INTEGER, expires REAL);
  CREATE INDEX IF NOT EXISTS cognito_refresh_id ON cognito_refresh(id);
  CREATE INDEX IF NOT EXISTS cognito_refresh_user ON cognito_refresh(pool, username);
  CREATE TABLE IF NOT EXISTS cognito_challenge(
    hash TEXT PRIMARY KEY, pool TEXT, client TEXT, username TEXT, expires REAL);`;

/** Only a digest is stored: whoever copies the data folder holds no usable token. */
const digest = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** Refresh tokens and the sessions of unanswered challenges. */
export class Sessions {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    db.execute(SCHEMA);
  }

  /** Starts a session and returns it with its refresh token. */
  start(client: Client, user: User): { session: Session; refreshToken: string } {
    const now = this.#seconds();
    this.#db.run('DELETE FROM cognito_refresh WHERE expires<=?', now);
    const session = {
      id: randomUUID(),
      client: client.id,
      username: user.username,
      signedIn: Math.floor(now),
      expires: Math.floor(now) + client.refreshToken,
    };
    return { session, refreshToken: this.#issue(client.pool.id, session) };
  }

  find(client: Client, refreshToken: string): Session | undefined {
    return this.#db.get<Session>(
      'SELECT id, client, username, signedIn, expires FROM cognito_refresh WHERE hash=? AND client=? AND expires>?',
      ...[digest(refreshToken), client.id, this.#seconds()],
    );
  }

  /** A new refresh token for the rest of the session; the old one works `grace` seconds longer. */
  rotate(client: Client, session: Session, old: string, grace: number): string {
    return this.#db.transaction(() => {
      const end = Math.min(this.#seconds() + grace, session.expires);
      this.#db.run('UPDATE cognito_refresh SET expires=? WHERE hash=?', end, digest(old));
      return this.#issue(client.pool.id, { ...session, expires: session.signedIn + client.refreshToken });
    });
  }

  /** True until the session is revoked or its last refresh token has expired and been cleared away. */
  alive(id: string): boolean {
    return this.#db.get('SELECT 1 FROM cognito_refresh WHERE id=?', id) !== undefined;
  }

  revoke(id: string): void {
    this.#db.run('DELETE FROM cognito_refresh WHERE id=?', id);
  }

  revokeAll(user: User): void {
    this.#db.run('DELETE FROM cognito_refresh WHERE pool=? AND username=?', user.pool, user.username);
  }

  /** Returns the secret that answers the challenge, once, within the client's time. */
  challenge(client: Client, user: User): string {
    const now = this.#seconds();
    const secret = randomBytes(48).toString('base64url');
    this.#db.run('DELETE FROM cognito_challenge WHERE expires<=?', now);
    this.#db.run(
      'INSERT INTO cognito_challenge VALUES(?,?,?,?,?)',
      ...[digest(secret), client.pool.id, client.id, user.username, now + client.challenge],
    );
    return secret;
  }

  /** The username that is challenged. The challenge stays open until `answered`: a weak password may be bettered. */
  challenged(client: Client, secret: string): string | undefined {
    return this.#db.get<{ username: string }>(
      'SELECT username FROM cognito_challenge WHERE hash=? AND client=? AND expires>?',
      ...[digest(secret), client.id, this.#seconds()],
    )?.username;
  }

  /** Ends every open challenge of the user: called when the password changes by whatever way. */
  answered(user: User): void {
    this.#db.run('DELETE FROM cognito_challenge WHERE pool=? AND username=?', user.pool, user.username);
  }

  #issue(pool: string, session: Session): string {
    const token = randomBytes(96).toString('base64url');
    this.#db.run(
      'INSERT INTO cognito_refresh VALUES(?,?,?,?,?,?,?)',
      ...[digest(token), session.id, pool, session.client, session.username],
      ...[session.signedIn, session.expires],
    );
    return token;
  }

  #seconds(): number {
    return this.#clock.now() / 1000;
  }
}
