import { useState } from 'preact/hooks';
import { formatMark } from '#shared/marks/marks.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { CandidateRow, Result } from './exam-rows.ts';
import { RetypeForm } from './retype-form.tsx';

type EnteredRow = CandidateRow & { readonly result: Result };
const isEntered = (row: CandidateRow): row is EnteredRow => row.result !== undefined;

const passedWord = ({ grade }: Result, t: Messages['printed']['results']) => {
  if (!grade) return undefined;
  if (grade.provisional) return t.provisional;
  return grade.passed ? t.passes : t.fails;
};

const columnsFor = (printed: Messages['printed']): readonly Column<EnteredRow>[] => {
  const t = printed.results;
  return [
    { key: 'name', title: printed.name, kind: 'name', value: ({ fullName }) => fullName ?? printed.unnamed },
    { key: 'number', title: printed.number, kind: 'text', value: ({ number }) => number },
    { key: 'code', title: printed.code, kind: 'text', value: ({ result }) => result.code },
    { key: 'mark', title: t.mark, kind: 'mark', value: ({ result }) => result.grade?.scoreHundredths },
    { key: 'passed', title: t.passed, kind: 'text', value: ({ result }) => passedWord(result, t) },
    {
      ...{ key: 'corrected', title: t.corrected, kind: 'text' },
      value: ({ result }) => result.corrections.at(-1)?.reason,
    },
  ];
};

type TableProps = {
  readonly title: string;
  readonly rows: readonly EnteredRow[];
  readonly onChoose: (number: string) => void;
};

const ResultTable = ({ title, rows, onChoose }: TableProps) => {
  const { printed } = useMessages();
  const t = printed.results;
  return (
    <DataTable
      title={t.title(title)}
      columns={columnsFor(printed)}
      pages={wholeList(rows)}
      rowKey={({ number }) => number}
      none={t.none}
      start={{ key: 'number', direction: 'ascending' }}
      action={({ number, fullName }) => (
        <Button
          small
          look="quiet"
          label={t.correctOf(fullName ?? printed.unnamed)}
          onClick={() => onChoose(number)}
        >
          {t.correct}
        </Button>
      )}
    />
  );
};

type Props = {
  readonly exam: BodyOf<'getPrintedExam'>['exam'];
  readonly rows: readonly CandidateRow[];
  readonly onChanged: () => void;
};

/** Who has which mark, and putting right what was typed wrong. */
export const ResultsPart = ({ exam, rows, onChanged }: Props) => {
  const { printed } = useMessages();
  const [chosen, setChosen] = useState<string>();
  const [done, setDone] = useState<Result>();
  const entered = rows.filter(isEntered);
  const nameOf = (number: string) => rows.find((row) => row.number === number)?.fullName ?? printed.unnamed;
  const row = entered.find(({ number }) => number === chosen);
  const choose = (number: string | undefined, result?: Result): void => {
    setChosen(number);
    setDone(result);
    if (result) onChanged();
  };
  return (
    <div class="stack">
      {done?.grade && (
        <Notice tone="good">
          <p class="strong">
            {printed.results.done(nameOf(done.number), formatMark(done.grade.scoreHundredths))}
          </p>
        </Notice>
      )}
      {row && (
        <RetypeForm
          key={row.number}
          {...{ exam, result: row.result, name: nameOf(row.number) }}
          onDone={(result) => choose(undefined, result)}
          onClose={() => choose(undefined)}
        />
      )}
      <ResultTable title={exam.title} rows={entered} onChoose={choose} />
    </div>
  );
};
