import { type CellValue, readXlsx, type Sheet } from 'hucre/xlsx';
import { readZip } from '../container/zip.ts';
import { type Found, type ItemFile, itemFileOf, MAX_QUESTIONS, type Refused } from '../item-file.ts';
import { type Column, columnsOf } from './columns.ts';
import { foundIn } from './question-of.ts';

/** Titles and notes stand above the headings. Rows. */
const HEADINGS_WITHIN = 20;

/** A cell as it reads in Vietnam: 2.5 is shown 2,5. */
const cellText = (value: CellValue | undefined): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value).replace('.', ',');
  if (typeof value === 'boolean') return value ? 'Đúng' : 'Sai';
  return String(value).normalize('NFC').trim();
};

type Table = {
  readonly rows: readonly (readonly CellValue[])[];
  readonly columns: readonly (Column | undefined)[];
  readonly head: number;
};

const tableIn = ({ rows }: Sheet): Table | undefined => {
  for (const [head, row] of rows.slice(0, HEADINGS_WITHIN).entries()) {
    const columns = columnsOf(row.map(cellText));
    if (columns) return { rows, columns, head };
  }
  return undefined;
};

const foundInTable = ({ rows, columns, head }: Table): readonly Found[] =>
  rows.slice(head + 1).flatMap((row, at) => {
    const cells = row.map(cellText);
    if (cells.every((text) => text === '')) return [];
    const named = cells.flatMap((text, place): [Column, string][] => {
      const column = columns[place];
      return column && text !== '' ? [[column, text]] : [];
    });
    return [foundIn(new Map(named), head + at + 2)];
  });

/** The first sheet with a row of headings; the template's other sheet explains the columns. */
export async function readExcel(bytes: Uint8Array): Promise<ItemFile | Refused> {
  const unpacked = readZip(bytes);
  if (typeof unpacked === 'string') return unpacked;
  if (![...unpacked.keys()].includes('xl/workbook.xml')) return 'file-unreadable';
  try {
    const { sheets } = await readXlsx(bytes, { maxRows: MAX_QUESTIONS + HEADINGS_WITHIN + 1 });
    for (const sheet of sheets) {
      const table = tableIn(sheet);
      if (table) return itemFileOf(foundInTable(table));
    }
  } catch {
    // A zip that is no workbook after all.
  }
  return 'file-unreadable';
}
