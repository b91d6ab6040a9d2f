import type { Database } from '../core/database.ts';
import type { Consumption } from './capacity.ts';

/** Units consumed since the data folder was made; `index` is '' for the table itself. */
export type UsageTotal = {
  readonly table: string;
  readonly index: string;
  readonly readUnits: number;
  readonly writeUnits: number;
};

/**
 * Running totals of consumed capacity. Collected in memory and written by `flush`, so that a read request does not
 * become a write; a crash loses the figures since the last flush, never data.
 */
export class Usage {
  readonly #db: Database;
  readonly #pending = new Map<string, UsageTotal>();

  constructor(db: Database) {
    this.#db = db;
  }

  add({ table, kind, tableUnits, indexUnits }: Consumption): void {
    for (const [index, units] of [['', tableUnits] as const, ...Object.entries(indexUnits)]) {
      const id = JSON.stringify([table.name, index]);
      const total = this.#pending.get(id) ?? { table: table.name, index, readUnits: 0, writeUnits: 0 };
      const counter = kind === 'read' ? 'readUnits' : 'writeUnits';
      this.#pending.set(id, { ...total, [counter]: total[counter] + units });
    }
  }

  flush(): void {
    if (this.#pending.size === 0) return;
    this.#db.transaction(() => {
      for (const { table, index, readUnits, writeUnits } of this.#pending.values())
        this.#db.run(
          `INSERT INTO ddb_usage VALUES(?,?,?,?) ON CONFLICT(table_name, index_name) DO UPDATE
           SET read_units=read_units+excluded.read_units, write_units=write_units+excluded.write_units`,
          table,
          index,
          readUnits,
          writeUnits,
        );
    });
    this.#pending.clear();
  }

  totals(): UsageTotal[] {
    this.flush();
    return this.#db.all<UsageTotal>(
      `SELECT table_name AS "table", index_name AS "index", read_units AS readUnits, write_units AS writeUnits
       FROM ddb_usage ORDER BY table_name, index_name`,
    );
  }
}
