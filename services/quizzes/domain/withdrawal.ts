import { approvedVersion, type BankItem, nextRevision } from './bank.ts';

/** An item that has had a version taken out of use. */
export type WithdrawnItem = BankItem & Required<Pick<BankItem, 'withdrawal'>>;

/** What somebody says about the approved version that they looked at. */
type WithdrawalCommand = {
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly note: string;
};

export type WithdrawalRefusal = 'not-approved' | 'item-changed';

type WithdrawalDecision =
  | { readonly kind: 'decided'; readonly item: WithdrawnItem }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly reason: WithdrawalRefusal };

/**
 * Takes an approved version out of use, which whoever of the staff sees a fault may do at once: nothing is asked by it
 * from then on but attempts that are under way. A draft that waits beside it goes on waiting.
 */
export function decideWithdrawal(
  item: BankItem,
  { version, by, at, note }: WithdrawalCommand,
): WithdrawalDecision {
  const approved = approvedVersion(item);
  if (!approved) {
    const isDone = item.withdrawal?.version === version;
    return isDone ? { kind: 'repeated' } : { kind: 'refused', reason: 'not-approved' };
  }
  if (approved.version !== version) return { kind: 'refused', reason: 'item-changed' };
  const { standing: _, ...rest } = item;
  const status = item.status === 'approved' ? 'withdrawn' : item.status;
  return {
    kind: 'decided',
    item: { ...rest, revision: nextRevision(item), status, withdrawal: { version, by, at, note } },
  };
}

type UsedVersion = {
  readonly contentHash: string;
  readonly decision?: { readonly verdict: string };
  readonly withdrawal?: object;
};

/**
 * Whether an item that was fixed for use at `contentHash` has been taken out of use since, by its versions, newest first:
 * that version was withdrawn, or the one that took its place. A version that was merely replaced goes on being asked;
 * content that was approved again after its withdrawal is in use.
 */
export function isWithdrawn(versions: readonly UsedVersion[], contentHash: string): boolean {
  const used = versions.filter(({ decision, withdrawal }) => withdrawal || decision?.verdict === 'approved');
  const own = used.find((version) => version.contentHash === contentHash);
  return [used[0], own].some((version) => version?.withdrawal !== undefined);
}
