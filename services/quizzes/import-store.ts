import { type DynamoDBDocumentClient, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { findItem } from '#shared/store/find-item.ts';
import {
  claimIdempotencyKey,
  type IdempotentRequest,
  resultOfIdempotencyKey,
} from '#shared/store/idempotency.ts';
import { putNew, transact } from '#shared/store/transactions.ts';
import type { Remark } from './domain/formats/item-file.ts';
import { importKey } from './keys.ts';

/** What an import does, decided before it writes anything, so that the same request again gets the same answer. */
export type ImportReport = {
  readonly importId: string;
  readonly courseId: string;
  readonly importedBy: string;
  readonly at: string;
  readonly imported: number;
  readonly unchanged: number;
  readonly faults: readonly Remark[];
  readonly notices: readonly Remark[];
  /** `writing` until every item is in the bank. */
  readonly status: 'writing' | 'done';
};

/** Imports: access patterns AP4 and AP18 of keys.ts. */
export class ImportStore {
  readonly #db: DynamoDBDocumentClient;
  readonly #table: string;

  constructor(db: DynamoDBDocumentClient, table: string) {
    this.#db = db;
    this.#table = table;
  }

  /** What an earlier request with the same key made. */
  async findEarlier(request: Omit<IdempotentRequest, 'at'>): Promise<ImportReport | undefined> {
    const importId = await resultOfIdempotencyKey(this.#db, this.#table, request);
    return importId === undefined ? undefined : this.find(importId);
  }

  /** AP4 */
  async find(importId: string): Promise<ImportReport | undefined> {
    return (await findItem(this.#db, this.#table, importKey(importId))) as ImportReport | undefined;
  }

  /** From here on the import will be finished, by its request, a repeat of it, or the job that looks for what is left. */
  async begin(report: ImportReport, request: IdempotentRequest): Promise<'begun' | 'repeated'> {
    const index = { gsi1pk: 'IMPORTING', gsi1sk: `${report.at}#${report.importId}` };
    const outcome = await transact(this.#db, [
      claimIdempotencyKey(this.#table, request, report.importId),
      putNew(this.#table, { ...importKey(report.importId), ...index, ...report }),
    ]);
    return outcome.ok ? 'begun' : 'repeated';
  }

  /** Every item is in the bank; `notices` are those of the report and what was found while writing. */
  async finish(importId: string, notices: ImportReport['notices']): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        TableName: this.#table,
        Key: importKey(importId),
        UpdateExpression: 'SET #status = :done, notices = :notices REMOVE gsi1pk, gsi1sk',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: { ':done': 'done', ':notices': notices },
      }),
    );
  }

  /** AP18: begun before an instant and not finished, the oldest first; a page, the next run has the rest. */
  async unfinished(before: string): Promise<readonly ImportReport[]> {
    const { Items = [] } = await this.#db.send(
      new QueryCommand({
        TableName: this.#table,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk < :before',
        ExpressionAttributeValues: { ':pk': 'IMPORTING', ':before': before },
      }),
    );
    return Items as ImportReport[];
  }
}
