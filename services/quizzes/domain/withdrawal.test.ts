import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAppraisal } from './appraisal.ts';
import { approvedVersion, type BankItem, drawable, nextVersion } from './bank.ts';
import { decideWithdrawal, isWithdrawn } from './withdrawal.ts';

const at = '2026-11-26T02:00:00.000Z';
const written = (by: string, before?: BankItem) => {
  const stem = `Lần ${(before?.version ?? 0) + 1}`;
  return nextVersion('course', before, { kind: 'true-false', title: 'Câu', stem, isTrue: true }, { by, at })
    .item;
};
const approved = (item: BankItem): BankItem => {
  const decision = decideAppraisal(item, { version: item.version, verdict: 'approved', by: 'office', at });
  if (decision.kind !== 'decided') throw new Error(decision.kind);
  return decision.item;
};
const withdrawal = (version: number) => ({ version, by: 'an', at, note: 'Đáp án sai.' });

test('an approved version is withdrawn by whoever says why, and is drawn no more', () => {
  const item = approved(written('an'));
  const decision = decideWithdrawal(item, withdrawal(1));
  expect(decision).toMatchObject({
    kind: 'decided',
    item: { status: 'withdrawn', withdrawal: { version: 1, by: 'an', note: 'Đáp án sai.' } },
  });
  if (decision.kind !== 'decided') return;
  expect(drawable([decision.item])).toEqual([]);
  expect(decideWithdrawal(decision.item, withdrawal(1))).toEqual({ kind: 'repeated' });
  expect(approvedVersion(approved(written('an', decision.item)))?.version).toBe(2);
});

test('a draft beside the version that is withdrawn goes on waiting', () => {
  const draft = written('an', approved(written('an')));
  const decision = decideWithdrawal(draft, withdrawal(1));
  expect(decision).toMatchObject({ kind: 'decided', item: { status: 'draft', version: 2 } });
  if (decision.kind !== 'decided') return;
  expect(drawable([decision.item])).toEqual([]);
  expect(drawable([approved(decision.item)])).toMatchObject([{ version: 2 }]);
});

test('only what is approved is withdrawn, and only the version that was looked at', () => {
  expect(decideWithdrawal(written('an'), withdrawal(1))).toEqual({
    kind: 'refused',
    reason: 'not-approved',
  });
  const second = approved(written('an', approved(written('an'))));
  expect(decideWithdrawal(second, withdrawal(1))).toEqual({ kind: 'refused', reason: 'item-changed' });
});

/** An item, and the version that may be drawn of it. */
type State = { readonly item: BankItem; readonly drawn?: number };
const STEPS: Readonly<Record<string, (state: State) => State>> = {
  write: ({ item, ...state }) => ({ ...state, item: written('an', item) }),
  approve: (state) => {
    if (state.item.status !== 'draft') return state;
    const item = approved(state.item);
    return { item, drawn: item.version };
  },
  withdraw: ({ item, drawn }) => {
    const decision = decideWithdrawal(item, withdrawal(drawn ?? 1));
    expect(decision.kind === 'decided').toBe(drawn !== undefined);
    return { item: decision.kind === 'decided' ? decision.item : item };
  },
};

test('whatever happens to an item, nothing is drawn from a withdrawal until a next version is approved', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Object.keys(STEPS)), { maxLength: 30 }), (steps) => {
      let state: State = { item: written('an') };
      for (const step of steps) {
        state = STEPS[step]?.(state) ?? state;
        const { item, drawn } = state;
        expect(drawable([item]).map(({ version }) => version)).toEqual(drawn === undefined ? [] : [drawn]);
      }
    }),
  );
});

test('what was fixed for use is out of it once its version or the one in its place is withdrawn, until approved anew', () => {
  const approval = { decision: { verdict: 'approved' } };
  const withdrawn = { ...approval, withdrawal: {} };
  const draft = { contentHash: 'c' };
  const first = { contentHash: 'a', ...approval };
  expect(isWithdrawn([first], 'a')).toBe(false);
  expect(isWithdrawn([draft, { contentHash: 'b', ...approval }, first], 'a')).toBe(false);
  expect(isWithdrawn([draft, { contentHash: 'a', ...withdrawn }], 'a')).toBe(true);
  expect(isWithdrawn([{ contentHash: 'b', ...withdrawn }, first], 'a')).toBe(true);
  expect(
    isWithdrawn(
      [
        { contentHash: 'b', ...approval },
        { contentHash: 'a', ...withdrawn },
      ],
      'a',
    ),
  ).toBe(true);
  expect(isWithdrawn([first, { contentHash: 'a', ...withdrawn }], 'a')).toBe(false);
});
