import { useRef, useState } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form } from '../../ui/form.tsx';
import { CheckAndEnter, useChecking } from './check-and-enter.tsx';
import { type CandidateRow, typedRow, typedRows } from './exam-rows.ts';

type Props = {
  readonly examId: string;
  /** Those whose sheet is not entered yet. */
  readonly rows: readonly CandidateRow[];
  readonly onEntered: () => void;
};

/** One line per candidate; Enter goes on to the next one, and checks all of them after the last. */
export const TypeSheets = ({ examId, rows, onEntered }: Props) => {
  const { printed } = useMessages();
  const t = printed.enter;
  const own = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<ReadonlyMap<string, string>>(new Map());
  const waiting = new Map(rows.map(({ number }) => [number, typed.get(number) ?? '']));
  const sheets = typedRows(waiting);
  const checking = useChecking(
    examId,
    sheets && sheets.length > 0 ? { rows: [...sheets] } : undefined,
    onEntered,
  );
  const goOn = (): void => {
    const fields = [...(own.current?.querySelectorAll('input') ?? [])];
    const at = fields.findIndex((field) => field.matches(':focus'));
    const next = at === -1 ? undefined : fields[at + 1];
    if (next) next.focus();
    else void checking.check();
  };
  const faultOf = (number: string): string | undefined => {
    const text = waiting.get(number) ?? '';
    if (text.trim() === '' || document.activeElement?.getAttribute('name') === number) return undefined;
    if (typedRow(number, text) === 'misshapen') return t.shape;
    return checking.report?.verdicts.find((verdict) => verdict.number === number)?.detail;
  };
  return (
    <section class="card card-main" aria-label={t.typeTitle}>
      <Form label={t.typeTitle} onSubmit={goOn}>
        <h2>{t.typeTitle}</h2>
        <p>{t.typeLead}</p>
        <p class="muted">
          {t.example(t.lineSample)} {t.brackets(t.bracketSample)}
        </p>
        <div class="sheet-rows" ref={own}>
          {rows.map(({ number, fullName }) => (
            <div key={number} data-row>
              <TextField
                label={t.row(number, fullName ?? printed.unnamed)}
                value={waiting.get(number) ?? ''}
                onValue={(text) => setTyped(new Map(typed).set(number, text))}
                fault={faultOf(number)}
                input={{ name: number, autocomplete: 'off', autocapitalize: 'characters', spellcheck: false }}
              />
            </div>
          ))}
        </div>
        <CheckAndEnter checking={checking} submits />
      </Form>
    </section>
  );
};
