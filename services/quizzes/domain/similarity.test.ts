import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainTextOf } from './plain-text.ts';
import type { Question } from './question.ts';
import { ALIKE, alikePairs, nearestAlike, shareOf, shinglesOf } from './similarity.ts';

const choice = (stem: string, options: readonly string[]): Question => ({
  kind: 'single-choice',
  title: stem,
  stem,
  options: options.map((text, place) => ({ text, weight: place === 0 ? 100 : 0 })),
});
const STEM = 'Khi nhận tin nhắn lạ có đường dẫn, việc nên làm trước tiên là gì?';
const OPTIONS = ['Không bấm vào đường dẫn', 'Bấm thử xem sao', 'Gửi cho bạn bè'];
const share = (one: Question, other: Question) =>
  shareOf(shinglesOf(plainTextOf(one)), shinglesOf(plainTextOf(other)));

test('order of options, case, marks and punctuation make no other question', () => {
  const turned = choice(STEM.toUpperCase().replace('?', ''), OPTIONS.toReversed());
  const unmarked = choice('Khi nhan tin nhan la co duong dan viec nen lam truoc tien la gi', OPTIONS);
  expect(share(choice(STEM, OPTIONS), turned)).toBe(1);
  expect(share(choice(STEM, OPTIONS), unmarked)).toBe(1);
});

test('a word changed leaves two questions alike, another question on the same matter is not', () => {
  const changed = choice(STEM.replace('đầu tiên', 'đầu').replace('lạ', 'mới'), OPTIONS);
  const other = choice('Tin nhắn nào dưới đây là tin lừa đảo?', ['Báo trúng thưởng', 'Nhắc lịch học']);
  expect(share(choice(STEM, OPTIONS), changed)).toBeGreaterThan(ALIKE);
  expect(share(choice(STEM, OPTIONS), other)).toBeLessThan(0.3);
});

const words = fc.array(fc.constantFrom('mot', 'hai', 'ba', 'bon', 'nam', 'sau'), {
  minLength: 1,
  maxLength: 7,
});
const bank = fc
  .array(
    fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.map((line) => line.join(' '))),
    { maxLength: 14 },
  )
  .map((texts) => texts.map((lines, place) => ({ itemId: String(place), plainText: lines.join('\n') })));

test('the share is the same both ways, between 0 and 1, and 1 with itself', () => {
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [a, b] = [shinglesOf(one.join(' ')), shinglesOf(other.join(' '))];
      expect(shareOf(a, b)).toBe(shareOf(b, a));
      expect(shareOf(a, b)).toBeLessThanOrEqual(1);
      expect(shareOf(a, a)).toBe(1);
    }),
  );
});

test('exactly the pairs are found that comparing everything with everything finds', () => {
  fc.assert(
    fc.property(bank, (items) => {
      const all = items.flatMap((one, place) =>
        items.slice(0, place).flatMap((other) => {
          const found = shareOf(shinglesOf(one.plainText), shinglesOf(other.plainText));
          return found >= ALIKE ? [`${other.itemId} ${one.itemId}`] : [];
        }),
      );
      const pairs = alikePairs(items);
      expect(pairs.map(({ itemIds }) => itemIds.join(' ')).sort()).toEqual(all.sort());
      expect(pairs.map(({ share: each }) => each)).toEqual(
        pairs.map(({ share: each }) => each).sort((a, b) => b - a),
      );
    }),
  );
});

test('of what comes to a bank each is named with the most alike of what was there before it', () => {
  const item = (itemId: string, plainText: string) => ({ itemId, plainText });
  const text = 'khong dua ma otp cho nguoi goi dien xung la nhan vien';
  const known = [item('a', `${text} ngan hang`), item('b', `${text} cong an`)];
  const coming = [item('c', `${text} cong an`), item('d', 'mat khau nen dai'), item('e', 'mat khau nen dai')];
  const named = [...nearestAlike(known, coming)].map(([{ itemId }, to]) => [itemId, to.itemId]);
  expect(named).toEqual([
    ['c', 'b'],
    ['e', 'd'],
  ]);
});

test('thousands of questions of one pattern are looked through in no time', () => {
  const coming = Array.from({ length: 2000 }, (_, at) => ({
    itemId: String(at),
    plainText: `trong ${at} mat khau sau cai nao kho doan nhat\nmot cau dai chi minh biet`,
  }));
  expect(nearestAlike([], coming).size).toBe(1999);
});
