import type { Item } from './attribute-value.ts';
import { type CapacityMode, withCapacity } from './capacity.ts';
import type { Engine, Operation } from './engine.ts';
import { project } from './expressions/projection.ts';
import { tableWriteUnits } from './item-store.ts';
import { deleteItem, parseRequest, putItem, updateItem } from './requests.ts';
import { planDelete, planPut, planUpdate, type WritePlan } from './write-plan.ts';

type Written = { readonly before: Item | undefined; readonly after: Item | undefined };

/** Runs one write as a transaction of its own. A failed condition consumes what the write would have. */
export function runWrite({ db, items, usage }: Engine, plan: WritePlan) {
  return db.transaction(() => {
    const { table, key } = plan;
    const before = items.read(table, key);
    const decision = plan.decide(before);
    if (decision.kind === 'refused') {
      const tableUnits = tableWriteUnits(before, undefined);
      usage.add({ table: table.definition, kind: 'write', tableUnits, indexUnits: {} });
      throw decision.error;
    }
    const consumption = items.replace(table, key, before, decision.after);
    usage.add(consumption);
    return { before, after: decision.after, consumption };
  });
}

type ReturnValues = 'NONE' | 'ALL_OLD' | 'ALL_NEW' | 'UPDATED_OLD' | 'UPDATED_NEW' | undefined;

function returned(values: ReturnValues, { before, after }: Written, plan: WritePlan) {
  if (values === undefined || values === 'NONE') return {};
  const item = values.endsWith('OLD') ? before : after;
  if (!item) return {};
  const shown = values.startsWith('ALL') ? item : project(item, plan.updatedPaths);
  return Object.keys(shown).length > 0 ? { Attributes: shown } : {};
}

type WriteRequest = {
  readonly ReturnValues?: ReturnValues;
  readonly ReturnConsumedCapacity?: CapacityMode;
};

function answer(engine: Engine, plan: WritePlan, request: WriteRequest) {
  const written = runWrite(engine, plan);
  return {
    ...returned(request.ReturnValues, written, plan),
    ...withCapacity(request.ReturnConsumedCapacity, written.consumption),
  };
}

export const putItemOperation: Operation = (engine, input) => {
  const request = parseRequest(putItem, 'PutItem', input);
  return answer(engine, planPut(engine.tables.get(request.TableName), request), request);
};

export const updateItemOperation: Operation = (engine, input) => {
  const request = parseRequest(updateItem, 'UpdateItem', input);
  return answer(engine, planUpdate(engine.tables.get(request.TableName), request), request);
};

export const deleteItemOperation: Operation = (engine, input) => {
  const request = parseRequest(deleteItem, 'DeleteItem', input);
  return answer(engine, planDelete(engine.tables.get(request.TableName), request), request);
};
