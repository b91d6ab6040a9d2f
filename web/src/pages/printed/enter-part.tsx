import { useEffect, useState } from 'preact/hooks';
import type { BodyOf } from '../../api/types.ts';
import { formatInstant } from '../../format/dates.ts';
import { language } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { session } from '../../session/session.ts';
import { useStore } from '../../state/store.ts';
import { FileDrop } from '../../ui/file-drop.tsx';
import { Nothing } from '../../ui/loaded.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckAndEnter, useChecking } from './check-and-enter.tsx';
import type { CandidateRow } from './exam-rows.ts';
import { readSheetTable, type SheetTable } from './sheet-table.ts';
import { TypeSheets } from './type-sheets.tsx';

const FromFile = ({ examId, onEntered }: { examId: string; onEntered: () => void }) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const [read, setRead] = useState<{ readonly name: string; readonly table: SheetTable }>();
  const table = read?.table;
  const checking = useChecking(examId, table && 'csv' in table ? { csv: table.csv } : undefined, onEntered);
  return (
    <section class="card stack" aria-label={t.fileTitle}>
      <h2>{t.fileTitle}</h2>
      <p>{t.fileLead}</p>
      <FileDrop
        label={t.file}
        said={read?.name ?? t.drop}
        accept=".csv,.txt,.tsv,text/csv,text/plain"
        onFile={(file) =>
          void readSheetTable(file).then((taken) => setRead({ name: file.name, table: taken }))
        }
      />
      {table && 'fault' in table && (
        <Notice tone="bad">
          <p>{t.fileFaults[table.fault]}</p>
        </Notice>
      )}
      {table && 'csv' in table && <CheckAndEnter checking={checking} />}
    </section>
  );
};

/** What timers can count; a page does not stay open for longer. Milliseconds. */
const DAY = 86_400_000;

type EarlyProps = { readonly heldAt: string; readonly left: number; readonly onHeld: () => void };

/** Looks again by itself when the exam begins. */
const TooEarly = ({ heldAt, left, onHeld }: EarlyProps) => {
  const { printed } = useMessages();
  const shown = useStore(language);
  useEffect(() => {
    if (left > DAY) return undefined;
    const timer = setTimeout(onHeld, left);
    return () => clearTimeout(timer);
  }, [left]);
  return <Nothing text={printed.enter.tooEarly(formatInstant(heldAt, shown))} />;
};

type Props = {
  readonly exam: BodyOf<'getPrintedExam'>['exam'];
  /** When the service told of the exam: its clock decides, not the one of this device. */
  readonly serverTime: string;
  readonly rows: readonly CandidateRow[];
  readonly onChanged: () => void;
};

/** Answer sheets, typed or from a table; each is checked before it is entered. */
export const EnterPart = ({ exam: { examId, heldAt }, serverTime, rows, onChanged }: Props) => {
  const who = useStore(session);
  const left = Date.parse(heldAt) - Date.parse(serverTime);
  if (left > 0) return <TooEarly {...{ heldAt, left }} onHeld={onChanged} />;
  if (who.state !== 'in') return null;
  const { personId } = who;
  const waiting = rows.filter(({ result }) => result === undefined);
  return (
    <div class="stack">
      <TypeSheets key={personId} {...{ personId, examId }} rows={waiting} onEntered={onChanged} />
      <FromFile examId={examId} onEntered={onChanged} />
    </div>
  );
};
