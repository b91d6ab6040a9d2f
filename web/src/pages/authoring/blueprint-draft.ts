import type { BodyOf, RequestFor } from '../../api/types.ts';
import { parseMark } from './pass-mark.ts';

export type Cells = BodyOf<'countBankItems'>['cells'];
type Row = NonNullable<RequestFor<'publishQuiz'>['body']['blueprint']>[number];

/** A row as it is filled in; an empty list leaves it open. `id` names it while rows come and go. */
export type RowDraft = {
  readonly id: number;
  readonly competenceCode: string;
  readonly level: string;
  readonly kind: string;
  readonly count: string;
  /** What the row is worth, as typed; empty where all questions count alike. */
  readonly marks: string;
};

/** Questions in one quiz, as the contract allows. */
export const MOST = 60;

export const emptyRow = (id: number): RowDraft => ({
  id,
  competenceCode: '',
  level: '',
  kind: '',
  count: '1',
  marks: '',
});

/** Approved questions of the bank that fit a row, whatever other rows take of them. */
export const fitting = (cells: Cells, { competenceCode, level, kind }: RowDraft): number =>
  cells
    .filter(
      (cell) =>
        (competenceCode === '' || cell.competenceCode === competenceCode) &&
        (level === '' || cell.level === level) &&
        (kind === '' || cell.kind === kind),
    )
    .reduce((sum, { count }) => sum + count, 0);

export const totalOf = (rows: readonly RowDraft[]): number =>
  rows.reduce((sum, { count }) => sum + (Number(count) || 0), 0);

/** The whole of a paper, in hundredths. */
const WHOLE = 1000;

/**
 * What the marks of all rows come to, in hundredths; undefined where rows say none, and `'astray'` where only some of
 * them say it, one is no mark, or it is not the whole.
 */
export function marksOf(rows: readonly RowDraft[]): number | undefined | 'astray' {
  const said = rows.filter(({ marks }) => marks.trim() !== '').map(({ marks }) => parseMark(marks));
  if (said.length === 0) return undefined;
  const sum = said.reduce<number>((total, each) => total + (each ?? 0), 0);
  return said.length < rows.length || said.some((each) => !each) || sum !== WHOLE ? 'astray' : sum;
}

/** What one row is worth, in hundredths: what it says, or the share of its questions. */
export const worthOfRow = (rows: readonly RowDraft[], { count, marks }: RowDraft): number =>
  parseMark(marks) ?? (WHOLE * (Number(count) || 0)) / Math.max(1, totalOf(rows));

/** The rows as the service takes them. */
export const rowsIn = (rows: readonly RowDraft[]): Row[] =>
  rows.map(({ id: _, count, marks, ...named }) => {
    const worth = marks.trim() === '' ? undefined : parseMark(marks);
    return {
      ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
      count: Number(count),
      ...(worth && { marks: worth }),
    };
  });
