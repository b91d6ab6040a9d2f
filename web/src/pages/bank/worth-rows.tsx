import type { ComponentChildren } from 'preact';
import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/fields.tsx';
import { KeyRows } from './key-rows.tsx';
import { NumberField } from './number-field.tsx';
import type { Question } from './question-draft.ts';
import { useFaultAt } from './told-faults.tsx';

/** Fields for what is particular to a kind of question. */
export type KeyOf<K extends Question['kind']> = {
  readonly question: Extract<Question, { kind: K }>;
  readonly onChange: (question: Question) => void;
};

type Worth = { readonly text: string; readonly weight: number; readonly feedback?: string | undefined };

/** A part with another word of its author; an empty one is none. */
export const withFeedback = <Row extends { feedback?: string | undefined }>(
  row: Row,
  feedback: string,
): Row => {
  const { feedback: _, ...rest } = row;
  return { ...rest, ...(feedback && { feedback }) } as Row;
};

type Props<Row extends Worth> = {
  readonly at: string;
  readonly rows: readonly Row[];
  readonly least: number;
  readonly onRows: (rows: Row[]) => void;
  /** What else a row can have. */
  readonly more?: (row: Row, no: number, onRow: (row: Row) => void) => ComponentChildren;
};

/** Answers, each with what it earns in percent and what its author says about it. */
export const WorthRows = <Row extends Worth>({ at, rows, least, onRows, more }: Props<Row>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  const faultAt = useFaultAt();
  return (
    <KeyRows
      at={at}
      rows={rows}
      least={least}
      blank={{ text: '', weight: 0 } as Row}
      words={t.answerRows}
      isSaidByField
      onRows={onRows}
    >
      {(row, no, onRow) => (
        <>
          <TextField
            label={t.answer(no)}
            value={row.text}
            fault={faultAt(`${at}/${no - 1}/text`)}
            onValue={(text) => onRow({ ...row, text })}
            required
            input={{ maxLength: 500 }}
          />
          <NumberField
            label={t.weight(no)}
            value={row.weight}
            fault={faultAt(`${at}/${no - 1}/weight`)}
            onNumber={(weight) => onRow({ ...row, weight })}
          />
          <TextField
            label={t.feedback(no)}
            value={row.feedback ?? ''}
            fault={faultAt(`${at}/${no - 1}/feedback`)}
            onValue={(feedback) => onRow(withFeedback(row, feedback))}
            input={{ maxLength: 2000 }}
          />
          {more?.(row, no, onRow)}
        </>
      )}
    </KeyRows>
  );
};

type Range = Extract<Question, { kind: 'numeric' }>['accepted'][number];
const RANGE = ['low', 'high', 'weight'] as const;
type RangeProps = {
  readonly at: string;
  readonly rows: readonly Range[];
  readonly onRows: (rows: Range[]) => void;
};

/** Accepted numbers, both ends included. */
export const RangeRows = ({ at, rows, onRows }: RangeProps) => {
  const { bank } = useMessages();
  const t = bank.edit;
  const faultAt = useFaultAt();
  return (
    <KeyRows at={at} rows={rows} least={1} blank={{ low: 0, high: 0, weight: 100 }} onRows={onRows}>
      {(row, no, onRow) => (
        <>
          {RANGE.map((name) => (
            <NumberField
              key={name}
              label={t[name](no)}
              value={row[name]}
              fault={faultAt(`${at}/${no - 1}/${name}`)}
              onNumber={(number) => onRow({ ...row, [name]: number })}
            />
          ))}
          <TextField
            label={t.feedback(no)}
            value={row.feedback ?? ''}
            fault={faultAt(`${at}/${no - 1}/feedback`)}
            onValue={(feedback) => onRow(withFeedback(row, feedback))}
            input={{ maxLength: 2000 }}
          />
        </>
      )}
    </KeyRows>
  );
};
