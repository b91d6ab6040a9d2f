import './data-table.css';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Problem } from '../api/types.ts';
import { bringWords, language } from '../messages/language.ts';
import { useMessages } from '../messages/use-messages.ts';
import { table } from '../messages/vi/table.ts';
import { useStore } from '../state/store.ts';
import { useMediaQuery } from '../state/use-media-query.ts';
import type { Pages } from '../state/use-pages.ts';
import { SearchField } from '../ui/fields.tsx';
import { Nothing } from '../ui/loaded.tsx';
import { MoreButton } from '../ui/more-button.tsx';
import { Refusal } from '../ui/notice.tsx';
import { CardRows } from './card-rows.tsx';
import { type Column, filterRows, nextOrder, type Order, sortRows } from './column.ts';
import { ExportButton } from './export-button.tsx';
import { WideTable } from './wide-table.tsx';

bringWords({ table });

export type TableProps<Row> = {
  /** What the table is called when it is read aloud, and the title of the exported sheet. */
  readonly title: string;
  readonly columns: readonly Column<Row>[];
  readonly pages: Pages<Row>;
  readonly rowKey: (row: Row) => string;
  /** Shown when there are no rows at all. */
  readonly none: string;
  readonly start?: Order;
  /** False where the page itself has a search that asks the service. */
  readonly filter?: boolean;
  /** What may be done with a row; neither sorted nor exported. */
  readonly action?: (row: Row) => ComponentChildren;
  /** What may be done with all rows that the filter leaves. */
  readonly forShown?: (rows: readonly Row[]) => ComponentChildren;
};

/** Wide enough for columns: a desk, or a tablet on which the menu is below. */
export const WIDE = '(min-width: 1024px), (min-width: 700px) and (max-width: 899px)';
/** Below this many rows a filter is in the way. */
const FEW = 6;

/**
 * What rows are arranged by. A list of which only the first pages are here is fetched whole before it is sorted or
 * filtered, since the first of some pages is not the first of all.
 */
const useArrangement = <Row,>({ columns, pages, start }: TableProps<Row>) => {
  const shownLanguage = useStore(language);
  const [order, setOrder] = useState(start);
  const [query, setQuery] = useState('');
  const [problem, setProblem] = useState<Problem>();
  const fetchWhole = async (): Promise<void> => {
    const answer = await pages.all?.(() => undefined);
    setProblem(answer && !answer.ok ? answer.problem : undefined);
  };
  const sort = (next: Order | undefined): void => {
    setOrder(next);
    void fetchWhole();
  };
  const search = (words: string): void => {
    setQuery(words);
    void fetchWhole();
  };
  const arranged = (rows: readonly Row[]) =>
    sortRows(filterRows(rows, columns, query, shownLanguage), columns, order);
  return { order, query, problem, sort, search, arranged };
};
type Arrangement<Row> = ReturnType<typeof useArrangement<Row>>;

type ToolsProps<Row> = {
  readonly table: TableProps<Row>;
  readonly arrangement: Arrangement<Row>;
  readonly shown: number;
};

/** The filter, how many rows are shown of how many, and the export. */
const Tools = <Row,>({ table, arrangement: { query, search, arranged }, shown }: ToolsProps<Row>) => {
  const { table: t } = useMessages();
  const { pages, filter = true } = table;
  const count = t.shown(shown, pages.rows.length);
  return (
    <div class="data-tools">
      {filter && (pages.rows.length > FEW || pages.more) && (
        <div class="no-print">
          <SearchField label={t.filter} value={query} onValue={search} />
        </div>
      )}
      <p class="muted small number" role="status">
        {pages.more ? `${count}, ${t.morePages}` : count}
      </p>
      <div class="data-export no-print">
        <ExportButton {...table} query={query} arranged={arranged} />
      </div>
    </div>
  );
};

/** Rows that are sorted by the rules of Vietnamese, filtered without diacritics and exported as they are shown; on phones each row is a card. */
export const DataTable = <Row,>(props: TableProps<Row>) => {
  const { pages, none } = props;
  const { table: t } = useMessages();
  const isWide = useMediaQuery(WIDE);
  const arrangement = useArrangement(props);
  const more = pages.more && (
    <div class="no-print">
      <MoreButton more={pages.more} />
    </div>
  );
  if (pages.rows.length === 0)
    return (
      <div class="stack">
        <Nothing text={none} />
        {more}
      </div>
    );
  const { order, sort } = arrangement;
  const rows = arrangement.arranged(pages.rows);
  return (
    <div class="data-table stack">
      <Tools table={props} arrangement={arrangement} shown={rows.length} />
      <Refusal problem={arrangement.problem} />
      {props.forShown && <div class="no-print">{props.forShown(rows)}</div>}
      {rows.length === 0 && <Nothing text={t.noneMatch} />}
      {rows.length > 0 &&
        (isWide ? (
          <WideTable {...props} rows={rows} order={order} onSort={(key) => sort(nextOrder(order, key))} />
        ) : (
          <CardRows {...props} rows={rows} order={order} onOrder={sort} />
        ))}
      {more}
    </div>
  );
};

/** A list that comes whole, as a table takes it. */
export const wholeList = <Row,>(rows: readonly Row[]): Pages<Row> => ({ rows });
