import { type Check, checksFor } from './edition.ts';
import {
  changed,
  type Draft,
  type Issued,
  listedOf,
  type Material,
  type WithdrawalReason,
} from './material.ts';

/** What was decided about a material, by whom: kept for ever. */
export type Decision = {
  readonly verdict: 'issued' | 'returned' | 'withdrawn' | 'reinstated';
  readonly version: number;
  readonly by: string;
  readonly at: string;
  readonly checks?: readonly Check[];
  readonly reason?: WithdrawalReason;
  readonly remarks?: string;
};

export type Appraisal = {
  readonly verdict: 'issued' | 'returned';
  /** Of the material as the appraiser looked at it. */
  readonly revision: number;
  readonly checks: readonly Check[];
  readonly remarks?: string | undefined;
  readonly by: string;
  readonly at: string;
};

export type AppraisalRefusal = 'not-waiting' | 'material-changed' | 'own-material' | 'checks-open';
export type Decided<Refusal extends string> =
  | { readonly kind: 'decided'; readonly material: Material; readonly decision: Decision }
  | { readonly kind: 'refused'; readonly reason: Refusal };

const refused = <R extends string>(reason: R) => ({ kind: 'refused', reason }) as const;

const issue = (draft: Draft, at: string): Issued => {
  const { state: _state, submittedAt: _submittedAt, remarks: _remarks, ...edition } = draft;
  return { ...edition, issuedAt: at };
};

/**
 * Whether the version that waits is fit to be listed, which a second person decides: who made it overlooks what it
 * lacks. Issued, it takes the place of the version before and ends a withdrawal; returned, it is its makers' again.
 */
export function appraise(was: Material, appraisal: Appraisal): Decided<AppraisalRefusal> {
  const { verdict, revision, checks, remarks, by, at } = appraisal;
  const { draft } = was;
  if (draft?.state !== 'submitted') return refused('not-waiting');
  if (was.revision !== revision) return refused('material-changed');
  if (draft.editedBy.includes(by)) return refused('own-material');
  if (verdict === 'issued' && !checksFor(draft.kind).every((check) => checks.includes(check)))
    return refused('checks-open');
  const { draft: _draft, withdrawn: _withdrawn, ...rest } = was;
  const material =
    verdict === 'issued'
      ? changed(rest, at, { issued: issue(draft, at) })
      : changed(was, at, { draft: { ...draft, state: 'returned', ...(remarks && { remarks }) } });
  return {
    kind: 'decided',
    material,
    decision: { verdict, version: draft.version, by, at, checks, ...(remarks && { remarks }) },
  };
}

/** Takes what is listed off every list. Anybody who looks after materials may: showing less harms nobody. */
export function withdraw(
  was: Material,
  wish: { readonly reason: WithdrawalReason; readonly remarks?: string | undefined },
  { by, at }: { readonly by: string; readonly at: string },
): Decided<'not-issued'> {
  const listed = listedOf(was);
  if (!listed) return refused('not-issued');
  const { reason, remarks } = wish;
  const why = { reason, ...(remarks && { remarks }) };
  return {
    kind: 'decided',
    material: changed(was, at, { withdrawn: { at, ...why } }),
    decision: { verdict: 'withdrawn', version: listed.version, by, at, ...why },
  };
}

/** Lists again what was withdrawn, as it was; to be decided by a second person, as issuing is. */
export function reinstate(
  was: Material,
  { by, at }: { readonly by: string; readonly at: string },
): Decided<'not-issued' | 'own-material'> {
  const { withdrawn, ...rest } = was;
  if (!(withdrawn && was.issued)) return refused('not-issued');
  if (was.issued.editedBy.includes(by)) return refused('own-material');
  return {
    kind: 'decided',
    material: changed(rest, at, {}),
    decision: { verdict: 'reinstated', version: was.issued.version, by, at },
  };
}
