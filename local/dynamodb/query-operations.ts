import type * as z from 'zod';
import type { Item } from './attribute-value.ts';
import { type Consumption, readUnits, withCapacity } from './capacity.ts';
import type { Engine, Operation } from './engine.ts';
import { invalidParameter, validation } from './errors.ts';
import { attributesOf, type Condition, parseCondition } from './expressions/condition.ts';
import { meets } from './expressions/condition-evaluate.ts';
import type { DocumentPath } from './expressions/document-path.ts';
import { parseKeyCondition } from './expressions/key-condition.ts';
import { Placeholders } from './expressions/placeholders.ts';
import { parseProjection, project } from './expressions/projection.ts';
import { projectToIndex } from './index-maintenance.ts';
import { ALL_KEYS, type KeyRange, segmentRange } from './key-encoding.ts';
import { cursorOf, readCursor } from './page-cursor.ts';
import { readRange } from './page-reader.ts';
import { parseRequest, query, scan } from './requests.ts';
import { type IndexDefinition, type KeySchema, projectedAttributes } from './table-definition.ts';
import type { Table } from './tables.ts';

/** A page ends with the item that brings what was read to 1 MB, before the filter. */
const PAGE_BYTES = 1024 * 1024;

type QueryRequest = z.output<typeof query>;
type ScanRequest = z.output<typeof scan>;
type PageRequest = QueryRequest | ScanRequest;

type Source = { readonly table: Table; readonly index: IndexDefinition | undefined; readonly key: KeySchema };

/** A page as asked for: where to read, what to keep and what to show. */
type PagePlan = Source & {
  readonly range: KeyRange;
  readonly descending: boolean;
  readonly filter: Condition | undefined;
  readonly shown: readonly DocumentPath[] | undefined;
};

function sourceOf({ tables }: Engine, request: PageRequest): Source {
  const table = tables.get(request.TableName);
  if (request.IndexName === undefined) return { table, index: undefined, key: table.definition.key };
  const index = table.definition.indexes.find(({ name }) => name === request.IndexName);
  if (!index) throw validation(`The table does not have the specified index: ${request.IndexName}`);
  if (index.kind === 'global' && request.ConsistentRead)
    throw validation('Consistent reads are not supported on global secondary indexes');
  return { table, index, key: index.key };
}

/** AWS would fetch what a local index lacks from the table at extra cost; no index of this kind is used, so refuse. */
function assertProjected({ table, index }: Source, request: PageRequest, shown: PagePlan['shown']): void {
  const held = index && projectedAttributes(table.definition, index);
  if (!held) return;
  const described = `${index.kind} secondary index ${index.name}`;
  if (request.Select === 'ALL_ATTRIBUTES')
    throw invalidParameter(
      `Select type ALL_ATTRIBUTES is not supported for ${described} because its projection type is not ALL`,
    );
  const missing = (shown ?? []).map(([name]) => name).filter((name) => !held.has(name));
  if (missing.length > 0) throw invalidParameter(`The ${described} does not project [${missing.join(', ')}]`);
}

function assertSelect(request: PageRequest): void {
  const { Select: select, ProjectionExpression: projection, IndexName: index } = request;
  if (projection !== undefined && select !== undefined && select !== 'SPECIFIC_ATTRIBUTES')
    throw validation(`Cannot specify the ProjectionExpression when choosing to get ${select}`);
  if (select === 'SPECIFIC_ATTRIBUTES' && projection === undefined)
    throw validation(
      'Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES',
    );
  if (select === 'ALL_PROJECTED_ATTRIBUTES' && index === undefined)
    throw invalidParameter('ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName');
}

function planPage(
  engine: Engine,
  request: PageRequest,
  rangeOf: (source: Source, names: Placeholders) => KeyRange,
): PagePlan {
  const source = sourceOf(engine, request);
  const placeholders = new Placeholders(request);
  const range = rangeOf(source, placeholders);
  const { FilterExpression, ProjectionExpression } = request;
  const filter =
    FilterExpression === undefined
      ? undefined
      : parseCondition(FilterExpression, 'FilterExpression', placeholders);
  const shown =
    ProjectionExpression === undefined ? undefined : parseProjection(ProjectionExpression, placeholders);
  placeholders.assertAllUsed();
  assertSelect(request);
  assertProjected(source, request, shown);
  const descending = 'ScanIndexForward' in request && request.ScanIndexForward === false;
  return { ...source, range, descending, filter, shown };
}

function readPage({ db }: Engine, plan: PagePlan, request: PageRequest) {
  const { table, index, filter, shown } = plan;
  const start = readCursor(plan, request.ExclusiveStartKey);
  const range = { ...plan.range, index: index?.name, descending: plan.descending, startAfter: start };
  const limit = request.Limit ?? Number.POSITIVE_INFINITY;
  const items: Item[] = [];
  let [scanned, bytes] = [0, 0];
  let last: Item | undefined;
  for (const row of readRange(db, table, range, limit)) {
    scanned += 1;
    bytes += row.bytes;
    const item = index ? projectToIndex(table.definition, index, row.item) : row.item;
    if (!filter || meets(filter, item)) items.push(shown ? project(item, shown) : item);
    if (scanned === limit || bytes >= PAGE_BYTES) {
      last = cursorOf(plan, row.item);
      break;
    }
  }
  return { items, scanned, bytes, last };
}

function answer(engine: Engine, plan: PagePlan, request: PageRequest) {
  const { items, scanned, bytes, last } = readPage(engine, plan, request);
  const units = readUnits(bytes, request.ConsistentRead ?? false);
  const consumption: Consumption = {
    table: plan.table.definition,
    kind: 'read',
    tableUnits: plan.index ? 0 : units,
    indexUnits: plan.index ? { [plan.index.name]: units } : {},
  };
  engine.usage.add(consumption);
  return {
    Count: items.length,
    ScannedCount: scanned,
    ...(request.Select !== 'COUNT' && { Items: items }),
    ...(last && { LastEvaluatedKey: last }),
    ...withCapacity(request.ReturnConsumedCapacity, consumption),
  };
}

function assertFilterAvoidsKey({ key, filter }: PagePlan): void {
  const filtered = filter ? attributesOf(filter) : new Set();
  for (const name of [key.hash.name, key.range?.name])
    if (name !== undefined && filtered.has(name))
      throw validation(
        `Filter Expression can only contain non-primary key attributes: Primary key attribute: ${name}`,
      );
}

export const queryOperation: Operation = (engine, input) => {
  const request = parseRequest(query, 'Query', input);
  const { KeyConditionExpression: condition } = request;
  if (condition === undefined)
    throw validation(
      'Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.',
    );
  const plan = planPage(engine, request, ({ key }, placeholders) =>
    parseKeyCondition(condition, placeholders, key),
  );
  assertFilterAvoidsKey(plan);
  return answer(engine, plan, request);
};

export const scanOperation: Operation = (engine, input) => {
  const request = parseRequest(scan, 'Scan', input);
  const { Segment: segment, TotalSegments: total } = request;
  if ((segment === undefined) !== (total === undefined))
    throw validation('The Segment and TotalSegments parameters must be specified together');
  if (segment !== undefined && total !== undefined && segment >= total)
    throw validation(
      `The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${total}`,
    );
  const range = segment !== undefined && total !== undefined ? segmentRange(segment, total) : ALL_KEYS;
  return answer(
    engine,
    planPage(engine, request, () => range),
    request,
  );
};
