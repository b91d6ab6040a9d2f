import type { Response } from '../../contract.ts';
import { markAttempt } from '../grading.ts';
import { isSameSheet, type PrintedExam, type PrintedResult } from './printed-exam.ts';
import { type FormItem, readSheet, type SheetFault } from './read-sheet.ts';
import type { SheetRow } from './read-table.ts';

/** What keeps a candidate from being marked at this quiz. */
export type SeatFault = 'not-enrolled' | 'attempts-used-up' | 'attempt-still-open' | 'own-sheet';
export type RowFault =
  | SheetFault
  | { readonly code: 'unknown-number' | 'unknown-code' | 'number-twice' | SeatFault }
  /** Another sheet of this candidate was entered before; to change it takes a reason. */
  | { readonly code: 'differs' }
  /** An attempt online takes late answers until then. */
  | { readonly code: 'late-answers-may-come'; readonly until: string };

export type NewSheet = {
  readonly kind: 'new';
  readonly row: SheetRow;
  readonly personId: string;
  readonly items: readonly FormItem[];
  readonly responses: ReadonlyMap<string, Response>;
  readonly scoreHundredths: number;
};
export type RowVerdict =
  | NewSheet
  | { readonly kind: 'unchanged'; readonly row: SheetRow }
  | { readonly kind: 'fault'; readonly row: SheetRow; readonly fault: RowFault };

type Known = {
  readonly exam: PrintedExam;
  readonly forms: ReadonlyMap<string, readonly FormItem[]>;
  /** The same by what was corrected since, which is what the sheets are marked by. */
  readonly corrected: ReadonlyMap<string, readonly FormItem[]>;
  readonly results: readonly PrintedResult[];
};

function judgeRow(
  { exam, forms, corrected, results }: Known,
  row: SheetRow,
  isRepeated: boolean,
): RowVerdict {
  const fault = (what: RowFault) => ({ kind: 'fault', row, fault: what }) as const;
  const candidate = exam.candidates.find(({ number }) => number === row.number);
  if (!candidate) return fault({ code: 'unknown-number' });
  if (isRepeated) return fault({ code: 'number-twice' });
  const items = forms.get(row.code);
  if (!items) return fault({ code: 'unknown-code' });
  const responses = readSheet(items, row.cells);
  if ('code' in responses) return fault(responses);
  const entered = results.find(({ number }) => number === row.number);
  if (entered) return isSameSheet(entered, row) ? { kind: 'unchanged', row } : fault({ code: 'differs' });
  const { scoreHundredths } = markAttempt(corrected.get(row.code) ?? items, responses);
  return { kind: 'new', row, personId: candidate.personId, items, responses, scoreHundredths };
}

/** What each row of answer sheets comes to. A number that stands twice is refused both times: nobody knows which is meant. */
export function judgeRows(known: Known, rows: readonly SheetRow[]): readonly RowVerdict[] {
  const times = new Map<string, number>();
  for (const { number } of rows) times.set(number, (times.get(number) ?? 0) + 1);
  return rows.map((row) => judgeRow(known, row, (times.get(row.number) ?? 0) > 1));
}
