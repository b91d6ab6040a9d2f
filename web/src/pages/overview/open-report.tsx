import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import { formatDay } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { keepOpenedReport } from './opened-reports.ts';
import type { Report } from './report-card.tsx';

type Props = {
  readonly report: Pick<Report, 'reportId' | 'day'>;
  readonly isShort?: boolean;
  readonly onOpened: () => void;
};

/** Opens the document of a report in a window of its own, from an address that is good for a few minutes. */
export const OpenReport = ({ report, isShort, onOpened }: Props) => {
  const { overview: t } = useMessages();
  const shown = useStore(language);
  const { run, busy, problem } = useAction();
  const [address, setAddress] = useState<string>();
  const name = t.open(formatDay(report.day, shown));
  const open = async (): Promise<void> => {
    // A window asked for after the answer would count as a pop-up, so it is opened first and led there afterwards.
    const opened = window.open('', '_blank');
    const answer = await run(report.reportId, () =>
      api.openReport({ params: { reportId: report.reportId } }),
    );
    if (answer) {
      keepOpenedReport(report.reportId);
      onOpened();
    }
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
        <Button small look="quiet" label={name} busy={busy} busyLabel={t.opening} onClick={() => void open()}>
          {isShort ? t.openShort : name}
        </Button>
      )}
    </>
  );
};
