import { createHash } from 'node:crypto';
import type * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Item } from './attribute-value.ts';
import { type Consumption, perTable, readUnits, TRANSACTION_FACTOR, withCapacities } from './capacity.ts';
import type { Engine, Operation } from './engine.ts';
import { type CancellationReason, transactionCancelled, validation } from './errors.ts';
import { itemBytes } from './item-size.ts';
import { tableWriteUnits } from './item-store.ts';
import { parseShape, readByKey } from './read-operations.ts';
import { parseRequest, transactGetItems, transactWriteItems } from './requests.ts';
import type { Tables } from './tables.ts';
import {
  assertDistinct,
  type Decision,
  planConditionCheck,
  planDelete,
  planPut,
  planUpdate,
  type WritePlan,
} from './write-plan.ts';

const MAX_ITEMS = 100;
const MAX_BYTES = 4 * 1024 * 1024;
/** How long a repeated ClientRequestToken is recognised. */
export const TOKEN_LIFETIME_MS = 10 * 60 * 1000;

type TransactWriteRequest = z.output<typeof transactWriteItems>;
type TransactItem = TransactWriteRequest['TransactItems'][number];

function assertItemCount(count: number): void {
  if (count < 1 || count > MAX_ITEMS)
    throw validation(
      `1 validation error detected: Value '[${count} items]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100, Member must have length greater than or equal to 1`,
    );
}

function planOf(tables: Tables, item: TransactItem): WritePlan {
  if ('Put' in item) return planPut(tables.get(item.Put.TableName), item.Put);
  if ('Update' in item) return planUpdate(tables.get(item.Update.TableName), item.Update);
  if ('Delete' in item) return planDelete(tables.get(item.Delete.TableName), item.Delete);
  return planConditionCheck(tables.get(item.ConditionCheck.TableName), item.ConditionCheck);
}

type Decided = { readonly plan: WritePlan; readonly before: Item | undefined; readonly decision: Decision };

function decide({ items }: Engine, plan: WritePlan): Decided {
  const before = items.read(plan.table, plan.key);
  try {
    return { plan, before, decision: plan.decide(before) };
  } catch (error) {
    if (error instanceof AwsError) return { plan, before, decision: { kind: 'refused', error } };
    throw error;
  }
}

function reasonOf({ decision }: Decided): CancellationReason {
  if (decision.kind === 'accepted') return { Code: 'None' };
  const { code, message, extra } = decision.error;
  return code === 'ConditionalCheckFailedException'
    ? { Code: 'ConditionalCheckFailed', Message: message, ...extra }
    : { Code: 'ValidationError', Message: message };
}

/** A fault: another transaction holds the first item. */
function assertNoConflict({ faults }: Engine, count: number): void {
  if (!faults.hit('conflict')) return;
  const reasons = Array.from({ length: count }, () => ({ Code: 'None' }));
  throw transactionCancelled([
    { Code: 'TransactionConflict', Message: 'Transaction is ongoing for the item' },
    ...reasons.slice(1),
  ]);
}

const double = (consumption: Consumption): Consumption => ({
  ...consumption,
  tableUnits: consumption.tableUnits * TRANSACTION_FACTOR,
});

function charge({ usage }: Engine, { plan, before, decision }: Decided): void {
  const after = decision.kind === 'accepted' ? decision.after : undefined;
  const tableUnits = tableWriteUnits(before, after);
  usage.add(double({ table: plan.table.definition, kind: 'write', tableUnits, indexUnits: {} }));
}

/** What a repeat of this transaction with the same token reports: the items read, as a transaction reads. */
function replayReads({ plan, before, decision }: Decided): Consumption {
  const after = decision.kind === 'accepted' ? decision.after : undefined;
  const bytes = Math.max(...[before, after].map((image) => (image ? itemBytes(image) : 0)));
  const consumption = {
    table: plan.table.definition,
    kind: 'read',
    tableUnits: readUnits(bytes, true),
  } as const;
  return double({ ...consumption, indexUnits: {} });
}

