import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';

type Run = BodyOf<'openRun'>;
type Mode = Run['mode'];
type Draft = {
  readonly code: string;
  readonly mode: string;
  readonly room: string;
  readonly seats: string;
  readonly startsOn: string;
  readonly endsOn: string;
};

const emptyDraft = (): Draft => {
  const today = dayOf(new Date().toISOString());
  return {
    code: '',
    mode: 'in-person',
    room: '',
    seats: '30',
    startsOn: today,
    endsOn: addDays(today, 30),
  };
};

type Setter = (name: keyof Draft) => (value: string) => void;

const WhenAndWhere = ({ draft, set }: { draft: Draft; set: Setter }) => {
  const { people, courses: words } = useMessages();
  const t = people.runs;
  return (
    <div class="form-pair">
      <TextField label={t.code} value={draft.code} onValue={set('code')} required input={{ maxLength: 20 }} />
      <SelectField
        label={t.mode}
        value={draft.mode}
        choices={Object.entries(words.modes).map(([value, text]) => ({ value, text }))}
        onValue={set('mode')}
      />
      <TextField label={t.room} value={draft.room} onValue={set('room')} input={{ maxLength: 60 }} />
      <TextField
        label={t.seats}
        type="number"
        value={draft.seats}
        onValue={set('seats')}
        required
        input={{ min: 1, max: 2000, inputMode: 'numeric' }}
      />
      <TextField label={t.startsOn} type="date" value={draft.startsOn} onValue={set('startsOn')} required />
      <TextField
        label={t.endsOn}
        type="date"
        value={draft.endsOn}
        onValue={set('endsOn')}
        fault={draft.endsOn < draft.startsOn ? t.endsFirst : undefined}
        required
      />
    </div>
  );
};

type Props = {
  readonly courseId: string;
  readonly onOpened?: () => void;
  /** Where the page lets one choose the course: that choice. */
  readonly children?: ComponentChildren;
};

/** Opening a run of a course for enrolment. */
export const RunFields = ({ courseId, onOpened, children }: Props) => {
  const { people } = useMessages();
  const t = people.runs;
  const [draft, setDraft] = useState(emptyDraft);
  const [opened, setOpened] = useState<Run>();
  const { run, busy, problem } = useAction();
  const set: Setter = (name) => (value) => setDraft((before) => ({ ...before, [name]: value }));
  const isBackwards = draft.endsOn < draft.startsOn;

  const submit = async (): Promise<void> => {
    if (isBackwards) return;
    const { code, mode, room, seats, startsOn, endsOn } = draft;
    const place = room === '' ? {} : { room };
    const body = { code, mode: mode as Mode, ...place, seats: Number(seats), startsOn, endsOn };
    const done = await run([courseId, body], (key) => api.openRun({ params: { courseId }, body, key }));
    if (!done) return;
    setOpened(done);
    set('code')('');
    onOpened?.();
  };

  return (
    <Form label={t.title} onSubmit={() => void submit()}>
      <h2>{t.title}</h2>
      {opened && (
        <Notice tone="good">
          <p class="strong">{t.done(opened.code)}</p>
        </Notice>
      )}
      {children}
      <WhenAndWhere draft={draft} set={set} />
      <Refusal problem={problem} />
      <Button type="submit" full busy={busy} busyLabel={t.submitting}>
        {t.submit}
      </Button>
    </Form>
  );
};
