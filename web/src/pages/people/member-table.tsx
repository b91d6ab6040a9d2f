import type { ComponentChildren } from 'preact';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';

type Member = BodyOf<'listClassMembers'>['members'][number];
type Props = {
  readonly name: string;
  readonly members: readonly Member[];
  readonly action?: (member: Member) => ComponentChildren;
};

const columnsFor = ({ people, teaching: t }: Messages): readonly Column<Member>[] => [
  { key: 'name', title: people.register.fullName, kind: 'name', value: ({ fullName }) => fullName },
  {
    ...{ key: 'as', title: t.roster.as, kind: 'text', value: ({ as }) => people.as[as] },
    cell: ({ as }) => (
      <span class={as === 'teacher' ? 'chip chip-indigo' : 'chip chip-leaf'}>{people.as[as]}</span>
    ),
  },
  { key: 'since', title: t.roster.since, kind: 'instant', value: ({ since }) => since },
];

/** Who belongs to a class. */
export const MemberTable = ({ name, members, ...more }: Props) => {
  const messages = useMessages();
  return (
    <DataTable
      title={messages.teaching.rosterOf(name)}
      columns={columnsFor(messages)}
      pages={wholeList(members)}
      rowKey={({ personId }) => personId}
      none={messages.people.noMembers}
      start={{ key: 'name', direction: 'ascending' }}
      {...more}
    />
  );
};
