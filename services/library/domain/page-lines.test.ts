import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOfPages } from './page-lines.ts';
import { linesSaying, linesWithinRoom } from './transcript.ts';

const lines = (...pages: string[]) => [...linesOfPages(pages.map((text) => ({ text })))];

test('every line of print stands with its page, and a page that is a scan has none', () => {
  expect(lines('Mật khẩu\nmạnh', '', 'Mã OTP')).toEqual([
    { page: 1, text: 'Mật khẩu' },
    { page: 1, text: 'mạnh' },
    { page: 3, text: 'Mã OTP' },
  ]);
  expect(lines('', '')).toEqual([]);
});

test('a line is cut between its words, so that a hit is short; no word is lost', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'ế', '𠀋', '.'), minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), (words) => {
      const pieces = lines(words.join(' ')).map(({ text }) => text);
      expect(pieces.join(' ')).toBe(words.join(' '));
      expect(pieces.every((piece) => [...piece].length <= 160)).toBe(true);
    }),
  );
});

test('a word without end is cut as well', () => {
  expect(lines('x'.repeat(400)).map(({ text }) => text.length)).toEqual([160, 160, 80]);
});

test('of one page one line is told, the one with most of the words', () => {
  const told = linesSaying(
    lines('Mã OTP là gì', 'Họ tên', 'Không đọc mã\nĐừng đọc mã OTP cho ai', 'Mã vạch'),
    'doc ma otp',
  );
  expect(told).toEqual([
    { page: 1, text: 'Mã OTP là gì' },
    { page: 3, text: 'Đừng đọc mã OTP cho ai' },
  ]);
});

test('so many lines are kept as an item of the table holds', () => {
  const kept = linesWithinRoom(
    linesOfPages(Array.from({ length: 500 }, () => ({ text: 'ế '.repeat(5_000) }))),
  );
  const bytes = Buffer.byteLength(JSON.stringify(kept));
  expect(bytes).toBeGreaterThan(250_000);
  expect(bytes).toBeLessThan(350_000);
});
