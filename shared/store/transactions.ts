import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

export type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** Puts an item under a key that nothing has yet; the transaction fails when something has. */
export const putNew = (table: string, item: Readonly<Record<string, unknown>>): TransactItem => ({
  Put: { TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' },
});

/** A write whose condition did not hold. */
export const isConditionFailure = (error: unknown): error is ConditionalCheckFailedException =>
  error instanceof ConditionalCheckFailedException;

/** Which items of a cancelled transaction failed their condition, by index; undefined for any other error. */
const failedConditions = (error: unknown): readonly number[] | undefined => {
  if (!(error instanceof TransactionCanceledException)) return undefined;
  const reasons = error.CancellationReasons ?? [];
  const failed = reasons.flatMap((reason, index) =>
    reason.Code === 'ConditionalCheckFailed' ? [index] : [],
  );
  return failed.length > 0 ? failed : undefined;
};

export type TransactOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly failed: readonly number[] };

/** Only that another transaction held an item: nothing was decided, so the same transaction may be sent again. */
const isOnlyConflict = (error: unknown): boolean =>
  error instanceof TransactionCanceledException &&
  (error.CancellationReasons ?? []).every(({ Code }) => Code === 'None' || Code === 'TransactionConflict');

const SENDS = 6;
/** Full jitter from 20 ms, doubling: a rush for one course run spreads over about a second. */
const pause = (attempt: number) =>
  new Promise((resolve) => setTimeout(resolve, Math.random() * 20 * 2 ** attempt));

/**
 * All items or none. A failed condition comes back as a value with the indexes that failed; conflicts with a running
 * transaction are sent again up to six times (the SDK does not), then thrown like throttling and faults.
 */
export async function transact(db: DynamoDBDocumentClient, items: TransactItem[]): Promise<TransactOutcome> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await db.send(new TransactWriteCommand({ TransactItems: items }));
      return { ok: true };
    } catch (error) {
      const failed = failedConditions(error);
      if (failed) return { ok: false, failed };
      if (!isOnlyConflict(error) || attempt === SENDS) throw error;
      await pause(attempt);
    }
  }
}
