import type * as z from 'zod';
import { AwsError } from '../core/aws-error.ts';
import type { Item } from './attribute-value.ts';
import { type Consumption, perTable, readUnits, TRANSACTION_FACTOR, withCapacities } from './capacity.ts';
import type { Engine, Operation } from './engine.ts';
import { type CancellationReason, transactionCancelled, validation } from './errors.ts';
import { rememberToken, replayOf } from './idempotency.ts';
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

type TransactWriteRequest = z.output<typeof transactWriteItems>;
type TransactItem = TransactWriteRequest['TransactItems'][number];

function assertItemCount(count: number): void {
  if (count < 1 || count > MAX_ITEMS)
    throw validation(
      `1 validation error detected: Value '[${count} items]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100, Member must have length greater than or equal to 1`,
    );
}

function planOf(tables: Tables, item: TransactItem): WritePlan {
  const { Put, Update, Delete, ConditionCheck } = item;
  if (Object.keys(item).length !== 1)
    throw validation('TransactItems can only contain one of Check, Put, Update or Delete');
  if (Put) return planPut(tables.get(Put.TableName), Put);
  if (Update) return planUpdate(tables.get(Update.TableName), Update);
  if (Delete) return planDelete(tables.get(Delete.TableName), Delete);
  if (ConditionCheck) return planConditionCheck(tables.get(ConditionCheck.TableName), ConditionCheck);
  throw validation('A transaction item is empty');
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

/** The item that the write leaves; undefined when it deletes it, finds none or is refused. */
const afterOf = ({ decision }: Decided): Item | undefined =>
  decision.kind === 'accepted' ? decision.after : undefined;

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

/** A cancelled transaction consumes what its writes to the table would have. */
function charge({ usage }: Engine, decided: Decided): void {
  const tableUnits = tableWriteUnits(decided.before, afterOf(decided));
  usage.add(double({ table: decided.plan.table.definition, kind: 'write', tableUnits, indexUnits: {} }));
}

/** What a repeat of this transaction with the same token reports: the items read, as a transaction reads. */
function replayReads(decided: Decided): Consumption {
  const sizes = [decided.before, afterOf(decided)].map((image) => (image ? itemBytes(image) : 0));
  const tableUnits = readUnits(Math.max(...sizes), true);
  return double({ table: decided.plan.table.definition, kind: 'read', tableUnits, indexUnits: {} });
}

function commit(engine: Engine, plans: readonly WritePlan[]) {
  const decided = plans.map((plan) => decide(engine, plan));
  if (decided.some(({ decision }) => decision.kind === 'refused')) {
    for (const each of decided) charge(engine, each);
    throw transactionCancelled(decided.map(reasonOf));
  }
  const images = decided.map(afterOf);
  const bytes = images.reduce((sum, image) => sum + (image ? itemBytes(image) : 0), 0);
  if (bytes > MAX_BYTES) throw validation('Transaction request size has exceeded the maximum of 4 MB');
  const consumed = decided.map((each) => {
    const { table, key } = each.plan;
    return double(engine.items.replace(table, key, each.before, afterOf(each)));
  });
  for (const each of consumed) engine.usage.add(each);
  return { consumed, reads: perTable(decided.map(replayReads)) };
}

export const transactWriteItemsOperation: Operation = (engine, input) => {
  const request = parseRequest(transactWriteItems, 'TransactWriteItems', input);
  assertItemCount(request.TransactItems.length);
  const plans = request.TransactItems.map((item) => planOf(engine.tables, item));
  assertDistinct(plans, 'Transaction request cannot include multiple operations on one item');
  const mode = request.ReturnConsumedCapacity;
  const repeated = replayOf(engine, request);
  if (repeated) {
    for (const each of repeated) engine.usage.add(each);
    return withCapacities(mode, repeated, true);
  }
  assertNoConflict(engine, plans.length);
  const { consumed } = engine.db.transaction(() => {
    const committed = commit(engine, plans);
    rememberToken(engine, request, committed.reads);
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
