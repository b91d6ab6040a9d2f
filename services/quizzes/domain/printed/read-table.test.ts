import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';

const rows = (csv: string, questions = 4) =>
  readTable(csv, questions).map(({ line, number, code, cells }) => [line, number, code, ...cells]);

test.each([
  ['semicolons and a heading', '\uFEFFSBD;Mã đề;Câu trả lời\r\n001;101;ABD-\r\n002;102;A*CD\r\n'],
  ['commas', 'SBD,Mã đề,Câu trả lời\n1,101,ABD-\n2,102,A*CD'],
  ['tabs', 'SBD\tMã đề\tCâu trả lời\n001\t101\tABD-\n002\t102\tA*CD'],
  ['a column per question', 'SBD;Mã đề;1;2;3;4\n1;101;A;B;D;\n2;102;A;*;C;D\n'],
])('a table with %s', (_name, csv) => {
  expect(rows(csv)).toEqual([
    [2, '001', '101', 'A', 'B', 'D', ''],
    [3, '002', '102', 'A', '', 'C', 'D'],
  ]);
});

test('answers of several signs stand in brackets or in a column of their own', () => {
  expect(rows('1;101;A(BC)Đ(12,5)')).toEqual([[1, '001', '101', 'A', 'BC', 'Đ', '12,5']]);
  expect(rows('1;101;A;BC;Đ;12,5')).toEqual([[1, '001', '101', 'A', 'BC', 'Đ', '12,5']]);
});

test('a row without anything is passed over, and lines count as in the file', () => {
  expect(rows('1;101;ABCD\n;;\n3;101;ABCD').map(([line]) => line)).toEqual([1, 3]);
});

test('answers beyond the last question are kept, so that the row is refused and not cut', () => {
  expect(rows('1;101;A;B;C;D;A', 4)[0]).toHaveLength(8);
});
