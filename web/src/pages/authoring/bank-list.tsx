import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';

type BankItem = BodyOf<'listBankItems'>['items'][number];

const columnsFor = ({ authoring }: Messages): readonly Column<BankItem>[] => {
  const t = authoring.bank;
  return [
    { key: 'title', title: t.name, kind: 'text', value: ({ title }) => title },
    { key: 'stem', title: t.stem, kind: 'text', value: ({ stem }) => stem },
    { key: 'kind', title: t.kind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
    { key: 'code', title: t.code, kind: 'text', value: ({ competenceCode }) => competenceCode },
    {
      ...{ key: 'status', title: t.status, kind: 'text' },
      value: ({ status }) => (status === 'draft' ? t.draft : undefined),
      cell: ({ status }) => status === 'draft' && <span class="chip chip-sophora">{t.draft}</span>,
    },
  ];
};

/** The questions of a course's bank as their authors named them, without their keys. */
export const BankList = ({ pages }: { pages: Pages<BankItem> }) => {
  const messages = useMessages();
  const { authoring: t } = messages;
  if (pages.rows.length === 0) return <p class="muted">{t.bank.none}</p>;
  return (
    <details class="card">
      <summary>
        {t.bank.show} ({t.questionCount(pages.rows.length, pages.more !== undefined)})
      </summary>
      <DataTable
        title={t.bank.title}
        columns={columnsFor(messages)}
        pages={pages}
        rowKey={({ itemId }) => itemId}
        none={t.bank.none}
      />
    </details>
  );
};
