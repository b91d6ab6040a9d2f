import { randomUUID } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Groups } from './groups.ts';
import type { Session, Sessions } from './sessions.ts';
import type { Client, Pool } from './settings.ts';
import type { SigningKey } from './signing-key.ts';
import type { Attributes, User, Users } from './users.ts';

export type AuthenticationResult = {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken?: string;
  readonly ExpiresIn: number;
  readonly TokenType: 'Bearer';
};

type Parts = {
  readonly key: SigningKey;
  readonly clock: Clock;
  readonly users: Users;
  readonly groups: Groups;
  readonly sessions: Sessions;
  readonly pools: ReadonlyMap<string, Pool>;
};

/** Issues and reads the tokens of a session. */
export class Tokens {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async signIn(client: Client, user: User): Promise<AuthenticationResult> {
    const { session, refreshToken } = this.#parts.sessions.start(client, user);
    return { ...(await this.issue(client, user, session)), RefreshToken: refreshToken };
  }

  /** Access and ID token for a running session. */
  async issue(client: Client, user: User, session: Session): Promise<AuthenticationResult> {
    const { key, clock, groups } = this.#parts;
    const now = Math.floor(clock.now() / 1000);
    const names = groups.of(user).map((group) => group.name);
    const common = {
      sub: user.sub,
      ...(names.length > 0 && { 'cognito:groups': names }),
      iss: client.pool.issuer,
      ...(client.revocable && { origin_jti: session.id }),
      event_id: randomUUID(),
      auth_time: session.signedIn,
      iat: now,
    };
    const [AccessToken, IdToken] = await Promise.all([
      key.sign({
        ...common,
        client_id: client.id,
        token_use: 'access',
        scope: 'aws.cognito.signin.user.admin',
        exp: now + client.accessToken,
        jti: randomUUID(),
        username: user.username,
      }),
      key.sign({
        ...identityClaims(client, user.attributes),
        ...common,
        'cognito:username': user.username,
        aud: client.id,
        token_use: 'id',
        exp: now + client.idToken,
        jti: randomUUID(),
      }),
    ]);
    return { AccessToken, IdToken, ExpiresIn: client.accessToken, TokenType: 'Bearer' };
  }

  /** Whose access token this is, and its session. NotAuthorizedException when it is not valid or was revoked. */
  async owner(accessToken: string): Promise<{ user: User; pool: Pool }> {
    const { key, clock, sessions, users, pools } = this.#parts;
    const claims = await key.verify(accessToken, clock.now());
    if (claims?.token_use !== 'access') throw new AwsError('NotAuthorizedException', 'Invalid Access Token');
    if (typeof claims.origin_jti === 'string' && !sessions.alive(claims.origin_jti))
      throw new AwsError('NotAuthorizedException', 'Access Token has been revoked');
    const pool = pools.get(claims.iss?.split('/').at(-1) ?? '');
    const user = pool && users.find(pool, claims.sub ?? '');
    if (!user) throw new AwsError('UserNotFoundException', 'User does not exist.');
    if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
    return { user, pool };
  }
}

const BOOLEAN = /^(email|phone_number)_verified$/;

function identityClaims(client: Client, attributes: Attributes): Record<string, string | boolean> {
  const readable = Object.entries(attributes).filter(([name]) => client.readable?.has(name) ?? true);
  return Object.fromEntries(
    readable.map(([name, value]) => [name, BOOLEAN.test(name) ? value === 'true' : value]),
  );
}
