import { expect, test } from 'vitest';
import { type BankItem, decideImport } from './bank.ts';
import type { Question } from './question.ts';

const author = { by: 'teacher', at: '2026-11-23T02:00:00.000Z' };
const plain: Question = {
  kind: 'true-false',
  title: 'Mã OTP',
  stem: 'Không đọc mã OTP cho ai.',
  isTrue: true,
};
const filed: Question = { ...plain, tags: ['lừa đảo'], source: 'Tổ Tin học', licence: 'CC BY 4.0' };
const bankOf = (...questions: readonly Question[]): BankItem[] =>
  decideImport('course', [], questions, author).map(({ item }) => item);

test('what a file cannot say of an item stays: the same question without it is no new version', () => {
  expect(decideImport('course', bankOf(filed), [plain], author)).toEqual([]);
});

test('a corrected question keeps tags, source and licence, unless the file names others', () => {
  const corrected: Question = { ...plain, stem: 'Không đọc mã OTP cho bất kỳ ai.', tags: ['mật khẩu'] };
  const [change] = decideImport('course', bankOf(filed), [corrected], author);
  expect(change?.item).toMatchObject({
    version: 2,
    status: 'draft',
    source: 'Tổ Tin học',
    tags: ['mật khẩu'],
  });
  expect(change?.question).toEqual({ ...filed, ...corrected });
});

test('nothing is made up for an item that is new', () => {
  expect(decideImport('course', [], [plain], author)[0]?.question).toEqual(plain);
});
