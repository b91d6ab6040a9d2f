import type { TransactItem } from '#shared/store/transactions.ts';
import { type Collection, collectionsOf } from './domain/collections.ts';
import { type Issued, listedOf, type Material } from './domain/material.ts';
import { countsKey, listedKey } from './keys.ts';

/** What a list shows of a material. */
export type ListedCard = Omit<
  Issued,
  'editedBy' | 'licence' | 'source' | 'peopleShown' | 'assetId' | 'url' | 'citation'
> & {
  readonly materialId: string;
};

const same = (a: Issued | undefined, b: Issued | undefined): boolean => a?.issuedAt === b?.issuedAt;

/** AP6 and AP7 as they are to be after a change: to be written in the transaction that changes the material. */
export function listingChanges(TableName: string, was: Material, next: Material): TransactItem[] {
  const before = listedOf(was);
  const after = listedOf(next);
  if (same(before, after)) return [];
  const { materialId } = next;
  const [left, joined] = [before, after].map((one) => (one ? collectionsOf(one) : []));
  return [
    ...(before ? (left ?? []) : []).map((collection) => ({
      Delete: { TableName, Key: listedKey(collection, before?.issuedAt ?? '', materialId) },
    })),
    ...(after ? (joined ?? []) : []).map((collection) => ({
      Put: {
        TableName,
        Item: {
          ...listedKey(collection, after?.issuedAt ?? '', materialId),
          ...cardOf(after as Issued, materialId),
        },
      },
    })),
    ...countChange(TableName, left ?? [], joined ?? []),
  ];
}

/** Nothing that a list does not show: the item stands in every collection of its material. */
const cardOf = (issued: Issued, materialId: string): ListedCard => {
  const whole: Issued & { readonly assetId?: string } = issued;
  const { editedBy, licence, source, peopleShown, assetId, url, citation, ...card } = whole;
  return { ...card, materialId };
};

/** The counters move in the transaction whose condition holds once, so they are exact. */
function countChange(
  TableName: string,
  left: readonly Collection[],
  joined: readonly Collection[],
): TransactItem[] {
  const moved = new Map<Collection, number>();
  for (const collection of joined) moved.set(collection, 1);
  for (const collection of left) moved.set(collection, (moved.get(collection) ?? 0) - 1);
  const changes = [...moved].filter(([, by]) => by !== 0);
  if (changes.length === 0) return [];
  return [
    {
      Update: {
        TableName,
        Key: countsKey,
        UpdateExpression: `ADD ${changes.map((_, n) => `#c${n} :c${n}`).join(', ')}`,
        ExpressionAttributeNames: Object.fromEntries(changes.map(([name], n) => [`#c${n}`, name])),
        ExpressionAttributeValues: Object.fromEntries(changes.map(([, by], n) => [`:c${n}`, by])),
      },
    },
  ];
}
