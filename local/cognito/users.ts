import { randomUUID } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Pool } from './settings.ts';

export type Attributes = Readonly<Record<string, string>>;
type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD';

/** Times are ms; `password` is the stored hash, `code` the confirmation code that was sent. */
export type User = {
  readonly pool: string;
  readonly username: string;
  readonly sub: string;
  readonly password: string | null;
  readonly passwordSet: number;
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly attributes: Attributes;
  readonly code: string | null;
  readonly created: number;
  readonly modified: number;
};

type UserRow = Omit<User, 'enabled' | 'attributes'> & { enabled: number; attributes: string };
type UserChange = Partial<Pick<User, 'password' | 'status' | 'enabled' | 'code'>>;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS cognito_user(
    pool TEXT, username TEXT, sub TEXT, password TEXT, passwordSet INTEGER, status TEXT, enabled INTEGER,
    attributes TEXT, code TEXT, created INTEGER, modified INTEGER, PRIMARY KEY(pool, username));
  CREATE UNIQUE INDEX IF NOT EXISTS cognito_user_sub ON cognito_user(pool, sub);
  CREATE TABLE IF NOT EXISTS cognito_alias(
    pool TEXT, attribute TEXT, value TEXT, username TEXT, PRIMARY KEY(pool, attribute, value));
  CREATE INDEX IF NOT EXISTS cognito_alias_user ON cognito_alias(pool, username);`;

const fromRow = (row: UserRow): User => ({
  ...row,
  enabled: row.enabled === 1,
  attributes: JSON.parse(row.attributes) as Attributes,
});

/** The users of every pool, found by username, sub or any attribute that the pool lets them sign in with. */
export class Users {
  readonly #db: Database;
  readonly #clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    db.execute(SCHEMA);
  }

  find(pool: Pool, name: string): User | undefined {
    const key = keyOf(pool, name);
    const row =
      this.#db.get<UserRow>('SELECT * FROM cognito_user WHERE pool=? AND username=?', pool.id, key) ??
      this.#db.get<UserRow>('SELECT * FROM cognito_user WHERE pool=? AND sub=?', pool.id, name) ??
      this.#db.get<UserRow>(
        'SELECT u.* FROM cognito_alias a JOIN cognito_user u USING(pool, username) WHERE a.pool=? AND a.value=?',
        pool.id,
        key,
      );
    return row && fromRow(row);
  }

  /** As `find`, or UserNotFoundException. */
  require(pool: Pool, name: string): User {
    const user = this.find(pool, name);
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
    return user;
  }

  /** At most `limit` users whose username comes after `after`, by username. */
  list(pool: Pool, after: string, limit: number): User[] {
    return this.#db
      .all<UserRow>(
        'SELECT * FROM cognito_user WHERE pool=? AND username>? ORDER BY username LIMIT ?',
        pool.id,
        after,
        limit,
      )
      .map(fromRow);
  }

  /** UsernameExistsException or AliasExistsException when the name or a sign-in attribute is taken. */
  create(
    pool: Pool,
    name: string,
    given: Attributes,
    state: Pick<User, 'password' | 'status' | 'code'>,
  ): User {
    const sub = randomUUID();
    const attributes = { ...nameAsAttribute(pool, name), ...given, sub };
    const username = pool.generatedUsername ? sub : keyOf(pool, name);
    return this.#db.transaction(() => {
      if (this.find(pool, name)) throw new AwsError('UsernameExistsException', 'User account already exists');
      const now = this.#clock.now();
      this.#db.run(
        'INSERT INTO cognito_user VALUES(?,?,?,?,?,?,1,?,?,?,?)',
        ...[pool.id, username, sub, state.password, now, state.status],
        ...[JSON.stringify(attributes), state.code, now, now],
      );
      this.#claimAliases(pool, username, attributes);
      return this.require(pool, username);
    });
  }

  /** An empty value removes the attribute, as in Cognito; a changed address is no longer verified unless said so. */
  setAttributes(pool: Pool, user: User, changes: Attributes): void {
    if ('sub' in changes)
      throw new AwsError('InvalidParameterException', 'Cannot modify the non-mutable attribute sub');
    const unverified = ['email', 'phone_number']
      .filter((a) => a in changes && changes[a] !== user.attributes[a])
      .map((a): [string, string] => [`${a}_verified`, 'false']);
    const merged = { ...user.attributes, ...Object.fromEntries(unverified), ...changes };
    const attributes = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''));
    this.#db.transaction(() => {
      this.#update(user, 'attributes=?', JSON.stringify(attributes));
      this.#claimAliases(pool, user.username, attributes);
    });
  }

  change(user: User, change: UserChange): void {
    this.#db.transaction(() => {
      if (change.password !== undefined)
        this.#update(user, 'password=?, passwordSet=?', change.password, this.#clock.now());
      if (change.status !== undefined) this.#update(user, 'status=?', change.status);
      if (change.enabled !== undefined) this.#update(user, 'enabled=?', change.enabled ? 1 : 0);
      if (change.code !== undefined) this.#update(user, 'code=?', change.code);
    });
  }

  remove(user: User): void {
    this.#db.transaction(() => {
      for (const table of ['cognito_user', 'cognito_alias'])
        this.#db.run(`DELETE FROM ${table} WHERE pool=? AND username=?`, user.pool, user.username);
    });
  }

  #update(user: User, assignment: string, ...values: (string | number | null)[]): void {
    this.#db.run(
      `UPDATE cognito_user SET ${assignment}, modified=? WHERE pool=? AND username=?`,
      ...[...values, this.#clock.now(), user.pool, user.username],
    );
  }

  /** An address is an alias only once it is verified, unless it is the user's only name. */
  #claimAliases(pool: Pool, username: string, attributes: Attributes): void {
    this.#db.run('DELETE FROM cognito_alias WHERE pool=? AND username=?', pool.id, username);
    for (const attribute of pool.signInAttributes) {
      const value = keyOf(pool, attributes[attribute] ?? '');
      const usable =
        pool.generatedUsername ||
        attribute === 'preferred_username' ||
        attributes[`${attribute}_verified`] === 'true';
      if (value === '' || !usable) continue;
      const owner = this.find(pool, value);
      if (owner && owner.username !== username)
        throw new AwsError('AliasExistsException', `An account with the ${attribute} already exists.`);
      this.#db.run('INSERT INTO cognito_alias VALUES(?,?,?,?)', pool.id, attribute, value, username);
    }
  }
}

/** Names are compared as the pool says; addresses always without regard to case. */
const keyOf = (pool: Pool, name: string): string =>
  pool.caseSensitive && !name.includes('@') ? name : name.toLowerCase();

const EMAIL = /^[^@\s]+@[^@\s]+$/;
const PHONE = /^\+[0-9]{5,20}$/;

function nameAsAttribute(pool: Pool, name: string): Attributes {
  const form = EMAIL.test(name) ? 'email' : PHONE.test(name) ? 'phone_number' : undefined;
  const usable = form !== undefined && pool.signInAttributes.includes(form);
  if (pool.generatedUsername) {
    if (usable) return { [form]: name };
    throw new AwsError('InvalidParameterException', 'Username should be an email or a phone number.');
  }
  if (usable)
    throw new AwsError(
      'InvalidParameterException',
      `Username cannot be of ${form === 'email' ? 'email' : 'phone number'} format, since user pool is configured for ${form} alias.`,
    );
  return {};
}
