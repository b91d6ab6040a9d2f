import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import type { PaperPlan } from './domain/paper-plan.ts';
import type { TranscodePlan } from './domain/plan.ts';
import { isDropped, isSettled, type Recording } from './domain/recording.ts';
import { courseKey, jobKey, openKey, sizeKey } from './keys.ts';

export const dropItem = (table: string, key: Record<string, string>): TransactItem => ({
  Delete: { TableName: table, Key: key },
});

/**
 * AP4, AP5 and AP10 as they are to be after a change, in the transaction that makes it: what the sweeper looks after,
 * what may be compared with, and what can be watched.
 */
export function listChanges(table: string, was: Recording, next: Recording): TransactItem[] {
  const { assetId, bytes, courseId } = next;
  const open = openKey(assetId);
  if (isSettled(next)) return [dropItem(table, open)];
  return [
    ...(isSettled(was) ? [{ Put: { TableName: table, Item: { ...open, assetId } } }] : []),
    ...(isDropped(next) ? [dropItem(table, sizeKey(bytes, assetId))] : []),
    ...(was.state.status === 'ready' && next.state.status !== 'ready'
      ? [dropItem(table, courseKey(courseId, assetId))]
      : []),
  ];
}

/** AP6: the job of a source that arrived, and what is to be made of it. */
export function jobChanges(
  table: string,
  was: Recording,
  { assetId, source }: Recording,
  plan: TranscodePlan | PaperPlan | undefined,
): TransactItem[] {
  if (!source) return [];
  const Key = jobKey(assetId, source.objectVersion);
  if (!was.source) return [putNew(table, { ...Key, ...source })];
  if (!plan) return [];
  return [
    {
      Update: {
        TableName: table,
        Key,
        UpdateExpression: 'SET #plan = :plan',
        ExpressionAttributeNames: { '#plan': 'plan' },
        ExpressionAttributeValues: { ':plan': plan },
      },
    },
  ];
}
