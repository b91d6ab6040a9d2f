import './overview.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useMediaQuery } from '../../state/use-media-query.ts';
import { type Pages, usePages } from '../../state/use-pages.ts';
import { WIDE } from '../../table/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Page } from '../../ui/page.tsx';
import { FirstReport } from './first-report.tsx';
import { nextReport } from './next-report.ts';
import { openedReports } from './opened-reports.ts';
import { type ListedReport, type Report, ReportCard } from './report-card.tsx';
import { ReportTable } from './report-table.tsx';

/** A table at a desk; on phones cards, each with its figures. */
const ReportList = ({ pages }: { pages: Pages<Report> }) => {
  const isWide = useMediaQuery(WIDE);
  const [opened, setOpened] = useState(openedReports);
  const onOpened = () => setOpened(openedReports());
  const listed = (rows: readonly Report[]): readonly ListedReport[] =>
    rows.map((report) => ({ ...report, isOpened: opened.includes(report.reportId) }));
  const { rows, more, all } = pages;
  if (isWide) {
    const whole: Pages<ListedReport>['all'] =
      all &&
      (async (onRows) => {
        const answer = await all(onRows);
        return answer.ok ? { ok: true, rows: listed(answer.rows) } : answer;
      });
    return (
      <ReportTable
        pages={{ rows: listed(rows), ...(more && { more }), ...(whole && { all: whole }) }}
        onOpened={onOpened}
      />
    );
  }
  return (
    <div class="stack">
      <div class="report-list">
        {listed(rows).map((report) => (
          <ReportCard key={report.reportId} report={report} onOpened={onOpened} />
        ))}
      </div>
      {more && <MoreButton more={more} />}
    </div>
  );
};

/** The written reports, newest first; before the first one what it will hold. */
const ReportsPage = () => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const pages = usePages(
    (cursor) => api.listReports({ query: { ...(cursor && { cursor }) } }),
    ({ reports }) => reports,
    [],
  );
  const newest = pages.data?.rows[0];
  const { at } = nextReport(new Date().toISOString());
  return (
    <Page
      title={newest ? t.newestReport(formatDay(newest.day, shown)) : t.reportsTitle}
      lead={newest ? t.nextReport(formatInstant(at, shown)) : t.reportsLead}
    >
      <Loaded of={pages}>
        {(list) => (list.rows.length === 0 ? <FirstReport /> : <ReportList pages={list} />)}
      </Loaded>
    </Page>
  );
};
export default ReportsPage;
