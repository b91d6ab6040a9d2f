import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { BankStore } from '../bank-store.ts';
import type { BankItem } from '../domain/bank.ts';
import { decideWithdrawal, type WithdrawalRefusal } from '../domain/withdrawal.ts';

type WithdrawItem = {
  readonly courseId: string;
  readonly itemId: string;
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly note: string;
};

/** Takes the approved version of an item out of use, with a reason; the same again changes nothing. */
export const withdrawItem = (
  bank: BankStore,
  { courseId, itemId, ...withdrawal }: WithdrawItem,
): Promise<BankItem | WithdrawalRefusal | 'not-found' | undefined> =>
  retryOnConflict(async () => {
    const [item] = await bank.findItems(courseId, [itemId]);
    if (!item) return 'not-found';
    const decision = decideWithdrawal(item, withdrawal);
    if (decision.kind === 'refused') return decision.reason;
    if (decision.kind === 'repeated') return item;
    const saved = await bank.saveWithdrawal(decision.item);
    return saved === 'saved' ? decision.item : saved;
  });
