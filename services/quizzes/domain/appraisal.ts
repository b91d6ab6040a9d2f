import { type BankItem, nextRevision } from './bank.ts';

export type Verdict = 'approved' | 'rejected';

/** What somebody says about the version that they looked at. */
export type Appraisal = {
  readonly version: number;
  readonly verdict: Verdict;
  readonly by: string;
  readonly at: string;
  readonly note?: string;
};

export type AppraisalRefusal = 'own-item' | 'changed' | 'decided';

type AppraisalDecision =
  | { readonly kind: 'decided'; readonly item: BankItem }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'refused'; readonly reason: AppraisalRefusal };

/**
 * Whether a version is fit to be drawn, which a second person decides: who wrote it overlooks what it lacks. Each
 * version is decided once; the same decision again changes nothing, and after a rejection its author writes a next one.
 */
export function decideAppraisal(item: BankItem, appraisal: Appraisal): AppraisalDecision {
  const { version, verdict, by, at, note } = appraisal;
  const refused = (reason: AppraisalRefusal) => ({ kind: 'refused', reason }) as const;
  if (item.version !== version) return refused('changed');
  if (item.status === verdict) return { kind: 'repeated' };
  if (item.status !== 'draft') return refused('decided');
  if (item.writtenBy === by) return refused('own-item');
  const { standing, ...rest } = item;
  const kept = verdict === 'rejected' && standing ? { standing } : {};
  return {
    kind: 'decided',
    item: {
      ...{ ...rest, ...kept, revision: nextRevision(item), status: verdict },
      decision: { by, at, ...(note && { note }) },
    },
  };
}
