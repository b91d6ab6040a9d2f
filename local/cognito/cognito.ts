import type { JSONWebKeySet } from 'jose';
import { AwsError, type AwsService } from '../core/aws-error.ts';
import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import { accountOperations, type Message } from './account-operations.ts';
import { adminOperations } from './admin-operations.ts';
import { type SignIn, SignInAttempts } from './attempts.ts';
import { groupOperations, groupProperties } from './group-operations.ts';
import { Groups } from './groups.ts';
import type { Operations } from './operation.ts';
import { Passwords } from './passwords.ts';
import { Sessions } from './sessions.ts';
import { type Client, type Pool, readClient, readPool } from './settings.ts';
import { signInOperations } from './sign-in.ts';
import { SigningKey } from './signing-key.ts';
import { Tokens } from './tokens.ts';
import { Users } from './users.ts';

type CognitoDependencies = {
  readonly db: Database;
  readonly clock: Clock;
  readonly region: string;
  /** scrypt's N, a power of two; tests take less than people's passwords deserve. */
  readonly passwordCost?: number;
  /** Where confirmation codes and temporary passwords go; nothing is sent without it. */
  readonly deliver?: (message: Message) => void;
};

const WELL_KNOWN = /^\/([\w-]+)\/\.well-known\/(jwks\.json|openid-configuration)$/;

/** User pools: password sign-in, tokens, groups and administration. Pools and clients come from the template. */
export class Cognito implements AwsService {
  readonly #pools = new Map<string, Pool>();
  readonly #clients = new Map<string, Client>();
  readonly #region: string;
  readonly #key: SigningKey;
  readonly #groups: Groups;
  readonly #attempts: SignInAttempts;
  readonly #operations: Operations;

  constructor({ db, clock, region, passwordCost, deliver = () => {} }: CognitoDependencies) {
    this.#region = region;
    this.#key = new SigningKey(db);
    this.#groups = new Groups(db, clock);
    this.#attempts = new SignInAttempts(db, clock);
    const stores = {
      clock,
      users: new Users(db, clock),
      groups: this.#groups,
      sessions: new Sessions(db, clock),
    };
    const parts = {
      ...stores,
      tokens: new Tokens({ ...stores, key: this.#key, pools: this.#pools }),
      attempts: this.#attempts,
      passwords: new Passwords(passwordCost),
      deliver,
      pool: (id: string) => found(this.#pools.get(id), `User pool ${id} does not exist.`),
      client: (id: string) => found(this.#clients.get(id), `User pool client ${id} does not exist.`),
    };
    this.#operations = {
      ...signInOperations(parts),
      ...accountOperations(parts),
      ...adminOperations(parts),
      ...groupOperations(parts),
    };
  }

  /** Declares a pool from resolved AWS::Cognito::UserPool properties. Throws a sentence for what cannot be played. */
  ensurePool(id: string, properties: unknown): void {
    this.#pools.set(id, readPool(id, this.#region, properties));
  }

  /** Declares a client from resolved AWS::Cognito::UserPoolClient properties; its pool comes first. */
  ensureClient(id: string, properties: unknown): void {
    this.#clients.set(id, readClient(id, this.#pools, properties));
  }

  /** Declares a group from resolved AWS::Cognito::UserPoolGroup properties. */
  ensureGroup(properties: unknown): void {
    const group = groupProperties.parse(properties);
    this.#groups.ensure(
      group.UserPoolId,
      group.GroupName,
      group.Description ?? null,
      group.Precedence ?? null,
    );
  }

  /** One operation of AWSCognitoIdentityProviderService, for example `InitiateAuth`. */
  call(operation: string, input: Record<string, unknown>): unknown {
    const run = Object.hasOwn(this.#operations, operation) ? this.#operations[operation] : undefined;
    if (!run)
      throw new AwsError(
        'UnknownOperationException',
        `Cognito ${operation} is not played by the local cloud.`,
      );
    return run(input);
  }

  /** The public keys of every token that this installation issues. */
  jwks(): JSONWebKeySet {
    return this.#key.jwks();
  }

  /** The JSON at `/<pool>/.well-known/jwks.json` or `openid-configuration`; undefined for any other path. */
  wellKnown(path: string): unknown {
    const [, id = '', document] = WELL_KNOWN.exec(path) ?? [];
    const pool = this.#pools.get(id);
    if (!pool) return undefined;
    if (document === 'jwks.json') return this.jwks();
    return {
      issuer: pool.issuer,
      jwks_uri: `${pool.issuer}/.well-known/jwks.json`,
      id_token_signing_alg_values_supported: ['RS256'],
      response_types_supported: ['code', 'token'],
      subject_types_supported: ['public'],
    };
  }

  /** The latest sign-ins by password, failed ones and locked-out ones included. */
  recentSignIns(limit: number): SignIn[] {
    return this.#attempts.recent(limit);
  }

  /** Pool ids and names, for the inspector. */
  describe(): { readonly id: string; readonly name: string; readonly clients: readonly string[] }[] {
    const clients = [...this.#clients.values()];
    return [...this.#pools.values()].map(({ id, name }) => ({
      id,
      name,
      clients: clients.filter((client) => client.pool.id === id).map((client) => client.id),
    }));
  }
}

function found<T>(value: T | undefined, message: string): T {
  if (value === undefined) throw new AwsError('ResourceNotFoundException', message);
  return value;
}
