import './overview.css';
import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';
import { formatCount } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { usePages } from '../../state/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Loaded, Nothing } from '../../ui/loaded.tsx';
import { MoreButton } from '../../ui/more-button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { Page } from '../../ui/page.tsx';
import { keepOpenedReport, openedReport } from './opened-report.ts';

type Report = BodyOf<'listReports'>['reports'][number];

const OpenReport = ({ report }: { report: Report }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const { run, busy, problem } = useAction();
  const [address, setAddress] = useState<string>();
  const open = async (): Promise<void> => {
    // A window asked for after the answer would count as a pop-up, so it is opened first and led there afterwards.
    const opened = window.open('', '_blank');
    const answer = await run(report.reportId, () =>
      api.openReport({ params: { reportId: report.reportId } }),
    );
    if (answer) keepOpenedReport(report.reportId);
    if (!answer) {
      opened?.close();
    } else if (opened) {
      opened.opener = null;
      opened.location.replace(answer.url);
    } else {
      setAddress(answer.url);
    }
  };
  return (
    <>
      <Refusal problem={problem} />
      {address ? (
        <a class="btn btn-small" href={address} target="_blank" rel="noreferrer">
          {t.openHere}
        </a>
      ) : (
        <Button small look="quiet" busy={busy} busyLabel={t.opening} onClick={() => void open()}>
          {t.open(formatDay(report.day, shown))}
        </Button>
      )}
    </>
  );
};

const ReportCard = ({ report, isNew }: { report: Report; isNew: boolean }) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  return (
    <article class="card stack-tight" aria-label={t.daily(formatDay(report.day, shown))}>
      <div class="row spread">
        <h2>{t.daily(formatDay(report.day, shown))}</h2>
        {isNew && <span class="chip chip-sophora">{t.unread}</span>}
      </div>
      <p class="muted small">{t.writtenAt(formatInstant(report.writtenAt, shown))}</p>
      <ul class="report-figures">
        {report.figures.map(({ code, value }) => (
          <li key={code}>
            <span>{t.names[code] ?? code}</span>
            <b class="number">{value === null ? t.noData : formatCount(value, shown)}</b>
          </li>
        ))}
      </ul>
      <OpenReport report={report} />
    </article>
  );
};

/** The written reports, newest first. */
const ReportsPage = () => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const pages = usePages(
    (cursor) => api.listReports({ query: { ...(cursor && { cursor }) } }),
    ({ reports }) => reports,
    [],
  );
  const newest = pages.data?.rows[0];
  return (
    <Page title={newest ? t.newestReport(formatDay(newest.day, shown)) : t.reportsTitle} lead={t.reportsLead}>
      <Loaded of={pages}>
        {({ rows, more }) => (
          <div class="stack">
            {rows.length === 0 && <Nothing text={t.noReports} />}
            <div class="report-list">
              {rows.map((report, at) => (
                <ReportCard
                  key={report.reportId}
                  report={report}
                  isNew={at === 0 && report.reportId !== openedReport()}
                />
              ))}
            </div>
            {more && <MoreButton more={more} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
};
export default ReportsPage;
