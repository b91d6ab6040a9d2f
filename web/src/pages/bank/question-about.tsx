import { useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { listsOf } from './bank-filters.tsx';
import { type Question, type TextName, withTags, withText } from './question-draft.ts';
import { useFaultAt } from './told-faults.tsx';

type Props = { readonly question: Question; readonly onChange: (question: Question) => void };

/** What is said of a whole answer, beside what its parts say. */
const WORDS = ['whenRight', 'whenPartly', 'whenWrong'] as const;

/** What learners are told once they have handed in. */
export const ReviewWords = ({ question, onChange }: Props) => {
  const { bank, questionForm } = useMessages();
  const faultAt = useFaultAt();
  const set = (name: TextName) => (text: string) => onChange(withText(question, name, text));
  const isForPerson = question.kind === 'essay' || question.kind === 'file-answer';
  return (
    <>
      <TextArea
        label={bank.item.explanation}
        hint={bank.edit.explanationHint}
        value={question.explanation ?? ''}
        fault={faultAt('/explanation')}
        onValue={set('explanation')}
        rows={3}
        maxLength={2000}
      />
      {!isForPerson && (
        <details>
          <summary>{questionForm.whole.title}</summary>
          <div class="stack">
            {WORDS.map((name) => (
              <TextField
                key={name}
                label={questionForm.whole[name]}
                value={question[name] ?? ''}
                fault={faultAt(`/${name}`)}
                onValue={set(name)}
                input={{ maxLength: 2000 }}
              />
            ))}
          </div>
        </details>
      )}
    </>
  );
};

/** What the question is of, where it is from, and how it is found again. */
export const AboutFields = ({ question, onChange }: Props) => {
  const messages = useMessages();
  const { bank: t } = messages;
  const faultAt = useFaultAt();
  const [tags, setTags] = useState(() => question.tags?.join(', ') ?? '');
  const set = (name: TextName) => (text: string) => onChange(withText(question, name, text));
  return (
    <details>
      <summary>{t.edit.more}</summary>
      <div class="stack">
        {listsOf(messages)
          .filter(({ name }) => name !== 'kind')
          .map(({ name, label, choices }) => (
            <SelectField
              key={name}
              label={label}
              value={question[name] ?? ''}
              choices={[{ value: '', text: t.edit.notSaid }, ...choices.slice(1)]}
              fault={faultAt(`/${name}`)}
              onValue={set(name as TextName)}
            />
          ))}
        <TextField
          label={t.columns.tags}
          hint={t.edit.tagsHint}
          value={tags}
          fault={faultAt('/tags')}
          onValue={(text) => {
            setTags(text);
            onChange(withTags(question, text));
          }}
        />
        <TextField
          label={t.item.source}
          value={question.source ?? ''}
          fault={faultAt('/source')}
          onValue={set('source')}
          input={{ maxLength: 300 }}
        />
        <TextField
          label={t.item.licence}
          value={question.licence ?? ''}
          fault={faultAt('/licence')}
          onValue={set('licence')}
          input={{ maxLength: 100 }}
        />
      </div>
    </details>
  );
};
