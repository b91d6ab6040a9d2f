import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNew, transact } from '#shared/store/transactions.ts';
import type { PoolItem } from './domain/diagnostic/next-item.ts';
import type { Diagnostic } from './domain/diagnostic/placement.ts';
import { diagnosticKey, poolKey } from './keys.ts';

const CURRENT = 'DIAGNOSTICS';

/** Diagnostics with what they ask from: access patterns AP24 and AP25 of keys.ts. */
export class DiagnosticStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** What an earlier request with the same key made. */
  findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<string | undefined> {
    return resultOfIdempotencyKey(this.#db, this.#table, request);
  }

  /** AP24 */
  async findDiagnostic(diagnosticId: string): Promise<Diagnostic | undefined> {
    return (await findItem(this.#db, this.#table, diagnosticKey(diagnosticId))) as Diagnostic | undefined;
  }

  /** AP24, the items it asks from. They are fixed with the diagnostic. */
  async findPool(diagnosticId: string): Promise<readonly PoolItem[]> {
    const found = await findItem(this.#db, this.#table, poolKey(diagnosticId));
    if (!found) throw new Error(`diagnostic ${diagnosticId} has no pool`);
    return found.pool as PoolItem[];
  }

  /** AP25, the one published last. From an index: for a moment after publishing people still start the one before. */
  async findCurrent(): Promise<Diagnostic | undefined> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': CURRENT },
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    return Items[0] as Diagnostic | undefined;
  }

  async saveDiagnostic(
    diagnostic: Diagnostic,
    pool: readonly PoolItem[],
    request: IdempotentRequest,
  ): Promise<'saved' | 'repeated'> {
    const { diagnosticId, publishedAt } = diagnostic;
    const index = { gsi1pk: CURRENT, gsi1sk: `${publishedAt}#${diagnosticId}` };
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, diagnosticId),
      putNew(this.#table, { ...diagnosticKey(diagnosticId), ...index, ...diagnostic }),
      putNew(this.#table, { ...poolKey(diagnosticId), pool }),
    ]);
    return outcome.ok ? 'saved' : 'repeated';
  }
}
