import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import type { Verdict } from './domain/appraisal.ts';
import type { BankItem, Decision } from './domain/bank.ts';
import { versionKey } from './keys.ts';

/** Who wrote a version of an item, and what was decided about it by whom: kept for good. */
export type WrittenVersion = Pick<BankItem, 'version' | 'contentHash' | 'writtenBy' | 'writtenAt'> & {
  readonly decision?: Decision & { readonly verdict: Verdict };
  readonly withdrawal?: Decision;
};

/** Versions that are shown of one item: its latest. */
const PAGE = 50;

/** To be written in the same transaction as the item. */
export const writtenVersion = (
  table: string,
  { itemId, version, contentHash, writtenBy, writtenAt }: BankItem,
): TransactItem =>
  putNew(table, { ...versionKey(itemId, version), version, contentHash, writtenBy, writtenAt });

/** To be written in the same transaction as the item. */
export const decidedVersion = (
  table: string,
  { itemId, version, status, decision }: BankItem,
): TransactItem => ({
  Update: {
    TableName: table,
    Key: versionKey(itemId, version),
    UpdateExpression: 'SET decision = :decision',
    ExpressionAttributeValues: { ':decision': { verdict: status, ...decision } },
  },
});

/** To be written in the same transaction as the item. */
export const withdrawnVersion = (
  table: string,
  itemId: string,
  { version, ...withdrawal }: NonNullable<BankItem['withdrawal']>,
): TransactItem => ({
  Update: {
    TableName: table,
    Key: versionKey(itemId, version),
    UpdateExpression: 'SET withdrawal = :withdrawal',
    ExpressionAttributeValues: { ':withdrawal': withdrawal },
  },
});

/** AP22, newest first. */
export async function versionsOf(
  db: DynamoDBDocumentClient,
  table: string,
  itemId: string,
): Promise<WrittenVersion[]> {
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': versionKey(itemId, 1).pk },
      ScanIndexForward: false,
      Limit: PAGE,
    }),
  );
  return Items as WrittenVersion[];
}
