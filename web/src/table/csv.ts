import type { Sheet, SheetCell } from './sheet.ts';

/** Spreadsheets that open the file take a cell that begins with one of these for a formula. */
const FORMULA = /^[=+\-@\t\r]/;
/** Tells Excel that what follows is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

const two = (n: number) => String(n).padStart(2, '0');

const dateText = (date: Date): string => {
  const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
  const [hours, minutes] = [date.getUTCHours(), date.getUTCMinutes()];
  return hours + minutes > 0 ? `${day} ${two(hours)}:${two(minutes)}` : day;
};

const cellText = (cell: SheetCell): string => {
  if (cell === null) return '';
  if (cell instanceof Date) return dateText(cell);
  // Vietnamese spreadsheets read a decimal comma; the semicolon between cells leaves it free.
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return FORMULA.test(cell) ? `'${cell}` : cell;
};

const quoted = (text: string): string => (/[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The table as lines of text that Excel opens by a double click: what is left when the workbook cannot be made. */
export const csvOf = ({ columns, rows }: Sheet): string =>
  BYTE_ORDER_MARK +
  [columns.map(({ title }) => title), ...rows.map((row) => row.map(cellText))]
    .map((line) => `${line.map(quoted).join(';')}\r\n`)
    .join('');
