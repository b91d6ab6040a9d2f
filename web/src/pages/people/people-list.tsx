import { useState } from 'preact/hooks';
import type { Person } from '../../../../services/people/contract.ts';
import { isRole, ROLES } from '../../../../shared/contract/roles.ts';
import { api } from '../../api/api.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { type Pages, usePages } from '../../state/use-pages.ts';
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

/** The part of the register that is asked for; the words are sent once somebody has stopped typing. */
const useRegister = (search: string, role: string) => {
  const asked = useSettled(search.trim());
  return usePages(
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
};

type TableProps = { readonly pages: Pages<Person>; readonly onChoose: (person: Person) => void };

const PeopleTable = ({ pages, onChoose }: TableProps) => {
  const messages = useMessages();
  const { people: t } = messages;
  return (
    <DataTable
      title={t.list.title}
      columns={columnsFor(messages)}
      pages={pages}
      rowKey={({ personId }) => personId}
      none={t.list.none}
      filter={false}
      action={(person) => (
        <Button small look="quiet" label={t.password.issue(person.fullName)} onClick={() => onChoose(person)}>
          {t.password.issueShort}
        </Button>
      )}
    />
  );
};

/** The register: searched by name, narrowed by role; a first password is issued above the table. */
export const PeopleList = () => {
  const { people: t, common } = useMessages();
  const [search, setSearch] = useState('');
  const [role, setRole] = useState('');
  const [chosen, setChosen] = useState<Person>();
  const pages = useRegister(search, role);
  const choices = [
    { value: '', text: t.list.anyRole },
    ...ROLES.map((one) => ({ value: one, text: common.roles[one] })),
  ];
  const choose = (person: Person): void => {
    setChosen(person);
    scrollTo({ top: 0 });
  };
  return (
    <div class="stack">
      <div class="form-pair no-print">
        <SearchField label={t.list.search} value={search} onValue={setSearch} />
        <SelectField label={t.list.role} value={role} choices={choices} onValue={setRole} />
      </div>
      {chosen && (
        <div class="card stack-tight" role="status">
          <b>{chosen.fullName}</b>
          <IssuePassword key={chosen.personId} personId={chosen.personId} fullName={chosen.fullName} />
        </div>
      )}
      <Loaded of={pages}>{(loaded) => <PeopleTable pages={loaded} onChoose={choose} />}</Loaded>
    </div>
  );
};
