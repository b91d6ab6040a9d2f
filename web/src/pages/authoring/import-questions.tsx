import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { MAX_GIFT, textOf } from './gift-file.ts';
import { ImportReport } from './import-report.tsx';

type Chosen = { readonly name: string; readonly isReadable: boolean };

const FileChoice = ({ onText }: { onText: (text: string) => void }) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const [chosen, setChosen] = useState<Chosen>();
  const read = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const text = textOf(await file.arrayBuffer());
    setChosen({ name: file.name, isReadable: text !== undefined });
    if (text !== undefined) onText(text);
    // The same file, mended and chosen again, is news only to an empty input.
    input.value = '';
  };
  return (
    <div class="stack-tight">
      <div>
        <label class="btn btn-quiet file-button">
          <Icon name="upload" size={20} />
          {t.file}
          <input
            class="unseen"
            type="file"
            accept=".gift,.txt,text/plain"
            onChange={(event) => void read(event.currentTarget)}
          />
        </label>
      </div>
      {chosen && (
        <p class={chosen.isReadable ? 'muted' : 'strong'} role="status">
          {chosen.isReadable ? t.chosen(chosen.name) : t.unreadable}
        </p>
      )}
    </div>
  );
};

type Props = { readonly courseId: string; readonly onImported: () => void };

/** Questions from a GIFT file or from the clipboard, and the report about them. */
export const ImportQuestions = ({ courseId, onImported }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const [gift, setGift] = useState('');
  const [report, setReport] = useState<BodyOf<'importQuestions'>>();
  const { run, busy, problem } = useAction();
  const isTooLong = gift.length > MAX_GIFT;
  const submit = async (): Promise<void> => {
    if (isTooLong) return;
    setReport(undefined);
    const body = { gift };
    const done = await run(body, (key) => api.importQuestions({ params: { courseId }, body, key }));
    if (!done) return;
    setReport(done);
    // What has faults stays to be mended here.
    if (done.faults.length === 0) setGift('');
    onImported();
  };
  return (
    <div class="card card-main">
      <Form label={t.importTitle} onSubmit={() => void submit()}>
        <h3>{t.importTitle}</h3>
        <p class="muted">{t.importHint}</p>
        <FileChoice onText={setGift} />
        <TextArea
          label={t.paste}
          value={gift}
          onValue={setGift}
          fault={isTooLong ? t.tooLong : undefined}
          rows={6}
          required
        />
        <Refusal problem={problem} />
        {report && <ImportReport report={report} />}
        <Button type="submit" full busy={busy} busyLabel={t.submitting}>
          {t.submit}
        </Button>
      </Form>
    </div>
  );
};
