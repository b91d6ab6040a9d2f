import { createHash } from 'node:crypto';
import { AwsError } from '../core/aws-error.ts';
import type { Consumption } from './capacity.ts';
import type { Engine } from './engine.ts';

/** How long a repeated ClientRequestToken is recognised. */
const TOKEN_LIFETIME_MS = 10 * 60 * 1000;

type TransactWriteRequest = {
  readonly ClientRequestToken?: string | undefined;
  readonly TransactItems: readonly unknown[];
};

/** Members in a fixed order, so that two serialisations of one request are the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

const hashOf = ({ TransactItems }: TransactWriteRequest): string =>
  createHash('sha256').update(canonical(TransactItems)).digest('hex');

/**
 * What a repeat of an earlier request with the same token reports: read units, and nothing is written again. Undefined
 * for a new token; IdempotentParameterMismatchException when the token came with another request.
 */
export function replayOf(
  { db, clock, tables }: Engine,
  request: TransactWriteRequest,
): Consumption[] | undefined {
  if (request.ClientRequestToken === undefined) return undefined;
  const known = db.get<{ request_hash: string; reads: string }>(
    'SELECT request_hash, reads FROM ddb_tokens WHERE token=? AND at>?',
    request.ClientRequestToken,
    clock.now() - TOKEN_LIFETIME_MS,
  );
  if (!known) return undefined;
  if (known.request_hash !== hashOf(request))
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'Request parameters do not match the original request for this idempotency token',
    );
  return (JSON.parse(known.reads) as [string, number][]).map(([name, tableUnits]) => ({
    table: tables.get(name).definition,
    kind: 'read',
    tableUnits,
    indexUnits: {},
  }));
}

/** Keeps the token in the transaction that it makes idempotent. */
export function rememberToken(
  { db, clock }: Engine,
  request: TransactWriteRequest,
  reads: readonly Consumption[],
): void {
  if (request.ClientRequestToken === undefined) return;
  db.run(
    'INSERT OR REPLACE INTO ddb_tokens VALUES(?,?,?,?)',
    request.ClientRequestToken,
    hashOf(request),
    JSON.stringify(reads.map(({ table, tableUnits }) => [table.name, tableUnits])),
    clock.now(),
  );
}

/** Forgets the tokens that are past their lifetime. */
export function trimTokens({ db, clock }: Pick<Engine, 'db' | 'clock'>): void {
  db.run('DELETE FROM ddb_tokens WHERE at<?', clock.now() - TOKEN_LIFETIME_MS);
}
