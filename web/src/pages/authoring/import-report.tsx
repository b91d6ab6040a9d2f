import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';

type Report = BodyOf<'importQuestions'>;
type Remark = Report['faults'][number];

/** Where to look, as exactly as the file allows. */
const placeOf = ({ number, line, file }: Remark, t: Messages['authoring']['bank']): string | undefined => {
  if (number !== undefined) return t.question(number);
  return file ?? (line === undefined ? undefined : t.line(line));
};

const Remarks = ({
  heading,
  remarks,
  tone,
}: {
  heading: string;
  remarks: readonly Remark[];
  tone: 'bad' | 'plain';
}) => {
  const { authoring } = useMessages();
  return (
    <Notice tone={tone}>
      <p class="strong">{heading}</p>
      <ul class="stack-tight">
        {remarks.map((remark, at) => (
          <li key={at}>
            <b>{[placeOf(remark, authoring.bank), remark.title].filter(Boolean).join(' · ')}</b>
            <br />
            {remark.detail}
            {remark.what && <span class="muted"> ({remark.what})</span>}
          </li>
        ))}
      </ul>
    </Notice>
  );
};

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
