import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Notice } from '../../ui/notice.tsx';

/** What an import did, and each question left out with its line and the reason. */
export const ImportReport = ({ report }: { report: BodyOf<'importQuestions'> }) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const { imported, unchanged, faults } = report;
  return (
    <>
      <Notice tone={imported + unchanged > 0 ? 'good' : 'plain'}>
        <p class="strong">{t.report(imported, unchanged)}</p>
      </Notice>
      {faults.length > 0 && (
        <Notice tone="bad">
          <p class="strong">{t.faults(faults.length)}</p>
          <ul class="stack-tight">
            {faults.map(({ line, code, title, detail }) => (
              <li key={`${line} ${code}`}>
                <b>{t.line(line)}</b>
                {title && ` · ${title}`}
                <br />
                {detail}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
};
