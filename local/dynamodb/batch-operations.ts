import type * as z from 'zod';
import { parseItem } from './attribute-validation.ts';
import type { Item } from './attribute-value.ts';
import { type Consumption, withCapacities } from './capacity.ts';
import type { Operation } from './engine.ts';
import { throttled, validation } from './errors.ts';
import { keyOfRequest } from './item-keys.ts';
import { parseShape, readByKey } from './read-operations.ts';
import { batchGetItem, batchWriteItem, parseRequest } from './requests.ts';
import type { Table } from './tables.ts';
import { runWrite } from './write-operations.ts';
import { assertDistinct, planDelete, planPut, type WritePlan } from './write-plan.ts';

type WriteEntry = z.output<typeof batchWriteItem>['RequestItems'][string][number];

const MAX_READS = 100;
const MAX_WRITES = 25;
/** BatchGetItem returns at most 16 MB; the keys beyond it come back as unprocessed. */
const MAX_READ_BYTES = 16 * 1024 * 1024;
const DUPLICATES = 'Provided list of item keys contains duplicates';

function assertCount(count: number, max: number): void {
  if (count < 1 || count > max)
    throw validation(
      `1 validation error detected: Value at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: [Member must have length less than or equal to ${max}, Member must have length greater than or equal to 1]`,
    );
}

/**
 * A throttle fault hits each item of a batch on its own, as on AWS: those hit come back as unprocessed, and only
 * when all are is the whole request an error.
 */
export const batchGetItemOperation: Operation = (engine, input) => {
  const request = parseRequest(batchGetItem, 'BatchGetItem', input);
  const reads = Object.entries(request.RequestItems).flatMap(([name, group]) => {
    const table = engine.tables.get(name);
    const shape = parseShape(group);
    return group.Keys.map((Key) => {
      const key = keyOfRequest(table.definition.key, parseItem(Key));
      return { name, table, group, shape, Key, key };
    });
  });
  assertCount(reads.length, MAX_READS);
  assertDistinct(reads, DUPLICATES);
  const found: Record<string, Item[]> = Object.fromEntries(
    Object.keys(request.RequestItems).map((name) => [name, []]),
  );
  const unprocessed: Record<string, { Keys: unknown[] }> = {};
  const consumed: Consumption[] = [];
  let bytes = 0;
  for (const { name, table, group, shape, Key } of reads) {
    if (bytes >= MAX_READ_BYTES || engine.faults.hit('throttle')) {
      const rest = unprocessed[name] ?? { ...group, Keys: [] };
      unprocessed[name] = { ...rest, Keys: [...rest.Keys, Key] };
      continue;
    }
    const read = readByKey(engine, table, Key, group.ConsistentRead ?? false);
    consumed.push(read.consumption);
    bytes += read.bytes;
    if (read.item) found[name]?.push(shape(read.item));
  }
  if (consumed.length === 0) throw throttled();
  return {
    Responses: found,
    UnprocessedKeys: unprocessed,
    ...withCapacities(request.ReturnConsumedCapacity, consumed),
  };
};

function planOf(table: Table, { PutRequest, DeleteRequest }: WriteEntry): WritePlan {
  if (PutRequest && !DeleteRequest) return planPut(table, PutRequest);
  if (DeleteRequest && !PutRequest) return planDelete(table, DeleteRequest);
  throw validation('Supplied WriteRequest must contain exactly one of PutRequest and DeleteRequest');
}

export const batchWriteItemOperation: Operation = (engine, input) => {
  const request = parseRequest(batchWriteItem, 'BatchWriteItem', input);
  const writes = Object.entries(request.RequestItems).flatMap(([name, group]) => {
    const table = engine.tables.get(name);
    return group.map((entry) => ({ name, entry, plan: planOf(table, entry) }));
  });
  assertCount(writes.length, MAX_WRITES);
  assertDistinct(
    writes.map(({ plan }) => plan),
    DUPLICATES,
  );
  const unprocessed: Record<string, unknown[]> = {};
  const consumed: Consumption[] = [];
  for (const { name, entry, plan } of writes) {
    if (engine.faults.hit('throttle')) unprocessed[name] = [...(unprocessed[name] ?? []), entry];
    else consumed.push(runWrite(engine, plan).consumption);
  }
  if (consumed.length === 0) throw throttled();
  return { UnprocessedItems: unprocessed, ...withCapacities(request.ReturnConsumedCapacity, consumed) };
};
