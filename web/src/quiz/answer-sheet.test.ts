import { describe, expect, it } from 'vitest';
import type { SeenItem } from '../../../services/quizzes/contract.ts';
import {
  acknowledge,
  answerItem,
  changedItems,
  isAnswered,
  mergeStored,
  nextUnsaved,
  type Sheet,
} from './answer-sheet.ts';

const text = (value: string) => ({ kind: 'short-answer', text: value }) as const;
describe('answerItem', () => {
  it('counts versions per item and marks the answer unsaved', () => {
    const once = answerItem({}, 'a', text('1'));
    const twice = answerItem(acknowledge(once, 'a', { response: text('1'), version: 1 }), 'a', text('2'));
    expect(twice).toEqual({ a: { response: text('2'), version: 2, saved: false } });
  });
});

describe('the time spent on a question', () => {
  it('grows with every answer, whichever tab or device gave the one before', () => {
    const first = answerItem({}, 'a', text('1'), { lookedMs: 4_000 });
    const elsewhere = mergeStored(first, [{ itemId: 'a', response: text('2'), version: 2, spentMs: 9_000 }]);
    const last = answerItem(elsewhere, 'a', text('3'), { lookedMs: 500 });
    expect([first, elsewhere, last].map(({ a }) => a?.spentMs)).toEqual([4_000, 9_000, 9_500]);
  });
});

describe('acknowledge', () => {
  it('does not mark an answer that another tab gave under the same version', () => {
    const sheet = answerItem({}, 'a', text('mine'));
    expect(nextUnsaved(acknowledge(sheet, 'a', { response: text('other'), version: 1 }))?.itemId).toBe('a');
  });

  it('does not mark an answer that was changed while its older version was on the way', () => {
    const sheet = answerItem(answerItem({}, 'a', text('1')), 'a', text('2'));
    expect(nextUnsaved(acknowledge(sheet, 'a', { response: text('1'), version: 1 }))?.entry.version).toBe(2);
    expect(nextUnsaved(acknowledge(sheet, 'a', { response: text('2'), version: 2 }))).toBeUndefined();
  });
});

describe('mergeStored', () => {
  it('keeps a newer answer of the device to be sent, and takes the newer one of the server', () => {
    const sheet = answerItem(answerItem({}, 'a', text('1')), 'a', text('2'));
    const merged = mergeStored({ ...sheet, b: { response: text('x'), version: 1, saved: true } }, [
      { itemId: 'a', response: text('1'), version: 1 },
      { itemId: 'b', response: text('y'), version: 3 },
    ]);
    expect(merged.a).toEqual({ response: text('2'), version: 2, saved: false });
    expect(merged.b).toEqual({ response: text('y'), version: 3, saved: true });
  });

  it('sends again what the server never got, even if the device believed it saved', () => {
    const believed: Sheet = { a: { response: text('1'), version: 1, saved: true } };
    expect(nextUnsaved(mergeStored(believed, []))?.itemId).toBe('a');
  });
});

describe('changedItems', () => {
  it('names what is answered otherwise now, and not what the server gives back in another order', () => {
    const pairs = (of: Record<string, string>) => ({ kind: 'matching', pairs: of }) as const;
    const before: Sheet = {
      a: { response: text('1'), version: 1, saved: false },
      b: { response: pairs({ p: 'c', q: 'd' }), version: 1, saved: false },
    };
    const after: Sheet = {
      a: { response: text('2'), version: 2, saved: true },
      b: { response: pairs({ q: 'd', p: 'c' }), version: 1, saved: true },
      c: { response: text('new'), version: 1, saved: true },
    };
    expect(changedItems(before, after)).toEqual(['a']);
  });
});

describe('isAnswered', () => {
  const entry = (response: Sheet[string]['response']) => ({ response, version: 1, saved: true });
  const typed = { kind: 'short-answer', itemId: 'i', stem: '' } as const;
  const matching = {
    kind: 'matching',
    itemId: 'i',
    stem: '',
    prompts: [
      { promptId: 'p', text: 'P' },
      { promptId: 'q', text: 'Q' },
    ],
    choices: [{ choiceId: 'c', text: 'C' }],
  } as const;
  const seen = { ...matching, prompts: [...matching.prompts], choices: [...matching.choices] };

  it('counts an emptied answer as none', () => {
    expect(isAnswered(typed, undefined)).toBe(false);
    expect(isAnswered(typed, entry(text('  ')))).toBe(false);
    expect(isAnswered(typed, entry(text('OTP')))).toBe(true);
    const many = { kind: 'multiple-choice', itemId: 'i', stem: '', options: [] } satisfies SeenItem;
    expect(isAnswered(many, entry({ kind: 'multiple-choice', optionIds: [] }))).toBe(false);
    const truth = { kind: 'true-false', itemId: 'i', stem: '' } as const;
    expect(isAnswered(truth, entry({ kind: 'true-false', value: false }))).toBe(true);
  });

  it('wants a match for every prompt', () => {
    expect(isAnswered(seen, entry({ kind: 'matching', pairs: { p: 'c' } }))).toBe(false);
    expect(isAnswered(seen, entry({ kind: 'matching', pairs: { p: 'c', q: 'c' } }))).toBe(true);
  });
});

describe('nextUnsaved', () => {
  const file = { kind: 'file-answer' as const, files: [] };
  const sheet: Sheet = {
    a: { response: file, version: 1, saved: false },
    b: { response: text('1'), version: 1, saved: true },
    c: { response: text('1'), version: 1, saved: false },
  };

  it('leaves files for last, so that no answer waits for them', () => {
    expect(nextUnsaved(sheet)?.itemId).toBe('c');
    expect(nextUnsaved({ a: sheet.a!, b: sheet.b! })?.itemId).toBe('a');
  });

  it('keeps the order of a quiz that goes one way', () => {
    expect(nextUnsaved(sheet, true)?.itemId).toBe('a');
  });
});
