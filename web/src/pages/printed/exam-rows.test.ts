import { expect, test } from 'vitest';
import { candidateRows, checkedFault, typedRow, typedRows } from './exam-rows.ts';

test('candidates keep the order of their numbers, with the names of today and the sheets entered', () => {
  const candidates = [
    { number: '001', personId: 'a' },
    { number: '002', personId: 'b' },
  ];
  const result = { number: '002', code: '101', line: 'AB' } as never;
  expect(candidateRows({ candidates }, [result], [{ personId: 'a', fullName: 'An' }])).toEqual([
    { number: '001', personId: 'a', fullName: 'An', result: undefined },
    { number: '002', personId: 'b', fullName: undefined, result },
  ]);
});

test.each([
  ['101 ABCD', { number: '001', code: '101', line: 'ABCD' }],
  ['  102   A (BC) - Đ ', { number: '001', code: '102', line: 'A (BC) - Đ' }],
])('“%s” is a code and a line', (typed, row) => expect(typedRow('001', typed)).toEqual(row));

test.each(['ABCD', '101', '10 ABCD', '1011 A', '101ABCD'])('“%s” has no shape', (typed) =>
  expect(typedRow('001', typed)).toBe('misshapen'),
);

test('what was left empty is not sent, and nothing is while one row has no shape', () => {
  const typed = new Map([
    ['001', '101 AB'],
    ['002', '  '],
  ]);
  expect(typedRows(typed)).toEqual([{ number: '001', code: '101', line: 'AB' }]);
  expect(typedRows(typed.set('003', 'AB'))).toBeUndefined();
});

test('a fault stays with its row while others are mended, and goes when the row itself is typed otherwise', () => {
  const rows = [
    { number: '001', code: '101', line: 'AB' },
    { number: '002', code: '102', line: 'A' },
  ];
  const verdicts = [
    { line: 1, kind: 'new' },
    { line: 2, kind: 'fault', detail: 'Thiếu câu' },
  ] as const;
  const faultOf = (row: (typeof rows)[number]) => checkedFault({ rows, verdicts }, row);
  expect(rows.map(faultOf)).toEqual([undefined, 'Thiếu câu']);
  expect(faultOf({ number: '002', code: '102', line: 'AB' })).toBeUndefined();
  expect(faultOf({ number: '003', code: '102', line: 'A' })).toBeUndefined();
});
