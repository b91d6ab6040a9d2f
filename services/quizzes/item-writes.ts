import type { TransactItem } from '#shared/store/transactions.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { BankItem } from './domain/bank.ts';
import type { WithdrawnItem } from './domain/withdrawal.ts';
import { decidedVersion, withdrawnVersion, writtenVersion } from './item-history.ts';
import { itemKey } from './keys.ts';

/** A sort key holds 1024 bytes; folded letters take one each, and the id follows. */
const TITLE_IN_KEY = 200;

/** AP1 and AP2: an item where it is found by its id and by its title. */
const headOf = (table: string, item: BankItem) => {
  const { itemId, bankId, title } = item;
  const index = { gsi1pk: `BANK#${bankId}`, gsi1sk: `${fold(title).slice(0, TITLE_IN_KEY)}#${itemId}` };
  return { TableName: table, Item: { ...itemKey(bankId, itemId), ...index, ...item } };
};

/** An item over the one that was read, while nobody has written or decided since. */
const overRead = (
  table: string,
  was: Pick<BankItem, 'version' | 'status'>,
  item: BankItem,
): TransactItem => ({
  Put: {
    ...headOf(table, item),
    ConditionExpression: 'version = :version AND #status = :status',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':version': was.version, ':status': was.status },
  },
});

/** A new item, or a next version of it, with its history. */
export const nextVersionWrites = (table: string, item: BankItem): TransactItem[] => {
  const first = item.version === 1;
  return [
    {
      Put: {
        ...headOf(table, item),
        ConditionExpression: first ? 'attribute_not_exists(pk)' : 'version = :was',
        ...(!first && { ExpressionAttributeValues: { ':was': item.version - 1 } }),
      },
    },
    writtenVersion(table, item),
  ];
};

/** What a second person decided about the draft that the item is at. */
export const decisionWrites = (table: string, item: BankItem): TransactItem[] => [
  overRead(table, { version: item.version, status: 'draft' }, item),
  decidedVersion(table, item),
];

/** An item whose approved version is taken out of use, over what it was. */
export const withdrawalWrites = (table: string, was: BankItem, item: WithdrawnItem): TransactItem[] => [
  overRead(table, was, item),
  withdrawnVersion(table, item.itemId, item.withdrawal),
];
