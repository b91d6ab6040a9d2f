import { parseCsv } from 'hucre/csv';
import { cellOf, cellsOf } from './answer-line.ts';

/** What was typed of one answer sheet. */
export type SheetRow = {
  /** Of the file or the form, counted from 1, to name the row by. */
  readonly line: number;
  readonly number: string;
  readonly code: string;
  readonly cells: readonly string[];
};

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

/** Excel drops the zeros before a number: 7 is 007. */
export const candidateNumber = (typed: string): string => typed.trim().padStart(3, '0');

/** One column per question where there are as many; else the first column has the line. */
const answersOf = (columns: readonly string[], questions: number): readonly string[] => {
  const [line = ''] = columns;
  const isLine = columns.length < questions && columns.slice(1).every((column) => column === '');
  if (isLine || questions === 1) return cellsOf(line);
  const last = columns.findLastIndex((column) => column !== '');
  return columns.slice(0, Math.max(questions, last + 1)).map(cellOf);
};

/**
 * Answer sheets from a table as Excel and scanners save it: number, code, then the answers in one column as they are
 * typed or in one column per question. Commas, semicolons or tabs between columns; a heading row is passed over.
 */
export function readTable(csv: string, questions: number): SheetRow[] {
  const table = parseCsv(csv, { typeInference: false });
  return table.flatMap((values, at) => {
    const [number = '', code = '', ...columns] = values.map(text);
    if ([number, code, ...columns].every((each) => each === '')) return [];
    if (at === 0 && !/\d/.test(number)) return [];
    return [{ line: at + 1, number: candidateNumber(number), code, cells: answersOf(columns, questions) }];
  });
}
