import type { ComponentChildren } from 'preact';
import { language } from '../messages/language.ts';
import { useStore } from '../state/store.ts';
import { Icon } from '../ui/icon.tsx';
import { type Column, type Kind, type Order, textOf } from './column.ts';

type Props<Row> = {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order: Order | undefined;
  readonly onSort: (key: string) => void;
  readonly action?: (row: Row) => ComponentChildren;
};

/** How a kind stands in its column; the rest stands as text does. */
const PLACES: Readonly<Partial<Record<Kind, string>>> = {
  count: 'amount',
  coefficient: 'amount',
  mark: 'middle',
  name: 'named',
};
/** More rows than this scroll in a frame of their own, below headings that stay. */
const LONG = 20;

const Heading = ({
  column: { key, title, kind },
  order,
  onSort,
}: {
  column: Pick<Column<never>, 'key' | 'title' | 'kind'>;
  order: Order | undefined;
  onSort: (key: string) => void;
}) => {
  const direction = order?.key === key ? order.direction : undefined;
  const icon = direction ? ({ ascending: 'up', descending: 'down' } as const)[direction] : 'sort';
  return (
    <th scope="col" aria-sort={direction ?? 'none'} class={PLACES[kind]}>
      <button type="button" onClick={() => onSort(key)}>
        <span title={title}>{title}</span>
        <Icon name={icon} size={16} weight={2.6} />
      </button>
    </th>
  );
};

/** Rows under headings that sort. The first column names the row; the frame scrolls when columns need more room. */
export const WideTable = <Row,>({ title, columns, rows, rowKey, order, onSort, action }: Props<Row>) => {
  const shown = useStore(language);
  const isLong = rows.length > LONG;
  // A frame that scrolls must be reached by the keyboard.
  const scrolling = isLong ? { tabIndex: 0, role: 'group' as const, 'aria-label': title } : {};
  return (
    <div class={`card table-frame${isLong ? ' table-long' : ''}`} {...scrolling}>
      <table>
        <caption class="unseen">{title}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} column={column} order={order} onSort={onSort} />
            ))}
            {action && <td class="no-print" />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, at) => {
                const content = column.cell?.(row) ?? textOf(column, row, shown);
                if (at === 0)
                  return (
                    <th key={column.key} scope="row" class={PLACES[column.kind]}>
                      {content}
                    </th>
                  );
                return (
                  <td key={column.key} class={PLACES[column.kind]}>
                    {content}
                  </td>
                );
              })}
              {action && <td class="no-print row-action">{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
