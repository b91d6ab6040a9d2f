import { useState } from 'preact/hooks';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useStore } from '../../state/store.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Nothing } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckAndEnter, useChecking } from './check-and-enter.tsx';
import type { CandidateRow } from './exam-rows.ts';
import { TypeSheets } from './type-sheets.tsx';

/** Two hundred sheets of sixty answers are far below. Characters. */
const MAX_TABLE = 400_000;

const FromFile = ({ examId, onEntered }: { examId: string; onEntered: () => void }) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const [table, setTable] = useState<{ readonly name: string; readonly csv: string }>();
  const checking = useChecking(
    examId,
    table && table.csv.length <= MAX_TABLE ? { csv: table.csv } : undefined,
    onEntered,
  );
  return (
    <section class="card stack" aria-label={t.fileTitle}>
      <h2>{t.fileTitle}</h2>
      <p>{t.fileLead}</p>
      <FileDrop
        label={t.file}
        said={table?.name ?? t.drop}
        accept=".csv,.txt,text/csv"
        onFile={(file) => void file.text().then((csv) => setTable({ name: file.name, csv }))}
      />
      {table && table.csv.length > MAX_TABLE && (
        <Notice tone="bad">
          <p>{t.tooLarge}</p>
        </Notice>
      )}
      {table && table.csv.length <= MAX_TABLE && <CheckAndEnter checking={checking} />}
    </section>
  );
};

type Props = {
  readonly exam: BodyOf<'getPrintedExam'>['exam'];
  readonly rows: readonly CandidateRow[];
  readonly onEntered: () => void;
};

/** Answer sheets, typed or from a table; each is checked before it is entered. */
export const EnterPart = ({ exam, rows, onEntered }: Props) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const shown = useStore(language);
  const waiting = rows.filter(({ result }) => result === undefined);
  if (new Date().toISOString() < exam.heldAt)
    return <Nothing text={t.tooEarly(formatInstant(exam.heldAt, shown))} />;
  return (
    <div class="stack">
      {waiting.length === 0 ? (
        <Notice tone="good">
          <p class="strong">{t.all}</p>
        </Notice>
      ) : (
        <TypeSheets examId={exam.examId} rows={waiting} onEntered={onEntered} />
      )}
      <FromFile examId={exam.examId} onEntered={onEntered} />
    </div>
  );
};
