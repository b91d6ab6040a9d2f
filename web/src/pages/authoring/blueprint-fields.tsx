import { formatMark } from '#shared/marks/marks.ts';
import type { Messages } from '../../messages/language.ts';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, TextField } from '../../ui/fields.tsx';
import { listsOf } from '../bank/bank-filters.tsx';
import { type Cells, emptyRow, fitting, MOST, marksOf, type RowDraft, totalOf } from './blueprint-draft.ts';
import { BlueprintMatrix } from './blueprint-matrix.tsx';

/** What the service said of a row, by its place. */
export type RowFaults = ReadonlyMap<number, string>;

type RowProps = {
  readonly row: RowDraft;
  readonly no: number;
  readonly cells: Cells;
  readonly fault: string | undefined;
  readonly onRow: (row: RowDraft) => void;
  /** Absent while it is the only one. */
  readonly onRemove?: () => void;
};

const RowFields = ({ row, no, cells, fault, onRow, onRemove }: RowProps) => {
  const messages = useMessages();
  const t = messages.bank.blueprint;
  const available = fitting(cells, row);
  const isShort = Number(row.count) > available;
  return (
    <fieldset class="blueprint-row" data-row>
      <legend class="strong">{t.row(no)}</legend>
      {listsOf(messages).map(({ name, label, choices }) => (
        <SelectField
          key={name}
          label={label}
          value={row[name]}
          choices={choices}
          onValue={(value) => onRow({ ...row, [name]: value })}
        />
      ))}
      <TextField
        label={t.count}
        hint={t.available(available)}
        fault={isShort ? t.tooFew(available) : fault}
        type="number"
        value={row.count}
        onValue={(count) => onRow({ ...row, count })}
        required
        input={{ inputMode: 'numeric', min: 1, max: MOST }}
      />
      <TextField
        label={t.marks}
        hint={t.marksHint}
        value={row.marks}
        onValue={(marks) => onRow({ ...row, marks })}
        input={{ inputMode: 'decimal', maxLength: 4, autocomplete: 'off' }}
      />
      {onRemove && (
        <Button look="quiet" small label={t.remove(no)} onClick={onRemove}>
          {t.remove(no)}
        </Button>
      )}
    </fieldset>
  );
};

type Props = {
  readonly rows: readonly RowDraft[];
  readonly cells: Cells;
  readonly faults: RowFaults;
  readonly onRows: (rows: readonly RowDraft[]) => void;
};

/** What is wrong with all rows together, if anything is. */
const faultOf = (rows: readonly RowDraft[], t: Messages['bank']['blueprint']): string | undefined => {
  const total = totalOf(rows);
  if (total > MOST) return t.tooMany(total);
  return marksOf(rows) === 'astray' ? t.marksAstray : undefined;
};

const sumOf = (rows: readonly RowDraft[], t: Messages['bank']['blueprint']): string => {
  const total = totalOf(rows);
  return marksOf(rows)
    ? t.totalByRows(total)
    : t.total(total, formatMark(Math.round(1000 / Math.max(total, 1))));
};

/** What all rows come to, or what is wrong with them, which holds the form back. */
const Summary = ({ rows }: { readonly rows: readonly RowDraft[] }) => {
  const t = useMessages().bank.blueprint;
  const fault = faultOf(rows, t);
  return (
    <p
      class={fault ? 'strong fault' : 'strong'}
      role="status"
      {...(fault && { 'data-missing': true, tabIndex: -1 })}
    >
      {fault ?? sumOf(rows, t)}
    </p>
  );
};

/** The rows of a blueprint, each beside what the bank has for it. */
export const BlueprintFields = ({ rows, cells, faults, onRows }: Props) => {
  const { bank } = useMessages();
  const t = bank.blueprint;
  const next = Math.max(0, ...rows.map(({ id }) => id)) + 1;
  return (
    <div class="stack">
      <p class="muted">{t.lead}</p>
      {rows.map((row, place) => (
        <RowFields
          key={row.id}
          row={row}
          no={place + 1}
          cells={cells}
          fault={faults.get(place)}
          onRow={(changed) => onRows(rows.with(place, changed))}
          {...(rows.length > 1 && { onRemove: () => onRows(rows.filter(({ id }) => id !== row.id)) })}
        />
      ))}
      <div>
        <Button look="quiet" onClick={() => onRows([...rows, emptyRow(next)])}>
          {t.add}
        </Button>
      </div>
      <Summary rows={rows} />
      <BlueprintMatrix rows={rows} />
    </div>
  );
};
