import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import type { Column } from '../../table/column.ts';
import { DataTable, wholeList } from '../../table/data-table.tsx';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice, Refusal } from '../../ui/notice.tsx';
import { saveAddress } from '../authoring/save-address.ts';
import type { CandidateRow } from './exam-rows.ts';

type Exam = BodyOf<'getPrintedExam'>['exam'];
type Key = BodyOf<'getPrintedKey'>['key'];

/** One file a request: a code with its pictures may be as large as a request can write. */
const SHEET = 'sheet';

const Papers = ({ exam: { examId, codes } }: { exam: Exam }) => {
  const { printed } = useMessages();
  const t = printed.papers;
  const [saved, setSaved] = useState<readonly string[]>([]);
  const [writing, setWriting] = useState<string>();
  const { run, busy, problem } = useAction();
  const names = [SHEET, ...codes];
  const nameOf = (file: string) => (file === SHEET ? t.sheet : t.paper(file));
  const save = async (file: string): Promise<void> => {
    if (busy) return;
    setWriting(file);
    const written = await run([examId, file], () =>
      file === SHEET
        ? api.writeAnswerSheet({ params: { examId } })
        : api.writePrintedPaper({ params: { examId, code: file } }),
    );
    setWriting(undefined);
    if (!written) return;
    saveAddress(written.url);
    setSaved((before) => [...new Set([...before, file])]);
  };
  const last = saved.at(-1);
  return (
    <section class="card card-main stack no-print" aria-label={t.title}>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <div class="row">
        {names.map((file) => (
          <Button
            key={file}
            look={saved.includes(file) ? 'quiet' : 'main'}
            busy={busy}
            busyLabel={writing === file ? t.busy : nameOf(file)}
            onClick={() => void save(file)}
          >
            <Icon name={saved.includes(file) ? 'tick' : 'download'} size={22} />
            {nameOf(file)}
          </Button>
        ))}
      </div>
      <Refusal problem={problem} />
      {last && (
        <Notice tone="good">
          <p class="strong">{t.saved(nameOf(last), names.length - saved.length)}</p>
        </Notice>
      )}
    </section>
  );
};

type KeyRow = { readonly no: number; readonly cells: readonly string[] };

/** Questions down, codes across. */
const KeyTable = ({ answers }: { answers: Key }) => {
  const { printed } = useMessages();
  const t = printed.papers;
  const columns: readonly Column<KeyRow>[] = [
    { key: 'no', title: t.question, kind: 'count', value: ({ no }) => no },
    ...answers.map(
      ({ code }, at): Column<KeyRow> => ({
        key: code,
        title: code,
        kind: 'text',
        value: ({ cells }) => cells[at],
      }),
    ),
  ];
  const rows = (answers[0]?.cells ?? []).map((_, at) => ({
    no: at + 1,
    cells: answers.map(({ cells }) => cells[at] ?? ''),
  }));
  return (
    <DataTable
      title={t.keyTitle}
      columns={columns}
      pages={wholeList(rows)}
      rowKey={({ no }) => String(no)}
      none=""
      filter={false}
    />
  );
};

const KeyCard = ({ examId }: { examId: string }) => {
  const { printed } = useMessages();
  const t = printed.papers;
  const [shown, setShown] = useState<BodyOf<'getPrintedKey'>>();
  const { run, busy, problem } = useAction();
  const open = async (): Promise<BodyOf<'getPrintedKey'> | undefined> => {
    const key = await run(examId, () => api.getPrintedKey({ params: { examId } }));
    if (key) setShown(key);
    return key;
  };
  // The address is good for minutes only, so it is asked for when it is used.
  const save = async (): Promise<void> => {
    const key = await open();
    if (key) saveAddress(key.url);
  };
  return (
    <section class="card stack no-print" aria-label={t.keyTitle}>
      <h2>{t.keyTitle}</h2>
      <p class="muted">{t.keyLead}</p>
      <div class="row">
        <Button look="quiet" busy={busy} busyLabel={t.keyBusy} onClick={() => void open()}>
          {t.showKey}
        </Button>
        <Button look="quiet" busy={busy} busyLabel={t.keyBusy} onClick={() => void save()}>
          <Icon name="download" size={22} />
          {t.saveKey}
        </Button>
      </div>
      <Refusal problem={problem} />
      {shown && <KeyTable answers={shown.key} />}
    </section>
  );
};

const candidateColumns = (t: Messages['printed']): readonly Column<CandidateRow>[] => [
  { key: 'name', title: t.name, kind: 'name', value: ({ fullName }) => fullName ?? t.unnamed },
  { key: 'number', title: t.number, kind: 'text', value: ({ number }) => number },
];

type Props = { readonly exam: Exam; readonly rows: readonly CandidateRow[] };

/** What is printed: papers and answer sheet, the key for those who mark, the list at the door. */
export const PapersPart = ({ exam, rows }: Props) => {
  const { printed: t } = useMessages();
  return (
    <div class="stack">
      <Papers exam={exam} />
      <KeyCard examId={exam.examId} />
      <DataTable
        title={t.papers.candidates}
        columns={candidateColumns(t)}
        pages={wholeList(rows)}
        rowKey={({ number }) => number}
        none={t.form.noLearners}
        start={{ key: 'number', direction: 'ascending' }}
      />
    </div>
  );
};
