import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Column, filterRows, nextOrder, sortRows, textOf } from './column.ts';

type Row = { readonly name?: string; readonly mark?: number; readonly day?: string; readonly at?: string };
const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Tên', kind: 'name', value: ({ name }) => name },
  { key: 'mark', title: 'Điểm', kind: 'mark', value: ({ mark }) => mark },
  { key: 'day', title: 'Ngày', kind: 'day', value: ({ day }) => day },
  { key: 'at', title: 'Lúc', kind: 'instant', value: ({ at }) => at },
];
const named = (...names: string[]): Row[] => names.map((name) => ({ name }));
const namesBy = (rows: readonly Row[], direction: 'ascending' | 'descending' = 'ascending') =>
  sortRows(rows, columns, { key: 'name', direction }).map(({ name }) => name);

describe('sorting', () => {
  it('follows Vietnamese lists: given name, family name, the rest; letters before marks', () => {
    const list = named('Nguyễn Thị Ánh', 'Dương', 'Trần Anh', 'Đặng', 'Lê Ăn', 'Bùi Anh', 'Lê Ân');
    expect(namesBy(list)).toEqual([
      ...['Bùi Anh', 'Trần Anh', 'Nguyễn Thị Ánh', 'Lê Ăn', 'Lê Ân', 'Dương', 'Đặng'],
    ]);
    expect(namesBy(list, 'descending')[0]).toBe('Đặng');
  });

  it('sorts marks and days by what they are, and puts those without one last both ways', () => {
    const rows: Row[] = [{ mark: 950 }, {}, { mark: 1000 }, { mark: 50 }];
    const marks = (direction: 'ascending' | 'descending') =>
      sortRows(rows, columns, { key: 'mark', direction }).map(({ mark }) => mark);
    expect(marks('ascending')).toEqual([50, 950, 1000, undefined]);
    expect(marks('descending')).toEqual([1000, 950, 50, undefined]);
    const days = sortRows([{ day: '2026-11-02' }, { day: '2026-02-11' }], columns, {
      ...{ key: 'day', direction: 'ascending' },
    });
    expect(days.map(({ day }) => day)).toEqual(['2026-02-11', '2026-11-02']);
  });

  it('keeps the places of equal rows both ways, and every row', () => {
    const rows = fc.array(fc.record({ name: fc.constantFrom('An', 'Ân', 'Bình'), mark: fc.nat(3) }));
    fc.assert(
      fc.property(rows, fc.constantFrom('ascending' as const, 'descending' as const), (all, direction) => {
        const sorted = sortRows(all, columns, { key: 'name', direction });
        expect(new Set(sorted)).toEqual(new Set(all));
        for (const name of ['An', 'Ân', 'Bình']) {
          const own = (list: readonly Row[]) => list.filter((row) => row.name === name);
          expect(own(sorted)).toEqual(own(all));
        }
      }),
    );
  });

  it('sorts a column by what stands behind its words', () => {
    const seen: readonly Column<Row>[] = [
      { key: 'at', title: 'Lần cuối', kind: 'text', value: () => 'hôm qua', sortBy: ({ at }) => at ?? '' },
    ];
    const rows = [{ at: '2026-11-25' }, {}, { at: '2026-11-02' }];
    expect(sortRows(rows, seen, { key: 'at', direction: 'ascending' })).toEqual([
      ...[{}, { at: '2026-11-02' }, { at: '2026-11-25' }],
    ]);
  });

  it('turns with each press', () => {
    const first = nextOrder(undefined, 'name');
    expect(first).toEqual({ key: 'name', direction: 'ascending' });
    expect(nextOrder(first, 'name').direction).toBe('descending');
    expect(nextOrder(nextOrder(first, 'name'), 'name').direction).toBe('ascending');
    expect(nextOrder(first, 'mark')).toEqual({ key: 'mark', direction: 'ascending' });
  });
});

describe('filtering', () => {
  it('finds the beginnings of words in any column, without diacritics', () => {
    const rows: Row[] = [{ name: 'Đặng Thị Thu Trang', mark: 750 }, { name: 'Trần Văn Út' }];
    const found = (query: string) => filterRows(rows, columns, query, 'vi').map(({ name }) => name);
    expect(found('dang tr')).toEqual(['Đặng Thị Thu Trang']);
    expect(found('7,5')).toEqual(['Đặng Thị Thu Trang']);
    expect(found('ran')).toEqual([]);
    expect(found('  ')).toHaveLength(2);
  });
});

it('shows cells as people read them', () => {
  const row: Row = { name: 'An', mark: 745, day: '2026-11-05', at: '2026-11-22T18:30:00.000Z' };
  expect(columns.map((column) => textOf(column, row, 'vi')).slice(0, 3)).toEqual(['An', '7,5', '05/11/2026']);
  expect(columns.map((column) => textOf(column, {}, 'vi'))).toEqual(['', '', '', '']);
});

it('orders coefficients as numbers, also below nothing, and shows two decimals of each', () => {
  const figures: readonly Column<number>[] = [{ key: 'r', title: 'r', kind: 'coefficient', value: (r) => r }];
  const sorted = sortRows([0.1, -0.35, 0.7432, -0.05], figures, { key: 'r', direction: 'ascending' });
  expect(sorted.map((r) => textOf(figures[0] as Column<number>, r, 'vi'))).toEqual([
    '-0,35',
    '-0,05',
    '0,10',
    '0,74',
  ]);
});
