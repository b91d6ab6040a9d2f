import type { BodyOf, RequestFor } from '../../api/types.ts';

export type Cells = BodyOf<'countBankItems'>['cells'];
type Row = NonNullable<RequestFor<'publishQuiz'>['body']['blueprint']>[number];

/** A row as it is filled in; an empty list leaves it open. `id` names it while rows come and go. */
export type RowDraft = {
  readonly id: number;
  readonly competenceCode: string;
  readonly level: string;
  readonly kind: string;
  readonly count: string;
};

/** Questions in one quiz, as the contract allows. */
export const MOST = 60;

export const emptyRow = (id: number): RowDraft => ({
  id,
  competenceCode: '',
  level: '',
  kind: '',
  count: '1',
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

/** The rows as the service takes them. */
export const rowsIn = (rows: readonly RowDraft[]): Row[] =>
  rows.map(({ id: _, count, ...named }) => ({
    ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== '')),
    count: Number(count),
  }));
