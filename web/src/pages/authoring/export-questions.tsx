import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf, RequestFor } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { Remarks } from './remarks.tsx';
import { saveAddress } from './save-address.ts';

type Format = NonNullable<RequestFor<'exportQuestions'>['query']>['format'];
const FORMATS: readonly Format[] = ['moodle-xml', 'qti', 'gift'];

/** The bank of a course as a file for other systems, and what of it each format cannot say. */
export const ExportQuestions = ({ courseId }: { courseId: string }) => {
  const { authoring } = useMessages();
  const t = authoring.bank.exports;
  const [done, setDone] = useState<BodyOf<'exportQuestions'>>();
  const { run, busy, problem } = useAction();
  const save = async (format: Format): Promise<void> => {
    setDone(undefined);
    const exported = await run(format, () =>
      api.exportQuestions({ params: { courseId }, query: { format } }),
    );
    if (!exported) return;
    setDone(exported);
    saveAddress(exported.url);
  };
  return (
    <div class="card stack">
      <h3>{t.title}</h3>
      <p class="muted">{t.hint}</p>
      <div class="row">
        {FORMATS.map((format) => (
          <Button
            key={format}
            look="quiet"
            busy={busy}
            busyLabel={t.preparing}
            onClick={() => void save(format)}
          >
            <Icon name="download" size={22} />
            {t[format]}
          </Button>
        ))}
      </div>
      <Refusal problem={problem} />
      {done && (
        <Notice tone="good">
          <p class="strong">{t.done(done.questions)}</p>
        </Notice>
      )}
      {done && done.notices.length > 0 && <Remarks heading={t.lost} remarks={done.notices} tone="plain" />}
    </div>
  );
};
