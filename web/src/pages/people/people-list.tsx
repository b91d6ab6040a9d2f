import { useState } from 'preact/hooks';
import type { Person } from '../../../../services/people/contract.ts';
import { isRole, ROLES } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePages } from '../../state/use-pages.ts';
import { useSettled } from '../../state/use-settled.ts';
import { Button } from '../../ui/button.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { IssuePassword } from './issue-password.tsx';

const PersonRow = ({ person }: { person: Person }) => {
  const { people: t, common } = useMessages();
  const { fullName, loginName, roles, birthYear, account, personId } = person;
  const facts = [loginName, birthYear && t.list.born(birthYear), ...roles.map((role) => common.roles[role])];
  return (
    <li class="card stack-tight">
      <div class="row spread">
        <b>{fullName}</b>
        <span class={account === 'active' ? 'chip chip-leaf' : 'chip chip-sophora'}>{t.list[account]}</span>
      </div>
      <p class="muted small">{facts.filter(Boolean).join(' · ')}</p>
      <details>
        <summary>{t.password.issueShort}</summary>
        <IssuePassword personId={personId} fullName={fullName} />
      </details>
    </li>
  );
};

/** The register: searched by name, narrowed by role, a page at a time. */
export const PeopleList = () => {
  const { people: t, common } = useMessages();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const asked = useSettled(search.trim());
  const pages = usePages(
    (cursor) =>
      api.listPeople({
        query: {
          ...(asked && { search: asked }),
          ...(isRole(role) && { role }),
          ...(cursor && { cursor }),
        },
      }),
    ({ people }) => people,
    [asked, role],
  );
  const choices = [
    { value: '', text: t.list.anyRole },
    ...ROLES.map((one) => ({ value: one, text: common.roles[one] })),
  ];
  return (
    <div class="stack">
      <div class="form-pair no-print">
        <SearchField label={t.list.search} value={search} onValue={setSearch} />
        <SelectField label={t.list.role} value={role} choices={choices} onValue={setRole} />
      </div>
      <Loaded of={pages}>
        {({ rows, more }) => (
          <>
            {rows.length === 0 && <Nothing text={t.list.none} />}
            <ul class="people">
              {rows.map((person) => (
                <PersonRow key={person.personId} person={person} />
              ))}
            </ul>
            {more && (
              <Button look="quiet" onClick={() => void more()}>
                {common.more}
              </Button>
            )}
          </>
        )}
      </Loaded>
    </div>
  );
};
