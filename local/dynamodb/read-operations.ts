import { parseItem } from './attribute-validation.ts';
import type { Item } from './attribute-value.ts';
import { type Consumption, readUnits, withCapacity } from './capacity.ts';
import type { Engine, Operation } from './engine.ts';
import { type PlaceholderSource, Placeholders } from './expressions/placeholders.ts';
import { parseProjection, project } from './expressions/projection.ts';
import { keyOfRequest } from './item-keys.ts';
import { itemBytes } from './item-size.ts';
import { getItem, parseRequest } from './requests.ts';
import type { Table } from './tables.ts';

type ProjectionRequest = PlaceholderSource & { readonly ProjectionExpression?: string | undefined };

/** Turns a request's ProjectionExpression into a function from the stored to the returned item. */
export function parseShape(request: ProjectionRequest): (item: Item) => Item {
  const placeholders = new Placeholders(request);
  const { ProjectionExpression: expression } = request;
  const paths = expression === undefined ? undefined : parseProjection(expression, placeholders);
  placeholders.assertAllUsed(paths !== undefined);
  return paths ? (item) => project(item, paths) : (item) => item;
}

export type Read = {
  readonly item: Item | undefined;
  readonly bytes: number;
  readonly consumption: Consumption;
};

/** Reads one item by its `Key` parameter; an absent one costs as much as a small one. */
export function readByKey(
  { items, usage }: Engine,
  table: Table,
  key: unknown,
  consistent: boolean,
  factor = 1,
): Read {
  const item = items.read(table, keyOfRequest(table.definition.key, parseItem(key)));
  const bytes = item ? itemBytes(item) : 0;
  const tableUnits = readUnits(bytes, consistent) * factor;
  const consumption = { table: table.definition, kind: 'read', tableUnits, indexUnits: {} } as const;
  usage.add(consumption);
  return { item, bytes, consumption };
}

export const getItemOperation: Operation = (engine, input) => {
  const request = parseRequest(getItem, 'GetItem', input);
  const table = engine.tables.get(request.TableName);
  const shape = parseShape(request);
  const { item, consumption } = readByKey(engine, table, request.Key, request.ConsistentRead ?? false);
  return {
    ...(item && { Item: shape(item) }),
    ...withCapacity(request.ReturnConsumedCapacity, consumption),
  };
};
