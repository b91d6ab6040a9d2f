import { useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf, Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { KeyFields } from './key-fields.tsx';
import { LaterMediaFields } from './later-fields.tsx';
import { AboutFields, ReviewWords } from './question-about.tsx';
import { blankOf, KINDS, type Question, type TextName, withMedia, withText } from './question-draft.ts';
import { QuestionPreview } from './question-preview.tsx';
import { ToldFaults, useFaultAt, useFocusOnFault, useToldFaults } from './told-faults.tsx';

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

/** Every fault in one list beside the button; each stands at its field as well. */
const Faults = ({ problem }: { problem: Problem | undefined }) => {
  const details = new Set((problem?.errors ?? []).map(({ detail }) => detail));
  if (problem?.code !== 'item-faulty') return null;
  return (
    <Notice tone="bad">
      <ul>
        {[...details].map((detail) => (
          <li key={detail}>{detail}</li>
        ))}
      </ul>
    </Notice>
  );
};

type FieldsProps = { readonly question: Question; readonly onChange: (question: Question) => void };

const StemMedia = ({ courseId, question, onChange }: FieldsProps & { readonly courseId: string }) => {
  const { questionForm } = useMessages();
  const t = questionForm.media;
  const media = question.media ?? [];
  const [isOpen, setOpen] = useState(media.length > 0);
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t.title}</summary>
      {isOpen && (
        <LaterMediaFields
          courseId={courseId}
          at="/media"
          label={t.add}
          media={media}
          onMedia={(next) => onChange(withMedia(question, next))}
        />
      )}
    </details>
  );
};

const KindAndName = ({ question, onChange }: FieldsProps) => {
  const { bank } = useMessages();
  const faultAt = useFaultAt();
  const kinds = KINDS.map((value) => ({ value, text: bank.kinds[value] }));
  return (
    <>
      <SelectField
        label={bank.columns.kind}
        value={question.kind}
        choices={kinds}
        onValue={(kind) => onChange(blankOf(kind as Question['kind'], question))}
      />
      <TextField
        label={bank.columns.name}
        hint={bank.edit.nameHint}
        value={question.title}
        fault={faultAt('/title')}
        onValue={(text) => onChange(withText(question, 'title', text))}
        required
        input={{ maxLength: 200 }}
      />
    </>
  );
};

type AllProps = FieldsProps & { readonly courseId: string; readonly isNew: boolean };

const QuestionFields = ({ courseId, question, onChange, isNew }: AllProps) => {
  const { bank } = useMessages();
  const faultAt = useFaultAt();
  const set = (name: TextName) => (text: string) => onChange(withText(question, name, text));
  return (
    <>
      {isNew && <KindAndName question={question} onChange={onChange} />}
      <TextArea
        label={bank.columns.stem}
        value={question.stem}
        fault={faultAt('/stem')}
        onValue={set('stem')}
        rows={3}
        maxLength={2000}
        required
      />
      <StemMedia courseId={courseId} question={question} onChange={onChange} />
      <KeyFields key={question.kind} courseId={courseId} question={question} onChange={onChange} />
      <ReviewWords question={question} onChange={onChange} />
      <AboutFields question={question} onChange={onChange} />
    </>
  );
};

/** A question with its key, written or edited by hand beside what learners will see of it; it waits for a second person. */
export const QuestionForm = (props: Props) => {
  const { found, courseId } = props;
  const { bank } = useMessages();
  const t = bank.edit;
  const [question, setQuestion] = useState<Question>(() => found?.question ?? blankOf('single-choice'));
  const { save, busy, problem } = useSaving(props, question);
  const fields = useRef<HTMLDivElement>(null);
  const faultAt = useToldFaults(problem, question);
  useFocusOnFault(problem, fields);
  return (
    <div class="bank-item">
      <div class="card card-main" ref={fields}>
        <Form label={found ? t.edit : t.create} onSubmit={() => void save()}>
          <ToldFaults.Provider value={faultAt}>
            <QuestionFields courseId={courseId} question={question} onChange={setQuestion} isNew={!found} />
          </ToldFaults.Provider>
          <Refusal problem={problem} />
          <Faults problem={problem} />
          <p class="muted">{t.waits}</p>
          <Button type="submit" full busy={busy} busyLabel={t.saving}>
            {t.save}
          </Button>
        </Form>
      </div>
      <div class="preview-beside">
        <QuestionPreview courseId={courseId} question={question} />
      </div>
    </div>
  );
};
