import { inflateRawSync } from 'node:zlib';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Column } from './column.ts';
import { csvOf } from './csv.ts';
import { sheetOf } from './sheet.ts';
import { writeTable } from './write-table.ts';

type Row = { readonly name: string; readonly mark?: number; readonly day: string; readonly at: string };
const columns: readonly Column<Row>[] = [
  { key: 'name', title: 'Họ và tên', kind: 'name', value: ({ name }) => name },
  { key: 'mark', title: 'Điểm', kind: 'mark', value: ({ mark }) => mark },
  { key: 'day', title: 'Ngày', kind: 'day', value: ({ day }) => day },
  { key: 'at', title: 'Lần cuối', kind: 'instant', value: ({ at }) => at },
  { key: 'n', title: 'Số', kind: 'count', value: () => 1284 },
];
const evening = { day: '2026-11-05', at: '2026-11-22T18:30:00.000Z' };
const rows: Row[] = [
  { name: 'Đặng Thị Ánh', mark: 745, ...evening },
  ...['=1+1', '+84 903', '-5', '@SUM(A1)', 'a;"b"\nc'].map((name) => ({ name, ...evening })),
];
const sheet = sheetOf({ title: 'Danh sách lớp 12A1', note: 'Lập lúc nào đó.' }, columns, rows);

/** The files of a ZIP archive as text, by name: enough of the format to look into what was written. */
function partsOf(archive: Uint8Array): Map<string, string> {
  const data = Buffer.from(archive);
  const parts = new Map<string, string>();
  for (let at = data.indexOf('PK\u0001\u0002'); at >= 0; at = data.indexOf('PK\u0001\u0002', at + 4)) {
    const [size, nameLength, local] = [
      data.readUInt32LE(at + 20),
      data.readUInt16LE(at + 28),
      data.readUInt32LE(at + 42),
    ];
    const start = local + 30 + data.readUInt16LE(local + 26) + data.readUInt16LE(local + 28);
    const bytes = data.subarray(start, start + size);
    const isDeflated = data.readUInt16LE(local + 8) === 8;
    parts.set(
      data.toString('utf8', at + 46, at + 46 + nameLength),
      (isDeflated ? inflateRawSync(bytes) : bytes).toString('utf8'),
    );
  }
  return parts;
}

describe('a workbook', () => {
  const written = async () => {
    const { file, ending } = await writeTable(sheet);
    expect(ending).toBe('xlsx');
    return new Uint8Array(await file.arrayBuffer());
  };

  it('reads back as it was written: title, headings, marks as numbers, days as dates by the clock here', async () => {
    const { sheets } = await readXlsx(await written(), { readStyles: true });
    const [only] = sheets;
    expect(only?.rows[0]?.[0]).toBe('Danh sách lớp 12A1');
    expect(only?.rows[3]).toEqual(columns.map(({ title }) => title));
    expect(only?.rows[4]).toEqual([
      ...['Đặng Thị Ánh', 7.5, new Date('2026-11-05T00:00:00Z'), new Date('2026-11-23T01:30:00Z'), 1284],
    ]);
    expect(only?.rows[5]?.[1] ?? null).toBeNull();
    expect(only?.rows).toHaveLength(4 + rows.length);
  });

  it('keeps as text what a spreadsheet would take for a formula', async () => {
    const bytes = await written();
    const [only] = (await readXlsx(bytes)).sheets;
    expect(only?.rows.slice(5).map(([name]) => name)).toEqual(rows.slice(1).map(({ name }) => name));
    for (const [name, xml] of partsOf(bytes))
      if (name.includes('worksheets/')) expect(xml).not.toMatch(/<f[ >]/);
  });

  it('repeats its headings on every printed page: the sheet name has no space, which this writer would not quote', async () => {
    const parts = partsOf(await written());
    const workbook = parts.get('xl/workbook.xml') ?? '';
    expect(workbook).toMatch(/_xlnm\.Print_Titles[^>]*>(DanhSach|'DanhSach')!\$4:\$4</);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toMatch(/<pane [^>]*ySplit="4"/);
    expect(xml).toContain('<autoFilter ref="A4:E10"');
    expect(xml).toMatch(/<col [^>]*width="1[4-9]/);
  });
});

describe('lines of text, when the workbook cannot be made', () => {
  it('come in its place', async () => {
    const { file, ending } = await writeTable(sheet, () => Promise.reject(new Error('no network')));
    expect(ending).toBe('csv');
    const bytes = new Uint8Array(await file.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder().decode(bytes)).toBe(csvOf(sheet).slice(1));
  });

  it('quote what needs it, say numbers and dates as here, and disarm formulas', () => {
    const lines = csvOf(sheet).slice(1).split('\r\n');
    expect(lines[0]).toBe('Họ và tên;Điểm;Ngày;Lần cuối;Số');
    expect(lines[1]).toBe('Đặng Thị Ánh;7,5;05/11/2026;23/11/2026 01:30;1284');
    expect(lines.slice(2, 6).map((line) => line.split(';')[0])).toEqual([
      ...["'=1+1", "'+84 903", "'-5", "'@SUM(A1)"],
    ]);
    expect(csvOf(sheet)).toContain('"a;""b""\nc";;');
  });
});
