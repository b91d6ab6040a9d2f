import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { KeyRows } from './key-rows.tsx';
import { NumberField } from './number-field.tsx';
import type { Question } from './question-draft.ts';

type Of<K extends Question['kind']> = {
  readonly question: Extract<Question, { kind: K }>;
  readonly onChange: (question: Question) => void;
};
type Worth = { readonly text: string; readonly weight: number; readonly feedback?: string | undefined };

const withFeedback = <Row extends { feedback?: string | undefined }>(row: Row, feedback: string): Row => {
  const { feedback: _, ...rest } = row;
  return { ...rest, ...(feedback && { feedback }) } as Row;
};

type WorthsProps<Row extends Worth> = {
  readonly rows: readonly Row[];
  readonly least: number;
  readonly onRows: (rows: Row[]) => void;
};

const Worths = <Row extends Worth>({ rows, least, onRows }: WorthsProps<Row>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  return (
    <KeyRows rows={rows} least={least} blank={{ text: '', weight: 0 } as Row} onRows={onRows}>
      {(row, no, onRow) => (
        <>
          <TextField
            label={t.answer(no)}
            value={row.text}
            onValue={(text) => onRow({ ...row, text })}
            required
            input={{ maxLength: 500 }}
          />
          <NumberField
            label={t.weight(no)}
            value={row.weight}
            onNumber={(weight) => onRow({ ...row, weight })}
          />
          <TextField
            label={t.feedback(no)}
            value={row.feedback ?? ''}
            onValue={(feedback) => onRow(withFeedback(row, feedback))}
            input={{ maxLength: 2000 }}
          />
        </>
      )}
    </KeyRows>
  );
};

const Choices = ({ question, onChange }: Of<'single-choice' | 'multiple-choice'>) => (
  <Worths rows={question.options} least={2} onRows={(options) => onChange({ ...question, options })} />
);

const TrueFalse = ({ question, onChange }: Of<'true-false'>) => {
  const { bank, quiz } = useMessages();
  const choices = [
    { value: 'true', text: quiz.true },
    { value: 'false', text: quiz.false },
  ];
  return (
    <SelectField
      label={bank.edit.truth}
      value={String(question.isTrue)}
      choices={choices}
      onValue={(value) => onChange({ ...question, isTrue: value === 'true' })}
    />
  );
};

const ShortAnswer = ({ question, onChange }: Of<'short-answer'>) => (
  <Worths rows={question.accepted} least={1} onRows={(accepted) => onChange({ ...question, accepted })} />
);

const Numeric = ({ question, onChange }: Of<'numeric'>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  return (
    <KeyRows
      rows={question.accepted}
      least={1}
      blank={{ low: 0, high: 0, weight: 100 }}
      onRows={(accepted) => onChange({ ...question, accepted })}
    >
      {(row, no, onRow) => (
        <>
          <NumberField label={t.low(no)} value={row.low} onNumber={(low) => onRow({ ...row, low })} />
          <NumberField label={t.high(no)} value={row.high} onNumber={(high) => onRow({ ...row, high })} />
          <NumberField
            label={t.weight(no)}
            value={row.weight}
            onNumber={(weight) => onRow({ ...row, weight })}
          />
        </>
      )}
    </KeyRows>
  );
};

const Matching = ({ question, onChange }: Of<'matching'>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  return (
    <KeyRows
      rows={question.pairs}
      least={2}
      blank={{ prompt: '', choice: '' }}
      onRows={(pairs) => onChange({ ...question, pairs })}
    >
      {(row, no, onRow) => (
        <>
          <TextField
            label={t.prompt(no)}
            value={row.prompt}
            onValue={(prompt) => onRow({ ...row, prompt })}
            required
          />
          <TextField
            label={t.choice(no)}
            value={row.choice}
            onValue={(choice) => onRow({ ...row, choice })}
            required
          />
        </>
      )}
    </KeyRows>
  );
};

const Ordering = ({ question, onChange }: Of<'ordering'>) => {
  const { bank } = useMessages();
  return (
    <KeyRows
      rows={question.entries}
      least={3}
      blank=""
      onRows={(entries) => onChange({ ...question, entries })}
    >
      {(row, no, onRow) => <TextField label={bank.edit.entry(no)} value={row} onValue={onRow} required />}
    </KeyRows>
  );
};

/** What is right, and what earns how much, for each kind that is written by hand. */
export const KeyFields = ({ question, onChange }: Of<Question['kind']>) => {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return <Choices question={question} onChange={onChange} />;
    case 'true-false':
      return <TrueFalse question={question} onChange={onChange} />;
    case 'short-answer':
      return <ShortAnswer question={question} onChange={onChange} />;
    case 'numeric':
      return <Numeric question={question} onChange={onChange} />;
    case 'matching':
      return <Matching question={question} onChange={onChange} />;
    case 'ordering':
      return <Ordering question={question} onChange={onChange} />;
    default:
      return null;
  }
};
