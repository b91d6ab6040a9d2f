import type { Item } from './attribute-value.ts';
import type { Engine, Operation } from './engine.ts';
import { validation } from './errors.ts';
import { parseRequest, tableRequest, updateTimeToLive } from './requests.ts';
import type { ServiceIdentity } from './streams.ts';
import type { Table } from './tables.ts';

const SERVICE: ServiceIdentity = { type: 'Service', principalId: 'dynamodb.amazonaws.com' };
/** A time of expiry more than five years ago is taken for a mistake and ignored ("Using time to live", developer guide). */
const MAX_AGE_SECONDS = 5 * 365 * 24 * 60 * 60;
/** Per table and sweep, so that a sweep never holds up requests for long. */
const BATCH = 500;

function sweepTable({ db, items, clock }: Engine, table: Table): void {
  const now = clock.now() / 1000;
  db.transaction(() => {
    const rows = db.all<{ key: Uint8Array; item: string }>(
      'SELECT key, item FROM ddb_items WHERE table_id=? AND expires<? AND expires>? LIMIT ?',
      table.id,
      now,
      now - MAX_AGE_SECONDS,
      BATCH,
    );
    // Deletions by time to live consume no write units, so their consumption is dropped.
    for (const { key, item } of rows)
      items.replace(table, Buffer.from(key), JSON.parse(item) as Item, undefined, SERVICE);
  });
}

/** Deletes expired items as the service does: with a stream record that carries the service's identity. */
export function sweepExpired(engine: Engine): void {
  for (const table of engine.tables.all()) if (table.definition.timeToLive) sweepTable(engine, table);
}

export const updateTimeToLiveOperation: Operation = ({ tables }, input) => {
  const { TableName, TimeToLiveSpecification } = parseRequest(updateTimeToLive, 'UpdateTimeToLive', input);
  const { definition } = tables.get(TableName);
  const { AttributeName, Enabled } = TimeToLiveSpecification;
  if (Enabled === (definition.timeToLive !== undefined))
    throw validation(`TimeToLive is already ${Enabled ? 'enabled' : 'disabled'}`);
  tables.redefine({ ...definition, timeToLive: Enabled ? AttributeName : undefined });
  return { TimeToLiveSpecification };
};

export const describeTimeToLiveOperation: Operation = ({ tables }, input) => {
  const { TableName } = parseRequest(tableRequest, 'DescribeTimeToLive', input);
  const { timeToLive } = tables.get(TableName).definition;
  return {
    TimeToLiveDescription: timeToLive
      ? { TimeToLiveStatus: 'ENABLED', AttributeName: timeToLive }
      : { TimeToLiveStatus: 'DISABLED' },
  };
};
