import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import type { Pages } from '../../state/use-pages.ts';
import type { Column } from '../../table/column.ts';
import { DataTable } from '../../table/data-table.tsx';
import { OpenReport } from './open-report.tsx';
import type { ListedReport } from './report-card.tsx';

/** The figures that stand beside each other at a desk; the document has all of them. */
const FIGURES = [
  'people-registered',
  'enrolments-confirmed',
  'attempts-submitted',
  'runs-completed',
] as const;

const columnsFor = ({ overview: t }: Messages): readonly Column<ListedReport>[] => [
  { key: 'day', title: t.day, kind: 'day', value: ({ day }) => day },
  {
    key: 'state',
    title: t.reportState,
    kind: 'text',
    value: ({ isOpened }) => (isOpened ? t.read : t.unread),
    cell: ({ isOpened }) => (isOpened ? t.read : <span class="chip chip-sophora">{t.unread}</span>),
  },
  ...FIGURES.map(
    (code): Column<ListedReport> => ({
      key: code,
      title: t.names[code] ?? code,
      kind: 'count',
      value: ({ figures }) => figures.find((figure) => figure.code === code)?.value ?? undefined,
    }),
  ),
  { key: 'written', title: t.writtenColumn, kind: 'instant', value: ({ writtenAt }) => writtenAt },
];

type Props = { readonly pages: Pages<ListedReport>; readonly onOpened: () => void };

/** All reports at a desk, to be sorted, filtered and taken along. */
export const ReportTable = ({ pages, onOpened }: Props) => {
  const messages = useMessages();
  const { overview: t } = messages;
  return (
    <DataTable
      title={t.reportsTable}
      columns={columnsFor(messages)}
      pages={pages}
      rowKey={({ reportId }) => reportId}
      none={t.reportsLead}
      start={{ key: 'day', direction: 'descending' }}
      action={(report) => <OpenReport isShort report={report} onOpened={onOpened} />}
    />
  );
};
