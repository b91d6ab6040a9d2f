import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';
import { Remarks } from './remarks.tsx';
import type { Report } from './send-item-file.ts';

/** What an import did: each question left out with its place and the reason, and what others lost on the way. */
export const ImportReport = ({ report }: { report: Report }) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const { imported, unchanged, faults, notices } = report;
  return (
    <>
      <Notice tone={imported + unchanged > 0 ? 'good' : 'plain'}>
        <p class="strong">{t.report(imported, unchanged)}</p>
      </Notice>
      {faults.length > 0 && <Remarks heading={t.faults(faults.length)} remarks={faults} tone="bad" />}
      {notices.length > 0 && <Remarks heading={t.notices} remarks={notices} tone="plain" />}
    </>
  );
};
