import type { ComponentChildren } from 'preact';
import { language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useStore } from '../state/store.ts';
import { SelectField } from '../ui/fields.tsx';
import { type Column, type Direction, type Order, textOf } from './column.ts';

type Props<Row> = {
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | undefined) => void;
  readonly action?: (row: Row) => ComponentChildren;
};

const DIRECTIONS: readonly Direction[] = ['ascending', 'descending'];

const choiceOf = (order: Order | undefined): string => (order ? `${order.direction} ${order.key}` : '');
const orderOf = (choice: string): Order | undefined => {
  const [direction = '', ...key] = choice.split(' ');
  const known = DIRECTIONS.find((one) => one === direction);
  return known && { direction: known, key: key.join(' ') };
};

const ChooseOrder = <Row,>({
  columns,
  order,
  onOrder,
}: Pick<Props<Row>, 'columns' | 'order' | 'onOrder'>) => {
  const { table: t } = useMessages();
  const choices = columns.flatMap(({ key, title }) =>
    DIRECTIONS.map((direction) => ({
      value: choiceOf({ key, direction }),
      text: t.sortChoice(title, t.sortAs[direction]),
    })),
  );
  return (
    <div class="no-print">
      <SelectField
        label={t.sortBy}
        value={choiceOf(order)}
        choices={[{ value: '', text: t.asGiven }, ...choices]}
        onValue={(choice) => onOrder(orderOf(choice))}
      />
    </div>
  );
};

/** The rows as cards, for a phone: the first column is the heading, empty cells are left out. */
export const CardRows = <Row,>({ title, columns, rows, rowKey, action, ...sorting }: Props<Row>) => {
  const shown = useStore(language);
  const [head, ...rest] = columns;
  return (
    <>
      <ChooseOrder columns={columns} {...sorting} />
      <ul class="stack" aria-label={title}>
        {rows.map((row) => (
          <li key={rowKey(row)} class="card card-row">
            <b>{head && (head.cell?.(row) ?? textOf(head, row, shown))}</b>
            <dl>
              {rest
                .filter((column) => column.isShown?.(row) ?? column.value(row) !== undefined)
                .map((column) => (
                  <div key={column.key}>
                    <dt>{column.title}</dt>
                    <dd>{column.cell?.(row) ?? textOf(column, row, shown)}</dd>
                  </div>
                ))}
            </dl>
            {action?.(row)}
          </li>
        ))}
      </ul>
    </>
  );
};
