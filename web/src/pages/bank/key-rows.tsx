import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { useMessages } from '../../messages/use-messages.ts';
import { Button } from '../../ui/button.tsx';
import { PartFault } from './told-faults.tsx';

/** What a kind of part is called, by its number. */
type RowWords = {
  readonly part: (n: number) => string;
  readonly add: string;
  readonly remove: (n: number) => string;
};

type Props<Row> = {
  /** JSON pointer of the rows within the question, where the service names their faults. */
  readonly at: string;
  readonly rows: readonly Row[];
  /** Fewer make no question. */
  readonly least: number;
  readonly most?: number;
  readonly blank: Row;
  /** Absent for rows that are simply parts. */
  readonly words?: RowWords;
  /** The first field of a row is called as the row is: its title is only said, not shown twice. */
  readonly isSaidByField?: true;
  readonly onRows: (rows: Row[]) => void;
  readonly children: (row: Row, no: number, onRow: (row: Row) => void) => ComponentChildren;
};

const useRows = <Row,>({ rows, blank, onRows }: Pick<Props<Row>, 'rows' | 'blank' | 'onRows'>) => {
  // Rows have no name of their own; these stay with them while others come and go.
  const names = useRef<readonly number[]>([]);
  const next = () => Math.max(-1, ...names.current) + 1;
  // A row can also come from elsewhere: drawn on a picture.
  while (names.current.length < rows.length) names.current = [...names.current, next()];
  const remove = (place: number): void => {
    names.current = names.current.filter((_, other) => other !== place);
    onRows(rows.filter((_, other) => other !== place));
  };
  const add = (): void => {
    names.current = [...names.current, next()];
    onRows([...rows, blank]);
  };
  return { names: names.current, remove, add };
};

/** Parts of a key that come and go: options, pairs, entries. */
export const KeyRows = <Row,>({
  at,
  rows,
  least,
  most = 20,
  words,
  isSaidByField,
  children,
  ...change
}: Props<Row>) => {
  const { bank } = useMessages();
  const t = words ?? bank.edit;
  const { names, remove, add } = useRows({ rows, ...change });
  return (
    <div class="stack key-part">
      {rows.map((row, place) => (
        <fieldset key={names[place]} class="key-row key-part" data-row>
          <legend class={words && !isSaidByField ? 'strong' : 'unseen'}>{t.part(place + 1)}</legend>
          {children(row, place + 1, (changed) => change.onRows(rows.with(place, changed)))}
          {/* A row that is a text says it at its field. */}
          {typeof row !== 'string' && <PartFault at={`${at}/${place}`} />}
          {rows.length > least && (
            <div>
              <Button look="quiet" small onClick={() => remove(place)}>
                {t.remove(place + 1)}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      <PartFault at={at} />
      {rows.length < most && (
        <div>
          <Button look="quiet" onClick={add}>
            {t.add}
          </Button>
        </div>
      )}
    </div>
  );
};
