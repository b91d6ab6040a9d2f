import { useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf, Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { listsOf } from './bank-filters.tsx';
import { KeyFields } from './key-fields.tsx';
import {
  blankOf,
  isWritten,
  type Question,
  type TextName,
  WRITTEN_KINDS,
  type WrittenKind,
  withTags,
  withText,
} from './question-draft.ts';

type Props = {
  readonly courseId: string;
  /** The version that is edited; a new question otherwise. */
  readonly found?: BodyOf<'getBankItem'>;
};

const useSaving = ({ courseId, found }: Props, question: Question) => {
  const { route } = useLocation();
  const { run, ...state } = useAction();
  const save = async (): Promise<void> => {
    const params = { courseId };
    const saved = found
      ? await run([question, found.item.version], () =>
          api.editItem({
            params: { ...params, itemId: found.item.itemId },
            body: { question, version: found.item.version },
          }),
        )
      : await run(question, (key) => api.createItem({ params, body: { question }, key }));
    if (saved) route(`/soan-khoa-hoc/${courseId}/cau-hoi/${saved.itemId}`);
  };
  return { ...state, save };
};

/** What the service found wrong with a question, each beside what it is about. */
const Faults = ({ problem }: { problem: Problem | undefined }) => {
  if (problem?.code !== 'item-faulty') return null;
  return (
    <Notice tone="bad">
      <ul>
        {(problem.errors ?? []).map(({ pointer, detail }) => (
          <li key={`${pointer} ${detail}`}>{detail}</li>
        ))}
      </ul>
    </Notice>
  );
};

type AboutProps = { readonly question: Question; readonly onChange: (question: Question) => void };

const AboutFields = ({ question, onChange }: AboutProps) => {
  const messages = useMessages();
  const { bank: t } = messages;
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
              onValue={set(name as TextName)}
            />
          ))}
        <TextField
          label={t.columns.tags}
          hint={t.edit.tagsHint}
          value={tags}
          onValue={(text) => {
            setTags(text);
            onChange(withTags(question, text));
          }}
        />
        <TextField label={t.item.source} value={question.source ?? ''} onValue={set('source')} />
        <TextField label={t.item.licence} value={question.licence ?? ''} onValue={set('licence')} />
      </div>
    </details>
  );
};

/** A question with its key, written or edited by hand; whatever is saved waits for a second person. */
export const QuestionForm = (props: Props) => {
  const { found } = props;
  const { bank } = useMessages();
  const t = bank.edit;
  const [question, setQuestion] = useState<Question>(() => found?.question ?? blankOf('single-choice'));
  const { save, busy, problem } = useSaving(props, question);
  const set = (name: TextName) => (text: string) => setQuestion(withText(question, name, text));
  if (!isWritten(question.kind)) return <Notice>{<p>{t.onlyByFile}</p>}</Notice>;
  const kinds = WRITTEN_KINDS.map((value) => ({ value, text: bank.kinds[value] }));
  return (
    <div class="card card-main">
      <Form label={found ? t.edit : t.create} onSubmit={() => void save()}>
        {!found && (
          <>
            <SelectField
              label={bank.columns.kind}
              value={question.kind}
              choices={kinds}
              onValue={(kind) => setQuestion(blankOf(kind as WrittenKind, question))}
            />
            <TextField
              label={bank.columns.name}
              hint={t.nameHint}
              value={question.title}
              onValue={set('title')}
              required
              input={{ maxLength: 200 }}
            />
          </>
        )}
        <TextArea
          label={bank.columns.stem}
          value={question.stem}
          onValue={set('stem')}
          rows={3}
          maxLength={2000}
          required
        />
        <KeyFields key={question.kind} question={question} onChange={setQuestion} />
        <TextArea
          label={bank.item.explanation}
          hint={t.explanationHint}
          value={question.explanation ?? ''}
          onValue={set('explanation')}
          rows={3}
          maxLength={2000}
        />
        <AboutFields question={question} onChange={setQuestion} />
        <Refusal problem={problem} />
        <Faults problem={problem} />
        <p class="muted">{t.waits}</p>
        <Button type="submit" full busy={busy} busyLabel={t.saving}>
          {t.save}
        </Button>
      </Form>
    </div>
  );
};
