import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';

type Member = BodyOf<'listClassMembers'>['members'][number];

const memberColumns = ({ people, teaching: t }: Messages): readonly Column<Member>[] => [
  { key: 'name', title: t.learner, kind: 'name', value: ({ fullName }) => fullName },
  {
    ...{ key: 'as', title: t.roster.as, kind: 'text', value: ({ as }) => people.as[as] },
    cell: ({ as }) => (
      <span class={as === 'teacher' ? 'chip chip-indigo' : 'chip chip-leaf'}>{people.as[as]}</span>
    ),
  },
  { key: 'since', title: t.roster.since, kind: 'instant', value: ({ since }) => since },
];

/** Who belongs to the class. */
export const RosterPart = ({ name, members }: { name: string; members: readonly Member[] }) => {
  const messages = useMessages();
  return (
    <DataTable
      title={messages.teaching.rosterOf(name)}
      columns={memberColumns(messages)}
      pages={wholeList(members)}
      rowKey={({ personId }) => personId}
      none={messages.people.noMembers}
      start={{ key: 'name', direction: 'ascending' }}
    />
  );
};
