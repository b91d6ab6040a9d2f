import { formatMark } from '#shared/marks/marks.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type RowDraft, totalOf, worthOfRow } from './blueprint-draft.ts';

/** The matrix as schools print it: competences down, levels across, and in each cell how many of which kind. */
type Cell = { readonly kind: string; readonly count: number; readonly worth: number };

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)].sort();

const sums = (rows: readonly RowDraft[], some: readonly RowDraft[]) => ({
  count: totalOf(some),
  worth: some.reduce((sum, row) => sum + worthOfRow(rows, row), 0),
});

/** What the rows come to, as a table that a teacher knows from any exam. */
export const BlueprintMatrix = ({ rows }: { readonly rows: readonly RowDraft[] }) => {
  const { bank, competences } = useMessages();
  const t = bank.blueprint;
  const names: Readonly<Record<string, string>> = competences.names;
  const kinds: Readonly<Record<string, string>> = bank.kinds;
  const codes = distinct(rows.map(({ competenceCode }) => competenceCode));
  const levels = distinct(rows.map(({ level }) => level));
  const said = (some: readonly RowDraft[]) => {
    const { count, worth } = sums(rows, some);
    return count > 0 ? t.cell(count, formatMark(Math.round(worth))) : '–';
  };
  const cellsOf = (code: string, level: string): readonly Cell[] =>
    rows
      .filter((row) => row.competenceCode === code && row.level === level)
      .map((row) => ({ kind: row.kind, count: Number(row.count) || 0, worth: worthOfRow(rows, row) }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section class="matrix" aria-label={t.title} tabIndex={0}>
      <table>
        <caption>{t.title}</caption>
        <thead>
          <tr>
            <th scope="col">{bank.columns.competence}</th>
            {levels.map((level) => (
              <th key={level} scope="col">
                {level || t.anyLevel}
              </th>
            ))}
            <th scope="col">{t.sum}</th>
          </tr>
        </thead>
        <tbody>
          {codes.map((code) => (
            <tr key={code}>
              <th scope="row">{code ? `${code} ${names[code] ?? ''}` : t.anyCompetence}</th>
              {levels.map((level) => (
                <td key={level}>
                  {cellsOf(code, level).map(({ kind, count, worth }, at) => (
                    <p key={at}>
                      {kinds[kind] ?? t.anyKind}: {t.cell(count, formatMark(Math.round(worth)))}
                    </p>
                  ))}
                </td>
              ))}
              <td class="strong">{said(rows.filter((row) => row.competenceCode === code))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t.sum}</th>
            {levels.map((level) => (
              <td key={level}>{said(rows.filter((row) => row.level === level))}</td>
            ))}
            <td class="strong">{said(rows)}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
};
