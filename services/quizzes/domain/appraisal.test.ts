import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decideAppraisal } from './appraisal.ts';
import { approvedVersion, type BankItem, drawable, nextVersion } from './bank.ts';
import type { Question } from './question.ts';

const at = '2026-11-26T02:00:00.000Z';
const statement = (stem: string): Question => ({ kind: 'true-false', title: 'Câu một', stem, isTrue: true });
const written = (by: string, before?: BankItem) =>
  nextVersion('course', before, statement(`Lần ${(before?.version ?? 0) + 1}`), { by, at }).item;
const appraised = (item: BankItem, by: string, verdict: 'approved' | 'rejected' = 'approved') =>
  decideAppraisal(item, { version: item.version, verdict, by, at, note: 'đã đọc' });

test('a draft is not drawn, and neither is a rejected version', () => {
  const draft = written('an');
  expect(draft.status).toBe('draft');
  expect(drawable([draft])).toEqual([]);
  const rejected = appraised(draft, 'binh', 'rejected');
  expect(rejected).toMatchObject({
    kind: 'decided',
    item: { status: 'rejected', decision: { by: 'binh', note: 'đã đọc' } },
  });
});

test('who wrote a version does not decide about it; a version that is no longer the latest is not decided', () => {
  const draft = written('an');
  expect(appraised(draft, 'an')).toEqual({ kind: 'refused', reason: 'own-item' });
  expect(decideAppraisal(draft, { version: 2, verdict: 'approved', by: 'binh', at })).toEqual({
    kind: 'refused',
    reason: 'changed',
  });
});

test('the same decision again changes nothing, another one is refused', () => {
  const decided = appraised(written('an'), 'binh');
  if (decided.kind !== 'decided') throw new Error(decided.kind);
  expect(appraised(decided.item, 'chi')).toEqual({ kind: 'repeated' });
  expect(appraised(decided.item, 'chi', 'rejected')).toEqual({ kind: 'refused', reason: 'decided' });
});

type Step = { readonly do: 'write' | 'approved' | 'rejected'; readonly by: string };
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('write', 'approved', 'rejected'),
  by: fc.constantFrom('an', 'binh', 'chi'),
});

test('whatever happens to an item, what is drawn is the latest version that somebody else approved', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      let item = written('an');
      let approved: number | undefined;
      for (const { do: what, by } of steps) {
        if (what === 'write') item = written(by, item);
        else {
          const decision = appraised(item, by, what);
          if (decision.kind !== 'decided') continue;
          expect(by).not.toBe(item.writtenBy);
          item = decision.item;
          if (what === 'approved') approved = item.version;
        }
        expect(approvedVersion(item)?.version).toBe(approved);
      }
    }),
  );
});
