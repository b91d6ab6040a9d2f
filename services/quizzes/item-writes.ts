import { putNew, type TransactItem } from '#shared/store/transactions.ts';
import { fold } from '#shared/text/vietnamese.ts';
import type { BankItem } from './domain/bank.ts';
import type { WithdrawnItem } from './domain/withdrawal.ts';
import { decidedVersion, withdrawnVersion, writtenVersion } from './item-history.ts';
import { itemKey } from './keys.ts';

/** A sort key holds 1024 bytes; folded letters take one each, and the id follows. */
const TITLE_IN_KEY = 200;

/** AP1 and AP2: an item where it is found by its id and by its title. */
const headOf = (item: BankItem) => {
  const { itemId, bankId, title } = item;
  const index = { gsi1pk: `BANK#${bankId}`, gsi1sk: `${fold(title).slice(0, TITLE_IN_KEY)}#${itemId}` };
  return { ...itemKey(bankId, itemId), ...index, ...item };
};

/** What holds while the item is as it was read: nobody has written, decided or withdrawn since. */
const asRead = ({ revision = 1 }: BankItem) =>
  revision === 1
    ? { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(revision)' }
    : { ConditionExpression: 'revision = :was', ExpressionAttributeValues: { ':was': revision - 1 } };

/** An item over the one that was read. */
const overRead = (table: string, item: BankItem): TransactItem => ({
  Put: { TableName: table, Item: headOf(item), ...asRead(item) },
});

/** A new item, or a next version of it, with its history. */
export const nextVersionWrites = (table: string, item: BankItem): TransactItem[] => [
  item.version === 1 ? putNew(table, headOf(item)) : overRead(table, item),
  writtenVersion(table, item),
];

/** What a second person decided about the draft that the item is at. */
export const decisionWrites = (table: string, item: BankItem): TransactItem[] => [
  overRead(table, item),
  decidedVersion(table, item),
];

/** An item whose approved version is taken out of use. */
export const withdrawalWrites = (table: string, item: WithdrawnItem): TransactItem[] => [
  overRead(table, item),
  withdrawnVersion(table, item.itemId, item.withdrawal),
];
