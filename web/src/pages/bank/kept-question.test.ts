import { expect, test } from 'vitest';
import { forgetQuestion, keepQuestion, keptQuestion } from './kept-question.ts';
import { blankOf } from './question-draft.ts';

const storageOf = (kept = new Map<string, string>()) => ({
  read: (key: string) => kept.get(key),
  write: (key: string, value: string) => kept.set(key, value).has(key),
  remove: (key: string) => void kept.delete(key),
});

test('a question comes back to its writer alone, apart for each item, until it is saved or dropped', () => {
  const storage = storageOf();
  const of = { personId: 'p1', courseId: 'c1', itemId: 'i1' };
  const draft = { question: blankOf('ordering'), aside: {}, version: 3 };
  expect(keepQuestion(of, draft, storage)).toBe(true);
  expect(keptQuestion(of, storage)).toEqual(draft);
  for (const other of [{ personId: 'p2' }, { courseId: 'c2' }, { itemId: 'i2' }, { itemId: undefined }])
    expect(keptQuestion({ ...of, ...other }, storage)).toBeUndefined();
  forgetQuestion(of, storage);
  expect(keptQuestion(of, storage)).toBeUndefined();
});

test('what cannot be read counts as nothing written', () => {
  const kept = new Map([['hvs.question-draft.p1.c1.new', '{"question":']]);
  expect(keptQuestion({ personId: 'p1', courseId: 'c1' }, storageOf(kept))).toBeUndefined();
});
