import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { ClozeFields } from './cloze-fields.tsx';
import { KeyRows } from './key-rows.tsx';
import { LaterHotSpotFields, LaterMediaFields } from './later-fields.tsx';
import { EssayFields, FileAnswerFields } from './person-marked-fields.tsx';
import { PracticalTaskFields } from './practical-task-fields.tsx';
import type { Question } from './question-draft.ts';
import { ComparisonField, ScoringField } from './scoring-field.tsx';
import { useFaultAt } from './told-faults.tsx';
import { type KeyOf, RangeRows, WorthRows } from './worth-rows.tsx';

type Option = Extract<Question, { kind: 'single-choice' }>['options'][number];
type OptionProps = {
  readonly courseId: string;
  readonly option: Option;
  readonly no: number;
  readonly onOption: (option: Option) => void;
};

const OptionMedia = ({ courseId, option, no, onOption }: OptionProps) => {
  const { questionForm } = useMessages();
  const t = questionForm.media;
  const { media = [], ...rest } = option;
  const [isOpen, setOpen] = useState(media.length > 0);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.ofOption(no)}</summary>
      {isOpen && (
        <LaterMediaFields
          courseId={courseId}
          at={`/options/${no - 1}/media`}
          label={t.add}
          media={media}
          onMedia={(next) => onOption({ ...rest, ...(next.length > 0 && { media: next }) })}
        />
      )}
    </details>
  );
};

type ChoiceProps = KeyOf<'single-choice' | 'multiple-choice'> & { readonly courseId: string };

const Choices = ({ courseId, question, onChange }: ChoiceProps) => (
  <>
    {question.kind === 'multiple-choice' && <ScoringField question={question} onChange={onChange} />}
    <WorthRows
      at="/options"
      rows={question.options}
      least={2}
      more={(option: Option, no, onOption) => (
        <OptionMedia courseId={courseId} option={option} no={no} onOption={onOption} />
      )}
      onRows={(options) => onChange({ ...question, options })}
    />
  </>
);

const TrueFalse = ({ question, onChange }: KeyOf<'true-false'>) => {
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

const ShortAnswer = ({ question, onChange }: KeyOf<'short-answer'>) => (
  <>
    <ComparisonField of={question} onChange={onChange} />
    <WorthRows
      at="/accepted"
      rows={question.accepted}
      least={1}
      onRows={(accepted) => onChange({ ...question, accepted })}
    />
  </>
);

const Numeric = ({ question, onChange }: KeyOf<'numeric'>) => {
  const { questionForm: t } = useMessages();
  const setOtherwise = (text: string): void => {
    const { otherwise: _, ...rest } = question;
    onChange({ ...rest, ...(text && { otherwise: text }) });
  };
  return (
    <>
      <RangeRows
        at="/accepted"
        rows={question.accepted}
        onRows={(accepted) => onChange({ ...question, accepted })}
      />
      <TextField
        label={t.otherwise}
        value={question.otherwise ?? ''}
        onValue={setOtherwise}
        input={{ maxLength: 2000 }}
      />
    </>
  );
};

const Pairs = ({ question, onChange }: KeyOf<'matching'>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  const faultAt = useFaultAt();
  return (
    <KeyRows
      at="/pairs"
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
            fault={faultAt(`/pairs/${no - 1}/prompt`)}
            onValue={(prompt) => onRow({ ...row, prompt })}
            required
          />
          <TextField
            label={t.choice(no)}
            value={row.choice}
            fault={faultAt(`/pairs/${no - 1}/choice`)}
            onValue={(choice) => onRow({ ...row, choice })}
            required
          />
        </>
      )}
    </KeyRows>
  );
};

const Matching = ({ question, onChange }: KeyOf<'matching'>) => {
  const { questionForm } = useMessages();
  const t = questionForm.distractors;
  return (
    <>
      <ScoringField question={question} onChange={onChange} />
      <Pairs question={question} onChange={onChange} />
      <p class="field-label">{t.title}</p>
      <KeyRows
        at="/distractors"
        rows={question.distractors}
        least={0}
        blank=""
        words={t}
        onRows={(distractors) => onChange({ ...question, distractors })}
      >
        {(row, no, onRow) => <TextField label={t.part(no)} value={row} onValue={onRow} required />}
      </KeyRows>
    </>
  );
};

const Ordering = ({ question, onChange }: KeyOf<'ordering'>) => {
  const { bank } = useMessages();
  const faultAt = useFaultAt();
  return (
    <>
      <ScoringField question={question} onChange={onChange} />
      <KeyRows
        at="/entries"
        rows={question.entries}
        least={3}
        blank=""
        onRows={(entries) => onChange({ ...question, entries })}
      >
        {(row, no, onRow) => (
          <TextField
            label={bank.edit.entry(no)}
            value={row}
            fault={faultAt(`/entries/${no - 1}`)}
            onValue={onRow}
            required
          />
        )}
      </KeyRows>
    </>
  );
};

/** What is right, and what earns how much, for each kind. */
export const KeyFields = ({
  courseId,
  question,
  onChange,
}: KeyOf<Question['kind']> & { readonly courseId: string }) => {
  switch (question.kind) {
    case 'single-choice':
    case 'multiple-choice':
      return <Choices courseId={courseId} question={question} onChange={onChange} />;
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
    case 'cloze':
      return <ClozeFields question={question} onChange={onChange} />;
    case 'practical-task':
      return <PracticalTaskFields question={question} onChange={onChange} />;
    case 'essay':
      return <EssayFields question={question} onChange={onChange} />;
    case 'file-answer':
      return <FileAnswerFields question={question} onChange={onChange} />;
    case 'hot-spot':
      return <LaterHotSpotFields courseId={courseId} question={question} onChange={onChange} />;
    default:
      return question satisfies never;
  }
};
