import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Database } from '../core/database.ts';

/** What an SDK signs with. */
export type AccessKey = { readonly accessKeyId: string; readonly secretAccessKey: string };

/** Whom an access key stands for: a role of the template, or the operator, who may do everything. */
export type Principal = { readonly kind: 'role'; readonly role: string } | { readonly kind: 'operator' };

/**
 * The access keys of one data folder. They derive from one random secret kept in the database, so that
 * presigned URLs outlive a restart and no key works on another machine.
 */
export class Credentials {
  readonly #root: string;
  readonly #principals = new Map<string, Principal>();

  constructor(db: Database) {
    db.execute(
      'CREATE TABLE IF NOT EXISTS iam_secret(id INTEGER PRIMARY KEY CHECK (id = 1), secret TEXT NOT NULL)',
    );
    db.run('INSERT OR IGNORE INTO iam_secret VALUES (1, ?)', randomBytes(32).toString('base64url'));
    this.#root = db.get<{ secret: string }>('SELECT secret FROM iam_secret')?.secret ?? '';
  }

  /** An access key for a function, which acts as `role`. The same function gets the same key after a restart. */
  forFunction(functionName: string, role: string): AccessKey {
    return this.#issue(`function/${functionName}`, { kind: 'role', role });
  }

  /** The key with which the local cloud itself publishes the site and loads demo data. */
  operator(): AccessKey {
    return this.#issue('operator', { kind: 'operator' });
  }

  principal(accessKeyId: string): Principal | undefined {
    return this.#principals.get(accessKeyId);
  }

  secretOf(accessKeyId: string): string | undefined {
    return this.#principals.has(accessKeyId) ? this.#secret(accessKeyId) : undefined;
  }

  #issue(owner: string, principal: Principal): AccessKey {
    const accessKeyId = `AKIA${createHash('sha256').update(owner).digest('hex').slice(0, 16).toUpperCase()}`;
    this.#principals.set(accessKeyId, principal);
    return { accessKeyId, secretAccessKey: this.#secret(accessKeyId) };
  }

  #secret(accessKeyId: string): string {
    return createHmac('sha256', this.#root).update(accessKeyId).digest('base64url');
  }
}
