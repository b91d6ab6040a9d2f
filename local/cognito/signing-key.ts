import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';
import { type JSONWebKeySet, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Database } from '../core/database.ts';

/** The RS256 key pair that signs every token: made once per installation and kept in the database. */
export class SigningKey {
  readonly #private: KeyObject;
  readonly #public: KeyObject;
  readonly #id: string;

  constructor(db: Database) {
    db.execute('CREATE TABLE IF NOT EXISTS cognito_key(id INTEGER PRIMARY KEY CHECK(id=1), pem TEXT)');
    const stored = db.get<{ pem: string }>('SELECT pem FROM cognito_key');
    const pem = stored?.pem ?? newKey();
    if (!stored) db.run('INSERT INTO cognito_key VALUES(1,?)', pem);
    this.#private = createPrivateKey(pem);
    this.#public = createPublicKey(this.#private);
    this.#id = createHash('sha256')
      .update(this.#public.export({ type: 'spki', format: 'der' }))
      .digest('base64url');
  }

  jwks(): JSONWebKeySet {
    const { kty = 'RSA', n, e } = this.#public.export({ format: 'jwk' });
    return { keys: [{ kty, n, e, kid: this.#id, alg: 'RS256', use: 'sig' }] };
  }

  sign(claims: JWTPayload): Promise<string> {
    return new SignJWT(claims).setProtectedHeader({ kid: this.#id, alg: 'RS256' }).sign(this.#private);
  }

  /** The claims of a token that this key signed and that has not expired at `now` (ms); undefined otherwise. */
  async verify(token: string, now: number): Promise<JWTPayload | undefined> {
    try {
      const options = { algorithms: ['RS256'], currentDate: new Date(now) };
      return (await jwtVerify(token, this.#public, options)).payload;
    } catch {
      return undefined;
    }
  }
}

const newKey = (): string =>
  generateKeyPairSync('rsa', { modulusLength: 2048 })
    .privateKey.export({ type: 'pkcs8', format: 'pem' })
    .toString();
