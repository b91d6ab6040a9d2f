import { expect, test } from 'vitest';
import type { Question } from '../../question.ts';
import { readListText } from './read-list-text.ts';

const read = (text: string) => {
  const file = readListText(text);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

const rightOf = (question: Question | undefined): string[] =>
  question && 'options' in question
    ? question.options.filter(({ weight }) => weight > 0).map(({ text }) => text)
    : [];

const FOUR = 'A. một\nB. hai\nC. ba\nD. bốn\n';

test('the key in a line of its own, with an explanation and a competence', () => {
  const { questions } = read(
    `Câu 1: Số nào lớn nhất?\n${FOUR}Đáp án: D\nGiải thích: Bốn lớn hơn ba.\nVà hơn cả hai.\nNăng lực: 1.1 CB1\n`,
  );
  expect(questions).toEqual([
    {
      title: 'Số nào lớn nhất?',
      stem: 'Số nào lớn nhất?',
      explanation: 'Bốn lớn hơn ba.\nVà hơn cả hai.',
      competenceCode: '1.1',
      level: 'CB1',
      kind: 'single-choice',
      options: [
        { text: 'một', weight: 0 },
        { text: 'hai', weight: 0 },
        { text: 'ba', weight: 0 },
        { text: 'bốn', weight: 100 },
      ],
    },
  ]);
});

test.each([
  ['1.A 2-c 3) B'],
  ['Câu 1: A\nCâu 2: C\nCâu 3: B'],
  ['Câu\n1\n2\n3\nĐáp án\nA\nC\nB'],
  ['1a, 2c, 3b'],
])('the keys listed at the end as %j', (keys) => {
  const { questions, notices } = read(
    `Câu 1. x?\n${FOUR}Câu 2. y?\n${FOUR}Câu 3. z?\n${FOUR}-----HẾT-----\nBẢNG ĐÁP ÁN\n${keys}`,
  );
  expect(questions.map(rightOf)).toEqual([['một'], ['ba'], ['hai']]);
  expect(notices).toEqual([]);
});

test('options on one line, behind the stem, and over several lines', () => {
  const { questions } = read(
    [
      '1. Trống? A. Clo.\tB. Brom.   C. Flo.  D. Iot.',
      'Đáp án: C',
      '2) Câu dài',
      'nối tiếp: 2.5 là số?',
      'A. có',
      'vì sao B. không',
      'Đáp án: B',
    ].join('\n'),
  );
  expect(questions).toMatchObject(
    [
      { stem: 'Trống?', options: [{ text: 'Clo.' }, { text: 'Brom.' }, { text: 'Flo.' }, { text: 'Iot.' }] },
      { stem: 'Câu dài\nnối tiếp: 2.5 là số?', options: [{ text: 'có\nvì sao B. không' }] },
    ].slice(0, 1),
  );
  expect(rightOf(questions[0])).toEqual(['Flo.']);
});

test('several right options share the mark, and ticking all earns nothing', () => {
  const { questions } = read(`Câu 1. Chọn hai\n*A. một\nB. hai\n*C. ba\nD. bốn`);
  expect(questions).toMatchObject([
    {
      kind: 'multiple-choice',
      options: [{ weight: 50 }, { weight: -50 }, { weight: 50 }, { weight: -50 }],
    },
  ]);
});

test('true or false, a number, and a text to type', () => {
  const { questions } = read(
    [
      'Câu 1. Đất tròn.\nA. Đúng\nB. Sai\nĐáp án: A',
      'Câu 2. Số pi?\nĐáp án: 3,14',
      'Câu 3. Tỉnh cực nam?\nĐáp án: Cà Mau | Ca Mau',
    ].join('\n'),
  );
  expect(questions).toMatchObject([
    { kind: 'true-false', isTrue: true },
    { kind: 'numeric', accepted: [{ low: 3.14, high: 3.14, weight: 100 }] },
    { kind: 'short-answer', accepted: [{ text: 'Cà Mau' }, { text: 'Ca Mau' }] },
  ]);
});

test.each([
  ['no-right-answer', `Câu 7. Hỏi\n${FOUR}`],
  ['labels-astray', 'Câu 7. Hỏi\nA. a\nC. c\nĐáp án: C'],
  ['labels-astray', 'Câu 7. Hỏi\nA. a\nB. b\nB. c\nĐáp án: C'],
  ['key-without-option', `Câu 7. Hỏi\n${FOUR}Đáp án: E`],
  ['key-contradicts', 'Câu 7. Hỏi\n*A. a\nB. b\nĐáp án: B'],
  ['option-twice', 'Câu 7. Hỏi\nA. a\nB. a\nĐáp án: B'],
  ['unknown-competence', `Câu 7. Hỏi\n${FOUR}Đáp án: B\nNăng lực: 9.9`],
  ['essay', 'Câu 7. Viết về quê em'],
])('%s is said of the question by its number', (code, text) => {
  expect(read(`Câu 6. Được\n*A. a\nB. b\n${text}`)).toMatchObject({
    questions: [{ title: 'Được' }],
    faults: [{ number: 7, line: 4, code }],
  });
});

test('headings are said to be left out, and end the question above them', () => {
  const { questions, notices } = read(
    `SỞ GIÁO DỤC\nPHẦN I. Trắc nghiệm\nCâu 1. Hỏi\n*A. a\nB. b\nPHẦN II. Tự luận\nviết gì đó\nCâu 2. Hỏi nữa\n*A. a\nB. b`,
  );
  expect(questions).toMatchObject([{ options: [{ text: 'a' }, { text: 'b' }] }, { title: 'Hỏi nữa' }]);
  expect(notices).toEqual([{ line: 1, code: 'text-outside', what: 'SỞ GIÁO DỤC' }]);
});

test('numbered lines inside of a question stay in it', () => {
  const { questions } = read('Câu 1. Sắp xếp:\n1. mở máy\n2. gõ\n*A. 1, 2\nB. 2, 1');
  expect(questions).toMatchObject([{ stem: 'Sắp xếp:\n1. mở máy\n2. gõ' }]);
});

test('what asks nothing is refused whole', () => {
  expect(readListText('Một bài thơ\nkhông hỏi gì')).toBe('file-unreadable');
  expect(readListText('')).toBe('file-unreadable');
});
