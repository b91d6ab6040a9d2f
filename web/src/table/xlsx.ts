import { type Cell, type CellStyle, type CellValue, writeXlsx } from 'hucre/xlsx';
import type { Sheet } from './sheet.ts';

/** Without a space: this release does not quote sheet names in print titles, and headings would stop repeating. */
const SHEET_NAME = 'DanhSach';
/** Rows above the table: title, note, a blank one. */
const HEAD = 3;

const TITLE: CellStyle = { font: { bold: true, size: 14 } };
const NOTE: CellStyle = { font: { italic: true } };
const HEADING: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E1EDF4' } },
  border: { bottom: { style: 'medium' } },
  alignment: { wrapText: true, vertical: 'center' },
};

/** 1 is A, 27 is AA. */
const letterOf = (column: number): string =>
  column > 26
    ? letterOf(Math.floor((column - 1) / 26)) + letterOf(((column - 1) % 26) + 1)
    : String.fromCharCode(64 + column);

const cellsOf = (sheet: Sheet): Map<string, Partial<Cell>> => {
  const cells = new Map<string, Partial<Cell>>([
    ['0,0', { style: TITLE }],
    ['1,0', { style: NOTE }],
  ]);
  for (const [at, { format }] of sheet.columns.entries()) {
    cells.set(`${HEAD},${at}`, { style: HEADING });
    if (format)
      for (const row of sheet.rows.keys())
        cells.set(`${HEAD + 1 + row},${at}`, { style: { numFmt: format } });
  }
  return cells;
};

/**
 * The table as a workbook. Every text is written as text: a name that begins with `=` is no formula. The heading row
 * stays in sight, repeats on every printed page and carries the filter.
 */
export function xlsxOf(sheet: Sheet): Promise<Uint8Array> {
  const { title, note, columns, rows } = sheet;
  const lines: CellValue[][] = [
    [title],
    [note],
    [],
    columns.map((column) => column.title),
    ...rows.map((row) => [...row]),
  ];
  const last = letterOf(columns.length);
  return writeXlsx({
    sheets: [
      {
        name: SHEET_NAME,
        columns: columns.map(({ width }) => ({ width })),
        rows: lines,
        cells: cellsOf(sheet),
        freezePane: { rows: HEAD + 1 },
        autoFilter: { range: `A${HEAD + 1}:${last}${HEAD + 1 + rows.length}` },
        pageSetup: {
          ...{ paperSize: 'a4', orientation: columns.length > 5 ? 'landscape' : 'portrait' },
          ...{ fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
          printTitlesRow: `$${HEAD + 1}:$${HEAD + 1}`,
        },
      },
    ],
    properties: { title },
    defaultFont: { name: 'Times New Roman', size: 12 },
  });
}
