import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { MOST, type RowDraft, rowsIn } from './blueprint-draft.ts';
import { DrawFields } from './draw-fields.tsx';
import { parseMark } from './pass-mark.ts';
import { needsClosing, rulesIn, USUAL_RULES } from './quiz-rules.ts';
import { QuizRulesFields } from './quiz-rules-fields.tsx';

/** How many questions the bank is known to have; `isMore`: it has others beyond them. */
type Available = { readonly count: number; readonly isMore: boolean };
type Props = {
  readonly course: Pick<BodyOf<'getCourse'>, 'courseId' | 'title'>;
  readonly available: Available;
  readonly onPublished: (title: string) => void;
};
type Draft = {
  readonly title: string;
  /** Until it is typed, as many as are usual and the bank has. */
  readonly items?: string;
  readonly minutes: string;
  readonly attempts: string;
  readonly pass: string;
};
type FieldsProps = {
  readonly draft: Draft;
  readonly set: (name: keyof Draft) => (value: string) => void;
  readonly available: Available;
};

const USUAL_ITEMS = 10;

const itemsOf = ({ items }: Draft, { count }: Available): string =>
  items ?? String(Math.min(USUAL_ITEMS, count));

const Numbers = ({ draft, set, available, byCount }: FieldsProps & { readonly byCount: boolean }) => {
  const { authoring } = useMessages();
  const t = authoring.quiz;
  const most = available.isMore ? MOST : Math.min(MOST, available.count);
  const whole = { inputMode: 'numeric', min: 1 } as const;
  return (
    <div class="quiz-numbers">
      {byCount && (
        <TextField
          label={t.items}
          hint={t.itemsHint(available.count, available.isMore)}
          type="number"
          value={itemsOf(draft, available)}
          onValue={set('items')}
          required
          input={{ ...whole, max: most }}
        />
      )}
      <TextField
        label={t.minutes}
        hint={t.minutesHint}
        type="number"
        value={draft.minutes}
        onValue={set('minutes')}
        input={{ ...whole, max: 240 }}
      />
      <TextField
        label={t.attempts}
        type="number"
        value={draft.attempts}
        onValue={set('attempts')}
        required
        input={{ ...whole, max: 20 }}
      />
      <TextField
        label={t.pass}
        hint={t.passHint}
        fault={parseMark(draft.pass) === undefined ? t.passFault : undefined}
        value={draft.pass}
        onValue={set('pass')}
        required
        input={{ inputMode: 'decimal', maxLength: 4, autocomplete: 'off' }}
      />
    </div>
  );
};

/** Publishing a quiz that is drawn from the bank of the course. */
export const PublishQuiz = ({ course, available, onPublished }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.quiz;
  const [draft, setDraft] = useState<Draft>(() => ({
    title: t.firstName(course.title).slice(0, 120),
    minutes: '20',
    attempts: '3',
    pass: '5,0',
  }));
  const [rules, setRules] = useState(USUAL_RULES);
  const [rows, setRows] = useState<readonly RowDraft[]>();
  const { run, busy, problem } = useAction();
  const set = (name: keyof Draft) => (value: string) => setDraft((before) => ({ ...before, [name]: value }));

  const submit = async (): Promise<void> => {
    const passHundredths = parseMark(draft.pass);
    if (passHundredths === undefined || needsClosing(rules)) return;
    const { courseId } = course;
    const body = {
      title: draft.title,
      ...(rows ? { blueprint: rowsIn(rows) } : { itemCount: Number(itemsOf(draft, available)) }),
      ...(draft.minutes !== '' && { timeLimitMinutes: Number(draft.minutes) }),
      attemptsAllowed: Number(draft.attempts),
      passHundredths,
      ...rulesIn(rules, draft.minutes !== ''),
    };
    const quiz = await run(body, (key) => api.publishQuiz({ params: { courseId }, body, key }));
    if (quiz) onPublished(quiz.title);
  };

  return (
    <div class="card">
      <Form label={t.publish} onSubmit={() => void submit()}>
        <h3>{t.publish}</h3>
        <TextField
          label={t.name}
          value={draft.title}
          onValue={set('title')}
          required
          input={{ maxLength: 120 }}
        />
        <DrawFields courseId={course.courseId} rows={rows} onRows={setRows} problem={problem} />
        <Numbers draft={draft} set={set} available={available} byCount={rows === undefined} />
        <QuizRulesFields draft={rules} onChange={setRules} />
        <Refusal problem={problem} />
        <Button type="submit" full busy={busy} busyLabel={t.submitting}>
          {t.publish}
        </Button>
      </Form>
    </div>
  );
};
