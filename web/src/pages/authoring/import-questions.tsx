import { useState } from 'preact/hooks';
import { formatMegabytes } from '../../format/numbers.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { useAction } from '../../state/use-action.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Form } from '../../ui/form.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { ImportReport } from './import-report.tsx';
import { formatOf, formatOfText, MAX_FILE, MAX_TEXT } from './item-format.ts';
import { ItemTemplateButton } from './item-template-button.tsx';
import { importItems, type Report, type Source } from './send-item-file.ts';

const ACCEPT = '.docx,.xlsx,.xml,.zip,.txt,.gift,text/plain';

/** Why a file is not taken. */
type Fault = 'unreadable' | 'tooLarge';

const chosenFrom = async (file: File): Promise<Source | Fault> => {
  if (file.size > MAX_FILE) return 'tooLarge';
  // A file that lies elsewhere (a cloud drive) may not be readable now.
  const bytes = await file.arrayBuffer().catch(() => undefined);
  const format = bytes && formatOf(new Uint8Array(bytes));
  return format ? { format, source: file } : 'unreadable';
};

/** What tells one import from another, so that the same one pressed again keeps its key. */
const contentOf = ({ format, source }: Source) =>
  typeof source === 'string' ? { format, source } : [format, source.name, source.size, source.lastModified];

const FileChoice = ({ file, onChoice }: { file: File | undefined; onChoice: (chosen: Source) => void }) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const shown = useStore(language);
  const [fault, setFault] = useState<Fault>();
  const take = async (chosen: File): Promise<void> => {
    const source = await chosenFrom(chosen);
    setFault(typeof source === 'string' ? source : undefined);
    if (typeof source !== 'string') onChoice(source);
  };
  return (
    <>
      <FileDrop
        label={t.file}
        said={file ? t.chosen(file.name, formatMegabytes(file.size, shown)) : t.dropHere}
        accept={ACCEPT}
        onFile={(chosen) => void take(chosen)}
      />
      {fault && (
        <Notice tone="bad">
          <p>{t[fault]}</p>
        </Notice>
      )}
    </>
  );
};

type Props = { readonly courseId: string; readonly onImported: () => void };

/** Questions from a file of any format that teachers have, or from the clipboard, and the report about them. */
export const ImportQuestions = ({ courseId, onImported }: Props) => {
  const { authoring } = useMessages();
  const t = authoring.bank;
  const [file, setFile] = useState<Source>();
  const [text, setText] = useState('');
  const [report, setReport] = useState<Report>();
  const [progress, setProgress] = useState<string>();
  const { run, busy, problem } = useAction();
  const isTooLong = text.length > MAX_TEXT;
  const source = file ?? (text.trim() === '' ? undefined : { format: formatOfText(text), source: text });
  const submit = async (): Promise<void> => {
    if (!source || isTooLong) return;
    setReport(undefined);
    const onLeft = (left: number, of: number) => setProgress(t.written(of - left, of));
    const done = await run(contentOf(source), (key) => importItems(courseId, source, key, onLeft));
    setProgress(undefined);
    if (!done) return;
    setReport(done);
    setFile(undefined);
    // What has faults stays to be mended here.
    if (done.faults.length === 0) setText('');
    onImported();
  };
  return (
    <div class="card card-main">
      <Form label={t.importTitle} onSubmit={() => void submit()}>
        <h3>{t.importTitle}</h3>
        <p class="muted">{t.importHint}</p>
        <FileChoice
          file={typeof file?.source === 'object' ? file.source : undefined}
          onChoice={(chosen) => {
            setFile(chosen);
            setReport(undefined);
          }}
        />
        {!file && (
          <TextArea
            label={t.paste}
            value={text}
            onValue={setText}
            fault={isTooLong ? t.tooLong : undefined}
            rows={6}
          />
        )}
        {source && (
          <p class="strong" role="status">
            {t.recognised(t.formats[source.format])}
          </p>
        )}
        {progress && <p role="status">{progress}</p>}
        <Refusal problem={problem} />
        {report && <ImportReport report={report} />}
        <Button type="submit" full busy={busy} busyLabel={t.submitting}>
          {t.submit}
        </Button>
        <ItemTemplateButton />
      </Form>
    </div>
  );
};
