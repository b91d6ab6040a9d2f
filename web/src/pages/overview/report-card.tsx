import type { BodyOf } from '../../api/types.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { OpenReport } from './open-report.tsx';
import { ReportFigures } from './report-figures.tsx';

export type Report = BodyOf<'listReports'>['reports'][number];
/** A report, and whether its document was opened on this device. */
export type ListedReport = Report & { readonly isOpened: boolean };

type Props = { readonly report: ListedReport; readonly onOpened: () => void };

/** One report on a phone: the day, its figures and the way to the document. */
export const ReportCard = ({ report, onOpened }: Props) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const title = t.daily(formatDay(report.day, shown));
  return (
    <article class="card stack-tight" aria-label={title}>
      <div class="row spread">
        <h2>{title}</h2>
        {!report.isOpened && <span class="chip chip-sophora">{t.unread}</span>}
      </div>
      <p class="muted small">{t.writtenAt(formatInstant(report.writtenAt, shown))}</p>
      <ReportFigures figures={report.figures} />
      <OpenReport report={report} onOpened={onOpened} />
    </article>
  );
};
