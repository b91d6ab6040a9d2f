import type { Database } from '../core/database.ts';
import type { Item } from './attribute-value.ts';
import type { KeyRange } from './key-encoding.ts';
import type { Table } from './tables.ts';

/** One stored item as a query meets it; `bytes` is its size in what is read (the table or the index). */
export type StoredRow = { readonly item: Item; readonly bytes: number };

/** Where a page begins: after this entry. `indexKey` is undefined on the table itself. */
export type StartAfter = { readonly key: Buffer; readonly indexKey: Buffer | undefined };

export type Range = KeyRange & {
  readonly index: string | undefined;
  readonly descending: boolean;
  readonly startAfter: StartAfter | undefined;
};

type ItemRow = { readonly key: Uint8Array; readonly item: string; readonly bytes: number };
type EntryRow = ItemRow & { readonly index_key: Uint8Array };

/** Rows per SQL statement: enough to be quick, few enough that 400 KB items do not fill the memory. */
const CHUNK = 100;

/** The range narrowed to what can follow the start, so that a late page costs no more than the first. */
function bounds({ from, before, descending }: Range, start: Buffer | undefined): readonly [Buffer, Buffer] {
  if (!start) return [from, before];
  return descending ? [from, start] : [start, before];
}

function itemRows(db: Database, table: Table, range: Range, limit: number): ItemRow[] {
  const order = range.descending ? 'DESC' : 'ASC';
  const start = range.startAfter?.key;
  const [from, before] = bounds(range, start);
  const open = start && !range.descending ? '>' : '>=';
  return db.all<ItemRow>(
    `SELECT key, item, bytes FROM ddb_items WHERE table_id=? AND key${open}? AND key<?
     ORDER BY key ${order} LIMIT ?`,
    table.id,
    from,
    before,
    limit,
  );
}

function entryRows(db: Database, table: Table, index: string, range: Range, limit: number): EntryRow[] {
  const order = range.descending ? 'DESC' : 'ASC';
  const start = range.startAfter;
  const [from, before] = bounds(range, start?.indexKey);
  const upTo = start && range.descending ? '<=' : '<';
  const after = start ? `AND (e.index_key, e.key) ${range.descending ? '<' : '>'} (?, ?)` : '';
  return db.all<EntryRow>(
    `SELECT e.index_key, e.key, e.bytes, i.item FROM ddb_index_entries e
     JOIN ddb_items i ON i.table_id=e.table_id AND i.key=e.key
     WHERE e.table_id=? AND e.index_name=? AND e.index_key>=? AND e.index_key${upTo}? ${after}
     ORDER BY e.index_key ${order}, e.key ${order} LIMIT ?`,
    table.id,
    index,
    from,
    before,
    ...(start?.indexKey ? [start.indexKey, start.key] : []),
    limit,
  );
}

/** The items of a range of keys in order, fetched as they are asked for (at most `limit` of them). */
export function* readRange(db: Database, table: Table, range: Range, limit: number): Generator<StoredRow> {
  let { startAfter } = range;
  for (let left = limit; left > 0; left -= CHUNK) {
    const size = Math.min(CHUNK, left);
    const at: Range = { ...range, startAfter };
    const rows: (ItemRow & Partial<EntryRow>)[] =
      range.index === undefined ? itemRows(db, table, at, size) : entryRows(db, table, range.index, at, size);
    for (const { item, bytes } of rows) yield { item: JSON.parse(item) as Item, bytes };
    const last = rows.at(-1);
    if (!last || rows.length < size) return;
    startAfter = {
      key: Buffer.from(last.key),
      indexKey: last.index_key && Buffer.from(last.index_key),
    };
  }
}
