import type { Database } from '../core/database.ts';
import { equalItems, type Item } from './attribute-value.ts';
import { type Consumption, writeUnits } from './capacity.ts';
import { maintainIndexes } from './index-maintenance.ts';
import { itemBytes } from './item-size.ts';
import type { ServiceIdentity, Streams } from './streams.ts';
import { expiryOf, type Table } from './tables.ts';

/** What a write of an item costs on the table itself: the larger of the images before and after. */
export const tableWriteUnits = (before: Item | undefined, after: Item | undefined): number =>
  writeUnits(Math.max(before ? itemBytes(before) : 0, after ? itemBytes(after) : 0));

/** Items with their index entries and stream records, which always change together. */
export class ItemStore {
  readonly #db: Database;
  readonly #streams: Streams;

  constructor(db: Database, streams: Streams) {
    this.#db = db;
    this.#streams = streams;
  }

  read(table: Table, key: Buffer): Item | undefined {
    const row = this.#db.get<{ item: string }>(
      'SELECT item FROM ddb_items WHERE table_id=? AND key=?',
      table.id,
      key,
    );
    return row && (JSON.parse(row.item) as Item);
  }

  /**
   * Makes `after` of `before` (undefined: absent) in the caller's transaction. A write that changes nothing costs as
   * much as any other but leaves no stream record.
   */
  replace(
    table: Table,
    key: Buffer,
    before: Item | undefined,
    after: Item | undefined,
    identity?: ServiceIdentity,
  ): Consumption {
    const unchanged = before === after || (before && after && equalItems(before, after));
    const indexUnits = unchanged ? {} : maintainIndexes(this.#db, table, key, before, after);
    if (!unchanged) {
      this.#save(table, key, after);
      this.#streams.append(table, { key, before, after, identity });
    }
    const tableUnits = tableWriteUnits(before, after);
    return { table: table.definition, kind: 'write', tableUnits, indexUnits };
  }

  #save({ id, definition }: Table, key: Buffer, item: Item | undefined): void {
    if (!item) {
      this.#db.run('DELETE FROM ddb_items WHERE table_id=? AND key=?', id, key);
      return;
    }
    this.#db.run(
      'INSERT OR REPLACE INTO ddb_items VALUES(?,?,?,?,?)',
      id,
      key,
      JSON.stringify(item),
      itemBytes(item),
      expiryOf(definition, item),
    );
  }
}
