import { useId, useState } from 'preact/hooks';
import { suggestLoginName } from '#shared/text/login-name.ts';
import type { Person } from '../../../../services/people/contract.ts';
import { ROLES, type Role } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { LoginNameField } from '../../ui/login-name-field.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Tick } from '../../ui/tick.tsx';
import { IssuePassword } from './issue-password.tsx';

type RolesProps = { readonly roles: readonly Role[]; readonly onChange: (roles: readonly Role[]) => void };

const RoleTicks = ({ roles, onChange }: RolesProps) => {
  const { people: t, common } = useMessages();
  const id = useId();
  const toggle = (role: Role): void =>
    onChange(roles.includes(role) ? roles.filter((other) => other !== role) : [...roles, role]);
  return (
    <fieldset class="field" aria-describedby={roles.length === 0 ? id : undefined}>
      <legend class="field-label">{t.register.roles}</legend>
      <div class="ticks">
        {ROLES.map((role) => (
          <Tick key={role} checked={roles.includes(role)} onChecked={() => toggle(role)}>
            {common.roles[role]}
          </Tick>
        ))}
      </div>
      {roles.length === 0 && (
        <small id={id} class="fault">
          {t.register.pickRole}
        </small>
      )}
    </fieldset>
  );
};

const Registered = ({ person, onAnother }: { person: Person; onAnother: () => void }) => {
  const { people: t } = useMessages();
  return (
    <div class="stack">
      <div class="no-print">
        <Notice tone="good">
          <p class="strong">{t.register.done(person.fullName)}</p>
        </Notice>
      </div>
      <IssuePassword personId={person.personId} fullName={person.fullName} />
      <div class="no-print">
        <Button look="quiet" onClick={onAnother}>
          {t.register.another}
        </Button>
      </div>
    </div>
  );
};

const NewPerson = ({ onDone }: { onDone: (person: Person) => void }) => {
  const { people: t } = useMessages();
  const [fullName, setFullName] = useState('');
  const [loginName, setLoginName] = useState<string>();
  const [birthYear, setBirthYear] = useState('');
  const [roles, setRoles] = useState<readonly Role[]>(['learner']);
  const { run, busy, problem } = useAction();
  const shownLogin = loginName ?? suggestLoginName(fullName);
  const submit = async (): Promise<void> => {
    if (roles.length === 0) return;
    const year = birthYear === '' ? {} : { birthYear: Number(birthYear) };
    const body = { fullName, loginName: shownLogin, roles: [...roles], ...year };
    const person = await run(body, (key) => api.registerPerson({ body, key }));
    if (person) onDone(person);
  };
  return (
    <div class="card card-main narrow">
      <Form label={t.register.title} onSubmit={() => void submit()}>
        <h2>{t.register.title}</h2>
        <TextField
          label={t.register.fullName}
          value={fullName}
          onValue={setFullName}
          required
          input={{ maxLength: 80, autocomplete: 'off' }}
        />
        <LoginNameField value={shownLogin} onValue={setLoginName} />
        <TextField
          label={t.register.birthYear}
          type="number"
          value={birthYear}
          onValue={setBirthYear}
          input={{ min: 1900, max: 2020, inputMode: 'numeric' }}
        />
        <RoleTicks roles={roles} onChange={setRoles} />
        <Refusal problem={problem} />
        <Button type="submit" full busy={busy} busyLabel={t.register.submitting}>
          {t.register.submit}
        </Button>
      </Form>
    </div>
  );
};

/** Entering a person, then handing over the first password. */
export const RegisterForm = () => {
  const [person, setPerson] = useState<Person>();
  return person ? (
    <Registered person={person} onAnother={() => setPerson(undefined)} />
  ) : (
    <NewPerson onDone={setPerson} />
  );
};
