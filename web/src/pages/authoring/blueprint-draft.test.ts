import { expect, test } from 'vitest';
import { emptyRow, fitting, marksOf, rowsIn, totalOf, worthOfRow } from './blueprint-draft.ts';

const cells = [
  { kind: 'numeric', competenceCode: '4.2', level: 'CB1', count: 3 },
  { kind: 'true-false', competenceCode: '4.2', count: 2 },
  { kind: 'true-false', count: 4 },
] as const;

test('a row is fitted by what it names, and by everything where it names nothing', () => {
  expect(fitting([...cells], emptyRow(1))).toBe(9);
  expect(fitting([...cells], { ...emptyRow(1), competenceCode: '4.2' })).toBe(5);
  expect(fitting([...cells], { ...emptyRow(1), competenceCode: '4.2', level: 'CB1' })).toBe(3);
  expect(fitting([...cells], { ...emptyRow(1), kind: 'essay' })).toBe(0);
});

test('what a row leaves open is not sent, and a count that is no number yet counts nothing', () => {
  const rows = [
    { ...emptyRow(1), kind: 'numeric', count: '3' },
    { ...emptyRow(2), count: '' },
  ];
  expect(rowsIn(rows.slice(0, 1))).toEqual([{ kind: 'numeric', count: 3 }]);
  expect(totalOf(rows)).toBe(3);
});

test('marks are said by all rows and come to ten, or by none, where questions count alike', () => {
  const rows = (...marks: string[]) =>
    marks.map((each, at) => ({ ...emptyRow(at), count: '2', marks: each }));
  expect(marksOf(rows('', ''))).toBeUndefined();
  expect(marksOf(rows('2,5', '7.5'))).toBe(1000);
  for (const astray of [rows('2,5', ''), rows('2,5', '7'), rows('x', '10'), rows('0', '10')])
    expect(marksOf(astray)).toBe('astray');
  expect(rowsIn(rows('2,5'))).toEqual([{ count: 2, marks: 250 }]);
  expect(worthOfRow(rows('', ''), rows('')[0] ?? emptyRow(1))).toBe(500);
});
