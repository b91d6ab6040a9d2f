import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
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
  // Rows have no name of their own; these stay with them while others come and go.
  const names = useRef(rows.map((_, place) => place));
  const remove = (place: number): void => {
    names.current = names.current.filter((_, other) => other !== place);
    onRows(rows.filter((_, other) => other !== place));
  };
  const add = (): void => {
    names.current = [...names.current, Math.max(-1, ...names.current) + 1];
    onRows([...rows, blank]);
  };
  return (
    <div class="stack">
      {rows.map((row, place) => (
        <fieldset key={names.current[place]} class="key-row" data-row>
          <legend class="unseen">{t.part(place + 1)}</legend>
          {children(row, place + 1, (changed) => onRows(rows.with(place, changed)))}
          {rows.length > least && (
            <div>
              <Button look="quiet" small onClick={() => remove(place)}>
                {t.remove(place + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {rows.length < 20 && (
        <div>
          <Button look="quiet" onClick={add}>
            {t.add}
          </Button>
        </div>
      )}
    </div>
  );
};
