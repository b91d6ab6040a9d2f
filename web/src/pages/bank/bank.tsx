import './bank.css';
import { useState } from 'preact/hooks';
import { useRoute } from 'preact-iso/router';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { usePages } from '../../state/use-pages.ts';
import { useResource } from '../../state/use-resource.ts';
import { useSettled } from '../../state/use-settled.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { Loaded, OnlyFor } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { AlikeItems } from './alike-items.tsx';
import { BankFilters, type Filter, NO_FILTER } from './bank-filters.tsx';
import { StatusChip } from './status-chip.tsx';

type Item = BodyOf<'listBankItems'>['items'][number];

const columnsFor = ({ bank: t }: Messages, courseId: string, personId: string | undefined) => {
  return [
    {
      ...{ key: 'title', title: t.columns.name, kind: 'text' },
      value: ({ title }) => title,
      cell: ({ itemId, title }) => (
        <a class="link-alone" href={`/soan-khoa-hoc/${courseId}/cau-hoi/${itemId}`}>
          {title}
        </a>
      ),
    },
    { key: 'stem', title: t.columns.stem, kind: 'text', value: ({ stem }) => stem },
    {
      ...{ key: 'status', title: t.columns.status, kind: 'text' },
      value: ({ status }) => t.statuses[status],
      cell: ({ status }) => <StatusChip status={status} />,
    },
    { key: 'kind', title: t.columns.kind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
    {
      ...{ key: 'code', title: t.columns.competence, kind: 'text' },
      value: ({ competenceCode, level }) => [competenceCode, level].filter(Boolean).join(' · ') || undefined,
    },
    {
      ...{ key: 'author', title: t.columns.author, kind: 'text' },
      value: ({ writtenBy }) => (writtenBy === personId ? t.you : t.colleague),
    },
  ] satisfies readonly Column<Item>[];
};

/** Only what is looked for is asked for. */
const queryOf = (filter: Filter, cursor: string | undefined) =>
  Object.fromEntries(Object.entries({ ...filter, cursor }).filter(([, value]) => value)) as NonNullable<
    Parameters<typeof api.listBankItems>[0]['query']
  >;

const Bank = ({ courseId }: { courseId: string }) => {
  const messages = useMessages();
  const who = useStore(session);
  const [filter, setFilter] = useState(() => ({
    ...NO_FILTER,
    status: new URLSearchParams(location.search).get('xem') === 'cho-duyet' ? 'draft' : '',
  }));
  const settled = useSettled(JSON.stringify(filter));
  const pages = usePages(
    (cursor) =>
      api.listBankItems({ params: { courseId }, query: queryOf(JSON.parse(settled) as Filter, cursor) }),
    ({ items }) => items,
    [courseId, settled],
  );
  const { data: labels } = useResource(() => api.listBankTags({ params: { courseId } }), [courseId]);
  const { bank: t } = messages;
  return (
    <div class="stack">
      <BankFilters filter={filter} tags={labels?.tags ?? []} onFilter={setFilter} />
      <Loaded of={pages}>
        {(rows) => (
          <DataTable
            title={t.title}
            columns={columnsFor(messages, courseId, who.state === 'in' ? who.personId : undefined)}
            pages={rows}
            rowKey={({ itemId }) => itemId}
            none={t.none}
            filter={false}
          />
        )}
      </Loaded>
      <AlikeItems courseId={courseId} />
    </div>
  );
};

/** The questions of a course: searched, narrowed, and opened to be looked at and appraised. */
const BankPage = () => {
  const { bank: t } = useMessages();
  const courseId = useRoute().params.courseId ?? '';
  return (
    <Page
      title={t.title}
      lead={t.lead}
      back={{ href: `/soan-khoa-hoc/${courseId}`, label: t.back }}
      actions={
        <a class="btn" href={`/soan-khoa-hoc/${courseId}/cau-hoi/moi`}>
          {t.edit.create}
        </a>
      }
    >
      <OnlyFor roles={['teacher', 'training-head']}>
        <Bank courseId={courseId} />
      </OnlyFor>
    </Page>
  );
};
export default BankPage;
