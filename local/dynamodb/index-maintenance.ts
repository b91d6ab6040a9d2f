import type { Database } from '../core/database.ts';
import { equalItems, type Item } from './attribute-value.ts';
import { writeUnits } from './capacity.ts';
import { keyInIndex } from './item-keys.ts';
import { itemBytes } from './item-size.ts';
import { type IndexDefinition, projectedAttributes, type TableDefinition } from './table-definition.ts';
import type { Table } from './tables.ts';

type Entry = { readonly key: Buffer; readonly item: Item; readonly bytes: number };

/** What a reader of the index sees of an item. */
export function projectToIndex(table: TableDefinition, index: IndexDefinition, item: Item): Item {
  const attributes = projectedAttributes(table, index);
  if (!attributes) return item;
  return Object.fromEntries(Object.entries(item).filter(([name]) => attributes.has(name)));
}

function entryOf(table: TableDefinition, index: IndexDefinition, item: Item | undefined): Entry | undefined {
  const key = item && keyInIndex(index, item);
  if (!key) return undefined;
  const projected = projectToIndex(table, index, item);
  return { key, item: projected, bytes: itemBytes(projected) };
}

/**
 * Write units that DynamoDB charges an index for: the change of what the index stores, not the item. Nothing when its
 * view of the item is the same; one write, on the larger image, for an update in place; a delete and a put, rounded
 * up separately, when the key changes.
 */
function unitsOf(before: Entry | undefined, after: Entry | undefined): number {
  if (before && after && before.key.equals(after.key))
    return equalItems(before.item, after.item) ? 0 : writeUnits(Math.max(before.bytes, after.bytes));
  return [before, after].reduce((sum, entry) => sum + (entry ? writeUnits(entry.bytes) : 0), 0);
}

function removeEntry(db: Database, table: Table, index: IndexDefinition, entry: Entry, key: Buffer): void {
  db.run(
    'DELETE FROM ddb_index_entries WHERE table_id=? AND index_name=? AND index_key=? AND key=?',
    table.id,
    index.name,
    entry.key,
    key,
  );
}

function putEntry(db: Database, table: Table, index: IndexDefinition, entry: Entry, key: Buffer): void {
  db.run(
    'INSERT OR REPLACE INTO ddb_index_entries VALUES(?,?,?,?,?)',
    table.id,
    index.name,
    entry.key,
    key,
    entry.bytes,
  );
}

/**
 * Brings every index in step with an item that changed from `before` to `after` (undefined: absent), in the caller's
 * transaction. Returns the write units by index; an index without a change is absent.
 */
export function maintainIndexes(
  db: Database,
  table: Table,
  key: Buffer,
  before: Item | undefined,
  after: Item | undefined,
): Record<string, number> {
  const units: Record<string, number> = {};
  for (const index of table.definition.indexes) {
    const was = entryOf(table.definition, index, before);
    const is = entryOf(table.definition, index, after);
    const consumed = unitsOf(was, is);
    if (consumed === 0) continue;
    units[index.name] = consumed;
    if (was && !(is && was.key.equals(is.key))) removeEntry(db, table, index, was, key);
    if (is) putEntry(db, table, index, is, key);
  }
  return units;
}

/** Builds the entries of all indexes anew: a table whose declaration has changed. */
export function rebuildIndexes(db: Database, table: Table): void {
  db.run('DELETE FROM ddb_index_entries WHERE table_id=?', table.id);
  const rows = db.all<{ key: Uint8Array; item: string }>(
    'SELECT key, item FROM ddb_items WHERE table_id=?',
    table.id,
  );
  for (const row of rows)
    maintainIndexes(db, table, Buffer.from(row.key), undefined, JSON.parse(row.item) as Item);
}
