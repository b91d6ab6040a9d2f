import type { Clock } from '../core/clock.ts';
import type { Database } from '../core/database.ts';
import type { Item } from './attribute-value.ts';
import { tableNotFound } from './errors.ts';
import { rebuildIndexes } from './index-maintenance.ts';
import type { TableDefinition } from './table-definition.ts';

export type Table = {
  readonly id: number;
  readonly definition: TableDefinition;
  /** ms since 1970 */
  readonly created: number;
  /** Names the table's stream in its ARN; undefined without a stream. */
  readonly streamLabel: string | undefined;
};

type TableRow = { id: number; definition: string; created: number; stream_label: string | null };

/** The second in which an item expires, as its TTL attribute says: a number, anything else is ignored. */
export function expiryOf({ timeToLive }: TableDefinition, item: Item): number | null {
  const value = timeToLive === undefined ? undefined : item[timeToLive];
  return value && 'N' in value ? Math.floor(Number(value.N)) : null;
}

/** The table definitions: kept in the database, read once, since every request needs one. */
export class Tables {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #tables = new Map<string, Table>();

  constructor(db: Database, clock: Clock) {
    this.#db = db;
    this.#clock = clock;
    for (const row of db.all<TableRow>('SELECT * FROM ddb_tables')) this.#load(row);
  }

  find(name: string): Table | undefined {
    return this.#tables.get(name);
  }

  /** Throws ResourceNotFoundException. */
  get(name: string): Table {
    const table = this.find(name);
    if (!table) throw tableNotFound(name);
    return table;
  }

  all(): Table[] {
    return [...this.#tables.values()].toSorted((a, b) => (a.definition.name < b.definition.name ? -1 : 1));
  }

  create(definition: TableDefinition): Table {
    this.#db.run(
      'INSERT INTO ddb_tables(name, definition, created, stream_label) VALUES(?,?,?,?)',
      definition.name,
      JSON.stringify(definition),
      this.#clock.now(),
      definition.streamView ? this.#newStreamLabel() : null,
    );
    return this.#reload(definition.name);
  }

  /** Replaces the definition of an existing table (same key); indexes and times of expiry follow. */
  redefine(definition: TableDefinition): Table {
    const { id, streamLabel } = this.get(definition.name);
    return this.#db.transaction(() => {
      this.#db.run(
        'UPDATE ddb_tables SET definition=?, stream_label=? WHERE id=?',
        JSON.stringify(definition),
        definition.streamView ? (streamLabel ?? this.#newStreamLabel()) : null,
        id,
      );
      const table = this.#reload(definition.name);
      rebuildIndexes(this.#db, table);
      this.#setExpiry(table);
      return table;
    });
  }

  delete(name: string): void {
    const { id } = this.get(name);
    this.#db.transaction(() => {
      for (const rows of ['ddb_items', 'ddb_index_entries', 'ddb_stream'])
        this.#db.run(`DELETE FROM ${rows} WHERE table_id=?`, id);
      this.#db.run('DELETE FROM ddb_tables WHERE id=?', id);
    });
    this.#tables.delete(name);
  }

  #newStreamLabel(): string {
    return new Date(this.#clock.now()).toISOString().slice(0, -1);
  }

  #setExpiry({ id, definition }: Table): void {
    const rows = this.#db.all<{ key: Uint8Array; item: string }>(
      'SELECT key, item FROM ddb_items WHERE table_id=?',
      id,
    );
    for (const { key, item } of rows)
      this.#db.run(
        'UPDATE ddb_items SET expires=? WHERE table_id=? AND key=?',
        expiryOf(definition, JSON.parse(item) as Item),
        id,
        key,
      );
  }

  #reload(name: string): Table {
    const row = this.#db.get<TableRow>('SELECT * FROM ddb_tables WHERE name=?', name);
    if (!row) throw tableNotFound(name);
    return this.#load(row);
  }

  #load(row: TableRow): Table {
    const table = {
      id: row.id,
      definition: JSON.parse(row.definition) as TableDefinition,
      created: row.created,
      streamLabel: row.stream_label ?? undefined,
    };
    this.#tables.set(table.definition.name, table);
    return table;
  }
}