function commit(engine: Engine, plans: readonly WritePlan[]) {
  const decided = plans.map((plan) => decide(engine, plan));
  if (decided.some(({ decision }) => decision.kind === 'refused')) {
    for (const each of decided) charge(engine, each);
    throw transactionCancelled(decided.map(reasonOf));
  }
  const bytes = decided.reduce((sum, { decision }) => {
    const after = decision.kind === 'accepted' ? decision.after : undefined;
    return sum + (after ? itemBytes(after) : 0);
  }, 0);
  if (bytes > MAX_BYTES) throw validation('Transaction request size has exceeded the maximum of 4 MB');
  const consumed = decided.map(({ plan, before, decision }) => {
    const after = decision.kind === 'accepted' ? decision.after : undefined;
    return double(engine.items.replace(plan.table, plan.key, before, after));
  });
  for (const each of consumed) engine.usage.add(each);
  return { consumed, reads: perTable(decided.map(replayReads)) };
}

/** Members in a fixed order, so that two serialisations of one request are the same text. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, member: unknown) =>
    member !== null && typeof member === 'object' && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );

const hashOf = ({ TransactItems }: TransactWriteRequest): string =>
  createHash('sha256').update(canonical(TransactItems)).digest('hex');

/** The read units of an earlier run of this very request; undefined for a new token. */
function replay({ db, clock, tables }: Engine, request: TransactWriteRequest): Consumption[] | undefined {
  if (request.ClientRequestToken === undefined) return undefined;
  const known = db.get<{ request_hash: string; reads: string }>(
    'SELECT request_hash, reads FROM ddb_tokens WHERE token=? AND at>?',
    request.ClientRequestToken,
    clock.now() - TOKEN_LIFETIME_MS,
  );
  if (!known) return undefined;
  if (known.request_hash !== hashOf(request))
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'Request parameters do not match the original request for this idempotency token',
    );
  return (JSON.parse(known.reads) as [string, number][]).map(([name, tableUnits]) => ({
    table: tables.get(name).definition,
    kind: 'read',
    tableUnits,
    indexUnits: {},
  }));
}

function remember({ db, clock }: Engine, request: TransactWriteRequest, reads: readonly Consumption[]): void {
  if (request.ClientRequestToken === undefined) return;
  db.run(
    'INSERT OR REPLACE INTO ddb_tokens VALUES(?,?,?,?)',
    request.ClientRequestToken,
    hashOf(request),
    JSON.stringify(reads.map(({ table, tableUnits }) => [table.name, tableUnits])),
    clock.now(),
  );
}

export const transactWriteItemsOperation: Operation = (engine, input) => {
  const request = parseRequest(transactWriteItems, 'TransactWriteItems', input);
  assertItemCount(request.TransactItems.length);
  const plans = request.TransactItems.map((item) => planOf(engine.tables, item));
  assertDistinct(plans, 'Transaction request cannot include multiple operations on one item');
  const mode = request.ReturnConsumedCapacity;
  const repeated = replay(engine, request);
  if (repeated) {
    for (const each of repeated) engine.usage.add(each);
    return withCapacities(mode, repeated, true);
  }
  assertNoConflict(engine, plans.length);
  const { consumed } = engine.db.transaction(() => {
    const committed = commit(engine, plans);
    remember(engine, request, committed.reads);
    return committed;
  });
  return withCapacities(mode, consumed, true);
};

export const transactGetItemsOperation: Operation = (engine, input) => {
  const request = parseRequest(transactGetItems, 'TransactGetItems', input);
  assertItemCount(request.TransactItems.length);
  assertNoConflict(engine, request.TransactItems.length);
  const reads = request.TransactItems.map(({ Get }) => {
    const shape = parseShape(Get);
    const { item, consumption } = readByKey(
      engine,
      engine.tables.get(Get.TableName),
      Get.Key,
      true,
      TRANSACTION_FACTOR,
    );
    return { response: item ? { Item: shape(item) } : {}, consumption };
  });
  return {
    Responses: reads.map(({ response }) => response),
    ...withCapacities(
      request.ReturnConsumedCapacity,
      reads.map(({ consumption }) => consumption),
      true,
    ),
  };
};
