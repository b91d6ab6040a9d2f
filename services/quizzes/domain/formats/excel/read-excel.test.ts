import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readExcel } from './read-excel.ts';

const HEADINGS = [
  'Tên câu',
  'Câu hỏi',
  'Loại',
  'A',
  'B',
  'C',
  'D',
  'Đáp án',
  'Giải thích',
  'Năng lực',
  'Bậc',
];

const read = async (rows: CellValue[][], headings: CellValue[] = HEADINGS) => {
  const bytes = await writeXlsx({
    sheets: [
      { name: 'HuongDan', rows: [['Đọc trước khi điền']] },
      { name: 'CauHoi', rows: [['Ngân hàng câu hỏi'], headings, ...rows] },
    ],
  });
  const file = await readExcel(bytes);
  if (typeof file === 'string') throw new Error(file);
  return file;
};

test('every kind that the template has', async () => {
  const { questions, faults } = await read([
    ['Bốn', 'Số nào lớn nhất?', null, 'một', 'hai', 3, 'bốn', 'D', 'Vì hơn ba.', '1.1', 'CB1'],
    ['Hai', 'Số nào chẵn?', 'Chọn nhiều', 'một', 'hai', 'ba', 'bốn', 'B, D'],
    ['Đất', 'Đất tròn.', 'Đúng/Sai', null, null, null, null, 'Đúng'],
    ['Pi', 'Số pi?', 'Điền số', null, null, null, null, 3.14],
    ['Nam', 'Tỉnh cực nam?', null, null, null, null, null, 'Cà Mau|Ca Mau'],
    ['Nối', 'Nối', 'Ghép cặp', 'Chuột -> Bấm', 'Phím -> Gõ', '-> Nghe'],
  ]);
  expect(faults).toEqual([]);
  expect(questions).toMatchObject([
    {
      ...{
        title: 'Bốn',
        kind: 'single-choice',
        explanation: 'Vì hơn ba.',
        competenceCode: '1.1',
        level: 'CB1',
      },
      options: [{ text: 'một' }, { text: 'hai' }, { text: '3' }, { text: 'bốn', weight: 100 }],
    },
    { kind: 'multiple-choice', options: [{ weight: -50 }, { weight: 50 }, { weight: -50 }, { weight: 50 }] },
    { kind: 'true-false', isTrue: true },
    { kind: 'numeric', accepted: [{ low: 3.14, high: 3.14, weight: 100 }] },
    { kind: 'short-answer', accepted: [{ text: 'Cà Mau' }, { text: 'Ca Mau' }] },
    {
      kind: 'matching',
      pairs: [
        { prompt: 'Chuột', choice: 'Bấm' },
        { prompt: 'Phím', choice: 'Gõ' },
      ],
      distractors: ['Nghe'],
    },
  ]);
});

test('headings of other tools, and options named by their number', async () => {
  const headings = ['Question Text', 'Question Type', 'Option 1', 'Option 2', 'Correct Answer'];
  const rows = [
    ['Hỏi', 'Multiple Choice', 'a', 'b', 'b'],
    ['Hỏi hai', 'Checkbox', 'a', 'b', 'A, B'],
    ['Hỏi ba', 'True/False', null, null, 'False'],
    ['Hỏi bốn', 'Numeric', null, null, 5],
    ['Hỏi năm', 'Short answer', null, null, '5'],
  ];
  const { questions } = await read(rows, headings);
  expect(questions).toMatchObject([
    { title: 'Hỏi', options: [{ weight: 0 }, { weight: 100 }] },
    { kind: 'multiple-choice' },
    { kind: 'true-false', isTrue: false },
    { kind: 'numeric' },
    { kind: 'short-answer' },
  ]);
});

test.each([
  ['no-stem', ['X', null, null, 'a', 'b', null, null, 'A']],
  ['key-without-option', ['X', 'Hỏi', null, 'a', 'b', null, null, 'C']],
  ['no-right-answer', ['X', 'Hỏi', null, 'a', 'b']],
  ['no-right-answer', ['X', 'Hỏi', 'Đúng/Sai', null, null, null, null, 'Có lẽ']],
  ['no-number', ['X', 'Hỏi', 'Điền số', null, null, null, null, 'nhiều']],
  ['no-pair', ['X', 'Hỏi', 'Ghép cặp', 'a', 'b -> c']],
  ['unknown-kind', ['X', 'Hỏi', 'Vẽ tranh', null, null, null, null, 'A']],
  ['unknown-competence', ['X', 'Hỏi', null, 'a', 'b', null, null, 'A', null, '7.1']],
])('%s is said of its row', async (code, row) => {
  const { faults, questions } = await read([['Tốt', 'Hỏi', null, 'a', 'b', null, null, 'A'], [], row]);
  expect(questions).toMatchObject([{ title: 'Tốt' }]);
  expect(faults).toMatchObject([{ line: 5, title: 'X', code }]);
});

test('a workbook without the headings is refused', async () => {
  await expect(read([['a']], ['b'])).rejects.toThrow('file-unreadable');
  expect(await readExcel(Uint8Array.of(0xd0, 0xcf))).toBe('file-unreadable');
});
