import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import type { Database } from '../core/database.ts';

/**
 * The key pair that passes are signed with on this machine: made at the first start that asks for it, kept in the data
 * folder like everything else. A template without keys of its own takes the public half as a parameter.
 */
export class OwnKey {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.execute('CREATE TABLE IF NOT EXISTS pass_key(id INTEGER PRIMARY KEY CHECK(id=1), pem TEXT)');
  }

  get privateKey(): string {
    const stored = this.#db.get<{ pem: string }>('SELECT pem FROM pass_key')?.pem;
    if (stored) return stored;
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    this.#db.run('INSERT INTO pass_key VALUES(1,?)', pem);
    return pem;
  }

  get publicKey(): string {
    return createPublicKey(this.privateKey).export({ type: 'spki', format: 'pem' }).toString();
  }
}
