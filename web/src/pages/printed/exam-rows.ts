import type { BodyOf } from '../../api/types.ts';

type Exam = BodyOf<'getPrintedExam'>['exam'];
export type Result = BodyOf<'getPrintedExam'>['results'][number];
type Member = BodyOf<'listClassMembers'>['members'][number];

/** A candidate with the name that the register has now, and the sheet once it is entered. */
export type CandidateRow = {
  readonly number: string;
  readonly personId: string;
  readonly fullName: string | undefined;
  readonly result: Result | undefined;
};

/** In the order of the numbers. */
export function candidateRows(
  { candidates }: Pick<Exam, 'candidates'>,
  results: readonly Result[],
  members: readonly Pick<Member, 'personId' | 'fullName'>[],
): readonly CandidateRow[] {
  const names = new Map(members.map(({ personId, fullName }) => [personId, fullName]));
  const entered = new Map(results.map((result) => [result.number, result]));
  return candidates.map(({ number, personId }) => ({
    number,
    personId,
    fullName: names.get(personId),
    result: entered.get(number),
  }));
}

export type TypedRow = { readonly number: string; readonly code: string; readonly line: string };

/** A code of three digits, then the answers. */
const TYPED = /^\s*(\d{3})\s+(\S.*?)\s*$/;

/** What was typed of one sheet; `'misshapen'` when it is no code with answers. */
export const typedRow = (number: string, typed: string): TypedRow | 'misshapen' => {
  const [, code, line] = TYPED.exec(typed) ?? [];
  return code && line ? { number, code, line } : 'misshapen';
};

type Verdict = Pick<BodyOf<'enterSheets'>['verdicts'][number], 'line' | 'kind' | 'detail'>;
/** Sheets as they were sent to be checked, and what was said of each. */
export type Checked = { readonly rows: readonly TypedRow[]; readonly verdicts: readonly Verdict[] };

/** The fault that a check found in a sheet; it holds until that sheet is typed otherwise, whatever others say. */
export const checkedFault = ({ rows, verdicts }: Checked, row: TypedRow): string | undefined => {
  const at = rows.findIndex(
    ({ number, code, line }) => number === row.number && code === row.code && line === row.line,
  );
  const verdict = at === -1 ? undefined : verdicts.find(({ line }) => line === at + 1);
  return verdict?.kind === 'fault' ? verdict.detail : undefined;
};

/** The sheets that were typed; those left empty are not there yet. Undefined while one has no shape. */
export function typedRows(typed: ReadonlyMap<string, string>): readonly TypedRow[] | undefined {
  const rows = [...typed]
    .filter(([, text]) => text.trim() !== '')
    .map(([number, text]) => typedRow(number, text));
  return rows.includes('misshapen') ? undefined : rows.filter((row) => row !== 'misshapen');
}
