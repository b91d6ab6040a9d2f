import { useState } from 'preact/hooks';
import { compareNames } from '#shared/text/vietnamese.ts';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { instantOf } from '../authoring/quiz-rules.ts';

type Quiz = BodyOf<'getQuiz'>;
type Class = BodyOf<'listClasses'>['classes'][number];
export type Exam = BodyOf<'createPrintedExam'>;

const MINUTES = 45;
const CODES = 4;

const emptyDraft = ({ title, timeLimitMinutes = MINUTES }: Quiz) => ({
  title,
  subject: '',
  day: addDays(dayOf(new Date().toISOString()), 1),
  hour: '18:00',
  minutes: String(timeLimitMinutes),
  codes: String(CODES),
});
type Draft = ReturnType<typeof emptyDraft>;

type FieldsProps = { readonly draft: Draft; readonly onChange: (draft: Draft) => void };

type NumbersProps = { readonly draft: Draft; readonly set: (name: keyof Draft) => (value: string) => void };

const Numbers = ({ draft, set }: NumbersProps) => {
  const { printed } = useMessages();
  const t = printed.form;
  return (
    <>
      <TextField
        label={t.minutes}
        type="number"
        value={draft.minutes}
        onValue={set('minutes')}
        required
        input={{ inputMode: 'numeric', min: 5, max: 240 }}
      />
      <TextField
        label={t.codes}
        hint={t.codesHint}
        type="number"
        value={draft.codes}
        onValue={set('codes')}
        required
        input={{ inputMode: 'numeric', min: 1, max: 24 }}
      />
    </>
  );
};

const Fields = ({ draft, onChange }: FieldsProps) => {
  const { printed } = useMessages();
  const t = printed.form;
  const set = (name: keyof Draft) => (value: string) => onChange({ ...draft, [name]: value });
  return (
    <>
      <TextField
        label={t.title}
        value={draft.title}
        onValue={set('title')}
        required
        input={{ maxLength: 120 }}
      />
      <TextField
        label={t.subject}
        hint={t.subjectHint}
        value={draft.subject}
        onValue={set('subject')}
        required
        input={{ maxLength: 120 }}
      />
      <div class="form-pair">
        <TextField label={t.day} type="date" value={draft.day} onValue={set('day')} required />
        <TextField
          label={t.hour}
          hint={t.hourHint}
          type="time"
          value={draft.hour}
          onValue={set('hour')}
          required
        />
      </div>
      <Numbers draft={draft} set={set} />
    </>
  );
};

type ForClassProps = {
  readonly quiz: Quiz;
  readonly classId: string;
  readonly candidates: readonly string[];
  readonly onCreated: (exam: Exam) => void;
};

const ForClass = ({ quiz, classId, candidates, onCreated }: ForClassProps) => {
  const { printed } = useMessages();
  const t = printed.form;
  const [draft, setDraft] = useState(() => emptyDraft(quiz));
  const { run, busy, problem } = useAction();
  if (candidates.length === 0) return <Nothing text={t.noLearners} />;
  const submit = async (): Promise<void> => {
    const body = {
      classId,
      candidates: [...candidates],
      title: draft.title,
      subject: draft.subject,
      heldAt: instantOf(`${draft.day}T${draft.hour}`),
      durationMinutes: Number(draft.minutes),
      codes: Number(draft.codes),
    };
    const made = await run(body, (key) =>
      api.createPrintedExam({ params: { quizId: quiz.quizId }, body, key }),
    );
    if (made) onCreated(made);
  };
  return (
    <Form label={printed.create} onSubmit={() => void submit()}>
      <p>{t.learners(candidates.length)}</p>
      <Fields draft={draft} onChange={setDraft} />
      <p class="muted">{t.fixed}</p>
      <Refusal problem={problem} />
      <Button type="submit" busy={busy} busyLabel={t.busy}>
        {t.submit}
      </Button>
    </Form>
  );
};

const isOpenOnline = ({ opensAt = '', closesAt }: Quiz, now = new Date().toISOString()): boolean =>
  opensAt <= now && (closesAt === undefined || now < closesAt);

type Props = {
  readonly quiz: Quiz;
  readonly classes: readonly Class[];
  readonly onCreated: (exam: Exam) => void;
};

/** Prints a quiz for a class, whose learners are numbered in the order of their names. */
export const ExamForm = ({ quiz, classes, onCreated }: Props) => {
  const { printed } = useMessages();
  const [chosen, setChosen] = useState('');
  const classId = chosen || classes[0]?.classId;
  const members = useResource(classId ? () => api.listClassMembers({ params: { classId } }) : undefined, [
    classId,
  ]);
  if (!classId) return <Nothing text={printed.noClasses} />;
  return (
    <div class="card card-main narrow stack">
      <h2>{printed.create}</h2>
      {isOpenOnline(quiz) && (
        <Notice>
          <p>{printed.form.openOnline}</p>
        </Notice>
      )}
      <SelectField
        label={printed.form.class}
        value={classId}
        choices={classes.map((one) => ({ value: one.classId, text: one.name }))}
        onValue={setChosen}
      />
      <Loaded of={members}>
        {(loaded) => {
          const learners = loaded.members
            .filter(({ as }) => as === 'learner')
            .sort((a, b) => compareNames(a.fullName, b.fullName));
          const candidates = learners.map(({ personId }) => personId);
          return <ForClass key={classId} {...{ quiz, classId, candidates, onCreated }} />;
        }}
      </Loaded>
    </div>
  );
};
