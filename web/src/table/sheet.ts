import type { Column, Value } from './column.ts';

/** What a cell of a written table is: text, a number, or a moment of which the local day and time are meant. */
export type SheetCell = string | number | Date | null;
export type SheetColumn = {
  readonly title: string;
  /** Characters. */
  readonly width: number;
  /** Number format in the words of a spreadsheet; undefined for text. */
  readonly format?: string;
};
/** A table as a spreadsheet holds it. */
export type Sheet = {
  readonly title: string;
  /** A line below the title: when and by what it was narrowed. */
  readonly note: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: readonly (readonly SheetCell[])[];
};

const FORMATS = {
  count: '#,##0',
  mark: '0.0',
  coefficient: '0.00',
  day: 'dd/mm/yyyy',
  instant: 'dd/mm/yyyy hh:mm',
} as const;
const NARROWEST = 8;
const WIDEST = 60;
/** Spreadsheets know no time zones: the clock of Ho Chi Minh City is written down. */
const LOCAL_MS = 7 * 60 * 60 * 1000;

const cellOf = ({ kind }: Pick<Column<never>, 'kind'>, value: Value): SheetCell => {
  if (value === undefined) return null;
  if (kind === 'count' || kind === 'coefficient') return Number(value);
  if (kind === 'mark') return Math.floor((Number(value) + 5) / 10) / 10;
  if (kind === 'day') return new Date(`${value}T00:00:00.000Z`);
  if (kind === 'instant') return new Date(Date.parse(String(value)) + LOCAL_MS);
  return String(value);
};

const widthOf = (title: string, cells: readonly SheetCell[]): number => {
  const lengths = cells.map((cell) => (typeof cell === 'string' ? cell.length : 12));
  return Math.min(WIDEST, Math.max(NARROWEST, title.length + 2, ...lengths.map((length) => length + 2)));
};

/** The rows as they are shown, in typed cells: a mark is exported as the number that is read, 7,5. */
export function sheetOf<Row>(
  about: { readonly title: string; readonly note: string },
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): Sheet {
  const cells = rows.map((row) => columns.map((column) => cellOf(column, column.value(row))));
  return {
    ...about,
    columns: columns.map(({ title, kind }, at) => ({
      title,
      width: widthOf(
        title,
        cells.map((row) => row[at] ?? null),
      ),
      ...(kind !== 'name' && kind !== 'text' && { format: FORMATS[kind] }),
    })),
    rows: cells,
  };
}
