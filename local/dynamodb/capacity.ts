import type { TableDefinition } from './table-definition.ts';

const WRITE_BYTES = 1024;
const READ_BYTES = 4096;
/** Transactions read or write every item of the table twice, to prepare and to commit; indexes are written once. */
export const TRANSACTION_FACTOR = 2;

/**
 * What a request consumed: read or write capacity units on a table and on its indexes. Indexes that it did not touch
 * are absent. Sources: "DynamoDB read and write operations" and "Global secondary indexes" (developer guide); how a
 * change of an index is charged, and that a transaction doubles the table only, is as measured on the real service by
 * github.com/nubo-db/dynoxide/issues/176 and pull/188.
 */
export type Consumption = {
  readonly table: TableDefinition;
  readonly kind: 'read' | 'write';
  readonly tableUnits: number;
  readonly indexUnits: Readonly<Record<string, number>>;
};

/** 1 unit for each started KB, at least one (an absent item costs one too). */
export const writeUnits = (bytes: number): number => Math.max(1, Math.ceil(bytes / WRITE_BYTES));

/** 1 unit for each started 4 KB, at least one; half of it when the read is eventually consistent. */
export const readUnits = (bytes: number, consistent: boolean): number =>
  Math.max(1, Math.ceil(bytes / READ_BYTES)) * (consistent ? 1 : 0.5);

/** The sum of several consumptions of one table. */
function add(a: Consumption, b: Consumption): Consumption {
  const indexUnits: Record<string, number> = { ...a.indexUnits };
  for (const [index, units] of Object.entries(b.indexUnits))
    indexUnits[index] = (indexUnits[index] ?? 0) + units;
  return { ...a, tableUnits: a.tableUnits + b.tableUnits, indexUnits };
}

/** One consumption for each table, in the order of their first appearance. */
export function perTable(consumptions: readonly Consumption[]): Consumption[] {
  const tables = new Map<string, Consumption>();
  for (const each of consumptions) {
    const known = tables.get(each.table.name);
    tables.set(each.table.name, known ? add(known, each) : each);
  }
  return [...tables.values()];
}

export type CapacityMode = 'NONE' | 'TOTAL' | 'INDEXES' | undefined;

type Units = {
  readonly CapacityUnits: number;
  readonly ReadCapacityUnits?: number;
  readonly WriteCapacityUnits?: number;
};
type CapacityReport = Units & {
  readonly TableName: string;
  readonly Table?: Units;
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, Units>>;
  readonly LocalSecondaryIndexes?: Readonly<Record<string, Units>>;
};

/** The `ConsumedCapacity` member of an answer. Only transactions tell read from write units. */
function capacityReport(
  { table, kind, tableUnits, indexUnits }: Consumption,
  mode: 'TOTAL' | 'INDEXES',
  transaction = false,
): CapacityReport {
  const split = kind === 'read' ? 'ReadCapacityUnits' : 'WriteCapacityUnits';
  const units = (n: number): Units => ({ CapacityUnits: n, ...(transaction && { [split]: n }) });
  const total = Object.values(indexUnits).reduce((sum, n) => sum + n, tableUnits);
  if (mode === 'TOTAL') return { TableName: table.name, ...units(total) };
  const ofKind = (wanted: 'global' | 'local') =>
    table.indexes.flatMap((index) => {
      const consumed = indexUnits[index.name];
      return index.kind === wanted && consumed !== undefined ? [[index.name, units(consumed)] as const] : [];
    });
  const [global, local] = [ofKind('global'), ofKind('local')];
  return {
    TableName: table.name,
    ...units(total),
    Table: units(tableUnits),
    ...(global.length > 0 && { GlobalSecondaryIndexes: Object.fromEntries(global) }),
    ...(local.length > 0 && { LocalSecondaryIndexes: Object.fromEntries(local) }),
  };
}

/** `{ ConsumedCapacity }` for an answer about one table, or nothing when it was not asked for. */
export const withCapacity = (mode: CapacityMode, consumption: Consumption) =>
  mode === 'TOTAL' || mode === 'INDEXES' ? { ConsumedCapacity: capacityReport(consumption, mode) } : {};

/** The same for batches and transactions, which answer with a list by table. */
export const withCapacities = (
  mode: CapacityMode,
  consumptions: readonly Consumption[],
  transaction = false,
) =>
  mode === 'TOTAL' || mode === 'INDEXES'
    ? {
        ConsumedCapacity: perTable(consumptions).map((each) => capacityReport(each, mode, transaction)),
      }
    : {};
