import { useRef } from 'preact/hooks';
import { useLocation } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf, Problem } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextArea, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { KeyFields } from './key-fields.tsx';
import { LaterMediaFields } from './later-fields.tsx';
import { OpenedPart } from './opened-part.tsx';
import { AboutFields, ReviewWords } from './question-about.tsx';
import { KINDS, type Kind, type Question, type TextName, withMedia, withText } from './question-draft.ts';
import { QuestionPreview } from './question-preview.tsx';
import { ToldFaults, useFaultAt, useFocusOnFault, useToldFaults } from './told-faults.tsx';
import { useQuestionDraft } from './use-question-draft.ts';

type Props = {
  readonly courseId: string;
  /** The version that is edited; a new question otherwise. */
  readonly found?: BodyOf<'getBankItem'>;
};

type Draft = ReturnType<typeof useQuestionDraft>;

const useSaving = ({ courseId, found }: Props, { question, forget }: Draft) => {
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
    if (!saved) return;
    forget();
    route(`/soan-khoa-hoc/${courseId}/cau-hoi/${saved.itemId}`);
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
  return (
    <OpenedPart title={t.title} isFull={media.length > 0}>
      <LaterMediaFields
        courseId={courseId}
        at="/media"
        label={t.add}
        media={media}
        onMedia={(next) => onChange(withMedia(question, next))}
      />
    </OpenedPart>
  );
};

type KindProps = FieldsProps & { readonly onKind: (kind: Kind) => void };

const KindAndName = ({ question, onChange, onKind }: KindProps) => {
  const { bank, questionForm } = useMessages();
  const faultAt = useFaultAt();
  const kinds = KINDS.map((value) => ({ value, text: bank.kinds[value] }));
  return (
    <>
      <SelectField
        label={bank.columns.kind}
        hint={questionForm.otherKind}
        value={question.kind}
        choices={kinds}
        onValue={(kind) => onKind(kind as Kind)}
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

type AllProps = KindProps & { readonly courseId: string; readonly isNew: boolean };

const QuestionFields = ({ courseId, question, onChange, onKind, isNew }: AllProps) => {
  const { bank } = useMessages();
  const faultAt = useFaultAt();
  const set = (name: TextName) => (text: string) => onChange(withText(question, name, text));
  return (
    <>
      {isNew && <KindAndName question={question} onChange={onChange} onKind={onKind} />}
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

/** What stands in the form was written before: says so, and lets it go for what is saved. */
const Resumed = ({ draft: { isResumed, isBehind, startAgain } }: { readonly draft: Draft }) => {
  const { questionForm } = useMessages();
  const t = questionForm.draft;
  if (!isResumed) return null;
  return (
    <Notice>
      <p>{isBehind ? t.behind : t.resumed}</p>
      <Button look="quiet" small onClick={startAgain}>
        {t.drop}
      </Button>
    </Notice>
  );
};

const WrittenQuestion = (props: Props & { readonly draft: Draft }) => {
  const { found, courseId, draft } = props;
  const { bank, questionForm } = useMessages();
  const t = bank.edit;
  const { question } = draft;
  const { save, busy, problem } = useSaving(props, draft);
  const fields = useRef<HTMLDivElement>(null);
  const faultAt = useToldFaults(problem, question);
  useFocusOnFault(problem, fields);
  return (
    <div class="bank-item">
      <div class="card card-main" ref={fields}>
        <Form label={found ? t.edit : t.create} onSubmit={() => void save()}>
          <Resumed draft={draft} />
          <ToldFaults.Provider value={faultAt}>
            <QuestionFields
              key={draft.isResumed}
              courseId={courseId}
              question={question}
              onChange={draft.setQuestion}
              onKind={draft.setKind}
              isNew={!found}
            />
          </ToldFaults.Provider>
          <Refusal problem={problem} />
          <Faults problem={problem} />
          <p class="muted">{t.waits}</p>
          <p class={draft.isKept ? 'muted small' : 'strong'} role="status">
            {draft.isKept ? questionForm.draft.kept : questionForm.draft.notKept}
          </p>
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

const QuestionOf = (props: Props & { readonly personId: string }) => {
  const { found, courseId, personId } = props;
  const draft = useQuestionDraft({ personId, courseId, itemId: found?.item.itemId }, found);
  return <WrittenQuestion {...props} draft={draft} />;
};

/** A question with its key, written or edited by hand beside what learners will see of it; it waits for a second person. */
export const QuestionForm = (props: Props) => {
  const who = useStore(session);
  return who.state === 'in' ? <QuestionOf key={who.personId} {...props} personId={who.personId} /> : null;
};
