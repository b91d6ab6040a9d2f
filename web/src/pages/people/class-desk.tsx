import { useState } from 'preact/hooks';
import type { SchoolClass } from '../../../../services/people/contract.ts';
import { api } from '../../api/api.ts';
import { saysCode } from '../../learning/class-name.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { useResource } from '../../state/use-resource.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Section } from '../../ui/page.tsx';
import { ClassMembers } from './class-members.tsx';

const NewClass = ({ onDone }: { onDone: () => void }) => {
  const { people: t } = useMessages();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const { run, busy, problem } = useAction();
  const submit = async (): Promise<void> => {
    const body = { code, name };
    if (!(await run(body, (key) => api.createClass({ body, key })))) return;
    setCode('');
    setName('');
    onDone();
  };
  return (
    <div class="card">
      <Form label={t.classes.create} onSubmit={() => void submit()}>
        <div class="form-pair">
          <TextField
            label={t.classes.code}
            value={code}
            onValue={setCode}
            required
            input={{ maxLength: 20 }}
          />
          <TextField
            label={t.classes.name}
            value={name}
            onValue={setName}
            required
            input={{ maxLength: 80 }}
          />
        </div>
        <Refusal problem={problem} />
        <div>
          <Button type="submit" look="quiet" busy={busy} busyLabel={t.classes.creating}>
            {t.classes.create}
          </Button>
        </div>
      </Form>
    </div>
  );
};

const ClassRow = ({
  one,
  mayChange,
  onChange,
}: {
  one: SchoolClass;
  mayChange: boolean;
  onChange: () => void;
}) => {
  const { people: t, teaching } = useMessages();
  const [isOpen, setOpen] = useState(false);
  return (
    <li class="card">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary class="class-summary">
          <Icon name="forward" size={20} />
          <b>{saysCode(one) ? one.name : one.code}</b>
          {!saysCode(one) && <span>{one.name}</span>}
          <span class="muted small">{t.learners(one.learnerCount)}</span>
        </summary>
        {isOpen && mayChange && (
          <p>
            <a class="btn btn-quiet btn-small" href={`/lop/${one.classId}`}>
              {teaching.progressOf(one.name)}
            </a>
          </p>
        )}
        {isOpen && <ClassMembers schoolClass={one} mayChange={mayChange} onChange={onChange} />}
      </details>
    </li>
  );
};

/** All classes; the training office opens classes and moves people. */
export const ClassDesk = ({ mayChange }: { mayChange: boolean }) => {
  const { people: t } = useMessages();
  const loaded = useResource(() => api.listClasses(), []);
  const reload = () => void loaded.reload();
  return (
    <>
      {mayChange && <NewClass onDone={reload} />}
      <Section title={t.classes.title}>
        <Loaded of={loaded}>
          {({ classes }) =>
            classes.length === 0 ? (
              <Nothing text={t.classes.none} />
            ) : (
              <ul class="stack">
                {classes.map((one) => (
                  <ClassRow key={one.classId} one={one} mayChange={mayChange} onChange={reload} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Section>
    </>
  );
};
