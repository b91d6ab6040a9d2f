import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Choices } from './choice-fields.tsx';
import { KeyRows } from './key-rows.tsx';
import {
  LaterClozeFields,
  LaterEssayFields,
  LaterFileAnswerFields,
  LaterHotSpotFields,
  LaterPracticalTaskFields,
} from './later-fields.tsx';
import type { Question } from './question-draft.ts';
import { ComparisonField, ScoringField } from './scoring-field.tsx';
import { useFaultAt } from './told-faults.tsx';
import { type KeyOf, RangeRows, WorthRows } from './worth-rows.tsx';

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
  const faultAt = useFaultAt();
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
        fault={faultAt('/otherwise')}
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
  const faultAt = useFaultAt();
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
        {(row, no, onRow) => (
          <TextField
            label={t.part(no)}
            value={row}
            fault={faultAt(`/distractors/${no - 1}`)}
            onValue={onRow}
            required
          />
        )}
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
      return <LaterClozeFields question={question} onChange={onChange} />;
    case 'practical-task':
      return <LaterPracticalTaskFields question={question} onChange={onChange} />;
    case 'essay':
      return <LaterEssayFields question={question} onChange={onChange} />;
    case 'file-answer':
      return <LaterFileAnswerFields question={question} onChange={onChange} />;
    case 'hot-spot':
      return <LaterHotSpotFields courseId={courseId} question={question} onChange={onChange} />;
    default:
      return question satisfies never;
  }
};
