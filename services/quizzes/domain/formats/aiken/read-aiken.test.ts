import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAiken } from './read-aiken.ts';

const read = (text: string) => {
  const file = readAiken(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

test('a question, its options and its answer', () => {
  expect(read('Ai hỏi mã OTP?\nA) Ngân hàng\nB. Kẻ lừa đảo\nC) Công an\nANSWER: B\n').questions).toEqual([
    {
      title: 'Ai hỏi mã OTP?',
      stem: 'Ai hỏi mã OTP?',
      kind: 'single-choice',
      options: [
        { text: 'Ngân hàng', weight: 0 },
        { text: 'Kẻ lừa đảo', weight: 100 },
        { text: 'Công an', weight: 0 },
      ],
    },
  ]);
});

// In the shape of the file of mistakes that Moodle's own tests read.
test('what is not finished is named by its line and spoils no other', () => {
  const text = [
    'Câu thiếu lựa chọn\nA) Chỉ một\nANSWER: A\n',
    'A) Chưa có câu hỏi\n',
    'Câu tốt\nA) Phải\nB) Không phải\nANSWER: A\n',
    'Câu bỏ dở\nA) Có lẽ\nB) Chưa chắc\n',
    'Câu tốt thứ hai\nA)Không cách\nB)Cũng đọc được\nANSWER: b',
  ].join('\n');
  const { questions, faults } = read(text);
  expect(questions.map(({ title }) => title)).toEqual(['Câu tốt', 'Câu tốt thứ hai']);
  expect(faults).toEqual([
    { line: 1, title: 'Câu thiếu lựa chọn', code: 'one-option' },
    { line: 5, code: 'no-stem' },
    { line: 12, title: 'Câu bỏ dở', code: 'no-right-answer' },
  ]);
});

test('a missing letter is no guess about which option was meant', () => {
  expect(read('Hỏi\nA. a\nC. c\nANSWER: C\n').faults).toMatchObject([{ line: 1, code: 'labels-astray' }]);
});

test('questions that begin alike are told apart by their first option', () => {
  const one = (first: string) => `Câu nào đúng?\nA. ${first}\nB. sai hết\nANSWER: A\n`;
  expect(read(one('một') + one('hai')).questions.map(({ title }) => title)).toEqual([
    'Câu nào đúng?',
    'Câu nào đúng? – hai',
  ]);
  expect(read(one('một') + one('một')).faults).toMatchObject([{ line: 5, code: 'title-twice' }]);
});

test('any text is read or refused, and never throws', () => {
  const line = fc.constantFrom('Hỏi', 'A. a', 'B) b', 'ANSWER: A', 'ANSWER:', '', 'ANSWER: Z', '\t');
  fc.assert(
    fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
      const file = readAiken(lines.join('\n'));
      if (typeof file === 'string') return;
      for (const question of file.questions) expect(question.stem).not.toBe('');
    }),
  );
  expect(readAiken('Một bài thơ\nkhông hỏi gì')).toBe('file-unreadable');
});
