import type { ComponentChildren } from 'preact';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';

type Props<Row> = {
  readonly rows: readonly Row[];
  /** Fewer make no question. */
  readonly least: number;
  readonly blank: Row;
  readonly onRows: (rows: Row[]) => void;
  readonly children: (row: Row, no: number, onRow: (row: Row) => void) => ComponentChildren;
};

/** Parts of a key that come and go: options, pairs, entries. */
export const KeyRows = <Row,>({ rows, least, blank, onRows, children }: Props<Row>) => {
  const { bank } = useMessages();
  const t = bank.edit;
  return (
    <div class="stack">
      {rows.map((row, place) => (
        // Rows have no name of their own, and one that is removed takes its fields with it.
        <fieldset key={`${rows.length} ${place}`} class="key-row">
          <legend class="unseen">{t.part(place + 1)}</legend>
          {children(row, place + 1, (changed) => onRows(rows.with(place, changed)))}
          {rows.length > least && (
            <div>
              <Button look="quiet" small onClick={() => onRows(rows.filter((_, other) => other !== place))}>
                {t.remove(place + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {rows.length < 20 && (
        <div>
          <Button look="quiet" onClick={() => onRows([...rows, blank])}>
            {t.add}
          </Button>
        </div>
      )}
    </div>
  );
};
