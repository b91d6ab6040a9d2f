import { useState } from 'preact/hooks';
import type { Person } from '../../../../services/people/contract.ts';
import { isRole, ROLES } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { usePages } from '../../state/use-pages.ts';
import { useSettled } from '../../state/use-settled.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { SearchField, SelectField } from '../../ui/fields.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { IssuePassword } from './issue-password.tsx';

const columnsFor = ({ people: t, common }: Messages): readonly Column<Person>[] => [
  { key: 'name', title: t.register.fullName, kind: 'name', value: ({ fullName }) => fullName },
  { key: 'login', title: t.register.loginName, kind: 'text', value: ({ loginName }) => loginName },
  {
    ...{ key: 'roles', title: t.list.role, kind: 'text' },
    value: ({ roles }) => roles.map((role) => common.roles[role]).join(', '),
  },
  // A year is no amount: written as text it is not grouped by thousands.
  {
    ...{ key: 'born', title: t.list.born, kind: 'text' },
    value: ({ birthYear }) => (birthYear === undefined ? undefined : String(birthYear)),
  },
  {
    ...{ key: 'account', title: t.list.account, kind: 'text', value: ({ account }) => t.list[account] },
    cell: ({ account }) => (
      <span class={account === 'active' ? 'chip chip-leaf' : 'chip chip-sophora'}>{t.list[account]}</span>
    ),
  },
];

const roleChoices = ({ people: t, common }: Messages) => [
  { value: '', text: t.list.anyRole },
  ...ROLES.map((one) => ({ value: one, text: common.roles[one] })),
];

/** The register: searched by name, narrowed by role; a first password is issued above the table. */
export const PeopleList = () => {
  const messages = useMessages();
  const { people: t } = messages;
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const [chosen, setChosen] = useState<Person>();
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
  return (
    <div class="stack">
      <div class="form-pair no-print">
        <SearchField label={t.list.search} value={search} onValue={setSearch} />
        <SelectField label={t.list.role} value={role} choices={roleChoices(messages)} onValue={setRole} />
      </div>
      {chosen && (
        <div class="card stack-tight" role="status">
          <b>{chosen.fullName}</b>
          <IssuePassword key={chosen.personId} personId={chosen.personId} fullName={chosen.fullName} />
        </div>
      )}
      <Loaded of={pages}>
        {(loaded) => (
          <DataTable
            title={t.list.title}
            columns={columnsFor(messages)}
            pages={loaded}
            rowKey={({ personId }) => personId}
            none={t.list.none}
            filter={false}
            action={(person) => (
              <Button
                small
                look="quiet"
                label={t.password.issue(person.fullName)}
                onClick={() => {
                  setChosen(person);
                  scrollTo({ top: 0 });
                }}
              >
                {t.password.issueShort}
              </Button>
            )}
          />
        )}
      </Loaded>
    </div>
  );
};
