import { useState } from 'preact/hooks';
import { api } from '../../api/api.ts';
import type { RequestFor } from '../../api/types.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { useAction } from '../../state/use-action.ts';
import { AskFirst } from '../../ui/ask-first.tsx';
import { Button } from '../../ui/button.tsx';
import { Refusal } from '../../ui/notice.tsx';
import { type Entering, SheetReport } from './sheet-report.tsx';

type Body = RequestFor<'enterSheets'>['body'];
/** Sheets as they were typed, or a table. */
export type Sheets = Body extends infer Each ? (Each extends unknown ? Omit<Each, 'preview'> : never) : never;

type Seen = { readonly of: string; readonly sheets: Sheets; readonly report: Entering };

/** Checks sheets before they are entered; what was checked is forgotten as soon as the sheets change. */
export const useChecking = (examId: string, sheets: Sheets | undefined, onEntered: () => void) => {
  const [seen, setSeen] = useState<Seen>();
  const { run, busy, problem } = useAction();
  const of = JSON.stringify(sheets ?? null);
  const send = (preview: boolean) =>
    api.enterSheets({ params: { examId }, body: { ...sheets, preview } as Body });
  const check = async (): Promise<void> => {
    if (!sheets) return;
    const report = await run(of, () => send(true));
    if (report) setSeen({ of, sheets, report });
  };
  const entered = (report: Entering): void => {
    if (sheets) setSeen({ of, sheets, report });
    if (report.isEntered) onEntered();
  };
  // Sheets that were entered are no longer there to be typed; that they were stays to be read until others are.
  const isStillSo = seen?.of === of || (seen?.report.isEntered && !sheets);
  return {
    /** What was checked last, also when the sheets have changed since. */
    seen,
    report: seen && isStillSo ? seen.report : undefined,
    busy,
    problem,
    check,
    send,
    entered,
    of,
  };
};
type Checking = ReturnType<typeof useChecking>;

/** The check, its report, and entering what it found good. `onCheck` where something is looked at before. */
export const CheckAndEnter = ({ checking, onCheck }: { checking: Checking; onCheck?: () => void }) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const { report, busy, problem, check, send, entered, of } = checking;
  const fresh = report?.verdicts.filter(({ kind }) => kind === 'new').length ?? 0;
  const isGood = report && !report.isEntered && report.verdicts.every(({ kind }) => kind !== 'fault');
  return (
    <>
      <Refusal problem={problem} />
      {report && <SheetReport report={report} />}
      <div class="row">
        {isGood && fresh > 0 && (
          <AskFirst
            ask={t.ask(fresh)}
            yes={t.yes}
            no={t.no}
            busyLabel={t.busy}
            content={of}
            act={() => send(false)}
            onDone={entered}
          >
            {t.submit(fresh)}
          </AskFirst>
        )}
        <Button look="quiet" busy={busy} busyLabel={t.checking} onClick={onCheck ?? (() => void check())}>
          {t.check}
        </Button>
      </div>
    </>
  );
};
