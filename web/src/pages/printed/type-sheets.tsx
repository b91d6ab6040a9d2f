import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/fields.tsx';
import { Notice } from '../../ui/notice.tsx';
import { CheckAndEnter, useChecking } from './check-and-enter.tsx';
import { type CandidateRow, checkedFault, typedRow, typedRows } from './exam-rows.ts';
import { useTypedSheets } from './use-typed-sheets.ts';

const HINTS = { autocomplete: 'off', autocapitalize: 'characters', spellcheck: false } as const;

type Props = {
  readonly personId: string;
  readonly examId: string;
  /** Those whose sheet is not entered yet. */
  readonly rows: readonly CandidateRow[];
  readonly onEntered: () => void;
};

/** The sheets as they are typed, their check, and what is wrong with one of them. */
const useSheets = ({ personId, examId, rows, onEntered }: Props) => {
  const { printed } = useMessages();
  const { typed, ...kept } = useTypedSheets(
    { personId, examId },
    rows.map(({ number }) => number),
  );
  const sheets = typedRows(typed);
  const checking = useChecking(
    examId,
    sheets && sheets.length > 0 ? { rows: [...sheets] } : undefined,
    onEntered,
  );
  const { seen } = checking;
  const faultOf = (number: string, isTyping: boolean): string | undefined => {
    const text = typed.get(number) ?? '';
    if (text.trim() === '') return undefined;
    const row = typedRow(number, text);
    if (row === 'misshapen') return isTyping ? undefined : printed.enter.shape;
    if (!seen || !('rows' in seen.sheets)) return undefined;
    return checkedFault({ rows: seen.sheets.rows, verdicts: seen.report.verdicts }, row);
  };
  return { ...kept, typed, sheets, checking, faultOf };
};

const focusFirstFault = (fields: HTMLElement | null): void =>
  fields?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();

/** Going from row to row, and the check after the last one, which leads to the first fault. */
const useTyping = (
  own: { readonly current: HTMLElement | null },
  { sheets, checking: { check, seen, report }, change }: ReturnType<typeof useSheets>,
) => {
  /** The row under the hand: half a sheet is no fault yet. */
  const [typing, setTyping] = useState<string>();
  /** How often a check was asked for while there was none to make; 0 as soon as somebody types on. */
  const [vain, setVain] = useState(0);
  useLayoutEffect(() => {
    if (vain > 0) focusFirstFault(own.current);
  }, [vain]);
  useLayoutEffect(() => {
    if (report) focusFirstFault(own.current);
  }, [seen]);
  const goOn = (): void => {
    setTyping(undefined);
    const fields = [...(own.current?.querySelectorAll('input') ?? [])];
    const at = fields.findIndex((field) => field.matches(':focus'));
    const next = at === -1 ? undefined : fields[at + 1];
    if (next) next.focus();
    else if (sheets && sheets.length > 0) void check();
    else setVain(vain + 1);
  };
  // No form: a row at fault would keep the key from going on to the next one.
  const latest = useRef(goOn);
  latest.current = goOn;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || event.isComposing || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      latest.current();
    };
    const fields = own.current;
    fields?.addEventListener('keydown', onKey);
    return () => fields?.removeEventListener('keydown', onKey);
  }, []);
  const type = (number: string, text: string): void => {
    setTyping(number);
    setVain(0);
    change(number, text);
  };
  return { goOn, type, typing, isVain: vain > 0 };
};

const Lead = ({ isResumed }: { isResumed: boolean }) => {
  const { printed } = useMessages();
  const t = printed.enter;
  return (
    <>
      <h2>{t.typeTitle}</h2>
      <p>{t.typeLead}</p>
      <p class="muted">
        {t.example(t.lineSample)} {t.brackets(t.bracketSample)}
      </p>
      {isResumed && (
        <Notice>
          <p>{t.resumed}</p>
        </Notice>
      )}
    </>
  );
};

const SheetForm = ({
  rows,
  of,
}: {
  readonly rows: Props['rows'];
  readonly of: ReturnType<typeof useSheets>;
}) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const own = useRef<HTMLDivElement>(null);
  const { typed, sheets, checking, faultOf, isKept, isResumed } = of;
  const { goOn, type, typing, isVain } = useTyping(own, of);
  return (
    <div class="form" ref={own}>
      <Lead isResumed={isResumed} />
      <div class="sheet-rows">
        {rows.map(({ number, fullName }) => (
          <div key={number} data-row>
            <TextField
              label={t.row(number, fullName ?? printed.unnamed)}
              value={typed.get(number) ?? ''}
              onValue={(text) => type(number, text)}
              fault={faultOf(number, typing === number)}
              input={{ name: number, ...HINTS }}
            />
          </div>
        ))}
      </div>
      {isVain && (
        <Notice tone="bad">
          <p>{sheets ? t.nothingTyped : t.misshapen}</p>
        </Notice>
      )}
      <CheckAndEnter checking={checking} onCheck={goOn} />
      <p class={isKept ? 'muted small' : 'strong'}>{isKept ? t.kept : t.notKept}</p>
    </div>
  );
};

/** One line per candidate; Enter goes on to the next one, and checks all of them after the last. */
export const TypeSheets = (props: Props) => {
  const { printed } = useMessages();
  const t = printed.enter;
  // Also when every sheet is entered: what was typed of them is forgotten then.
  const of = useSheets(props);
  if (props.rows.length === 0)
    return (
      <Notice tone="good">
        <p class="strong">{t.all}</p>
      </Notice>
    );
  return (
    <section class="card card-main" aria-label={t.typeTitle}>
      <SheetForm rows={props.rows} of={of} />
    </section>
  );
};
