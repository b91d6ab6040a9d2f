import fc from 'fast-check';
import { expect, test } from 'vitest';
import { permutation } from '../permutation.ts';
import { anchoredOrder } from './anchored-order.ts';

const REVERSED = [3, 2, 1, 0];

test.each([
  'Tất cả các đáp án trên',
  'Cả ba ý trên',
  'Các ý trên đều đúng',
  'Hai câu trên đều sai',
  'Đáp án khác',
  'Một phương án khác',
  'Không có đáp án nào đúng',
  'All of the above',
])('“%s” keeps its place while the others are shuffled', (last) =>
  expect(anchoredOrder(['một', 'hai', 'ba', last], REVERSED)).toEqual([2, 1, 0, 3]),
);

test.each([
  'Cả A và B',
  'A, C đều đúng',
  'Đáp án B và D',
  'A và B.',
  'A hoặc B',
  'cả a và b',
  'a hoặc c',
  'Chỉ A đúng',
  'Câu A đúng',
  'A đúng, B sai',
  'Bằng (C)',
])('“%s” names others by letters, so nothing is shuffled', (option) =>
  expect(anchoredOrder(['một', 'hai', 'ba', option], REVERSED)).toEqual([0, 1, 2, 3]),
);

test.each([
  'Ca sĩ và nhạc sĩ',
  'Bấm vào a rồi chờ',
  'Cà phê và bánh',
  'Không bấm vào liên kết',
  'Mạng LAN',
  'B',
  '(C)',
  '5 A4',
])('“%s” speaks of no other option', (option) =>
  expect(anchoredOrder(['một', 'hai', 'ba', option], REVERSED)).toEqual(REVERSED),
);

test('whatever options say, their order is a permutation', () => {
  const words = fc.constantFrom('một', 'Cả A và B', 'Tất cả các ý trên', 'hai', 'Không có ý nào');
  fc.assert(
    fc.property(fc.array(words, { maxLength: 6 }), fc.string(), (texts, seed) => {
      const order = anchoredOrder(texts, permutation(texts.length, seed));
      expect(order.toSorted((a, b) => a - b)).toEqual(texts.map((_, place) => place));
    }),
  );
});
