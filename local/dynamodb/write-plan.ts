import type { AwsError } from '../core/aws-error.ts';
import { parseItem } from './attribute-validation.ts';
import type { Item } from './attribute-value.ts';
import { conditionFailed, invalidParameter, validation } from './errors.ts';
import { type Condition, parseCondition } from './expressions/condition.ts';
import { meets } from './expressions/condition-evaluate.ts';
import type { DocumentPath } from './expressions/document-path.ts';
import { type PlaceholderSource, Placeholders } from './expressions/placeholders.ts';
import { parseUpdate, type Update } from './expressions/update.ts';
import { applyUpdate } from './expressions/update-apply.ts';
import { keyInIndex, keyOfItem, keyOfRequest } from './item-keys.ts';
import { itemBytes, MAX_ITEM_BYTES } from './item-size.ts';
import type { TableDefinition } from './table-definition.ts';
import type { Table } from './tables.ts';

type Expressions = PlaceholderSource & {
  readonly ConditionExpression?: string | undefined;
  readonly ReturnValuesOnConditionCheckFailure?: 'NONE' | 'ALL_OLD' | undefined;
};
export type PutRequest = Expressions & { readonly Item: unknown };
export type KeyRequest = Expressions & { readonly Key: unknown };
export type UpdateRequest = KeyRequest & { readonly UpdateExpression?: string | undefined };

/** What becomes of the stored item, or the error because of which it stays as it is. */
export type Decision =
  | { readonly kind: 'accepted'; readonly after: Item | undefined }
  | { readonly kind: 'refused'; readonly error: AwsError };

/** One write, fully checked; `decide` may throw a ValidationException that depends on the stored item. */
export type WritePlan = {
  readonly table: Table;
  readonly key: Buffer;
  readonly updatedPaths: readonly DocumentPath[];
  readonly decide: (before: Item | undefined) => Decision;
};

function parseExpressions(request: Expressions & { readonly UpdateExpression?: string | undefined }) {
  const placeholders = new Placeholders(request);
  const { UpdateExpression, ConditionExpression } = request;
  const update = UpdateExpression === undefined ? undefined : parseUpdate(UpdateExpression, placeholders);
  const condition =
    ConditionExpression === undefined
      ? undefined
      : parseCondition(ConditionExpression, 'ConditionExpression', placeholders);
  placeholders.assertAllUsed(update !== undefined || condition !== undefined);
  return { update, condition };
}

function decideBy(
  condition: Condition | undefined,
  request: Expressions,
  after: (before: Item | undefined) => Item | undefined,
): WritePlan['decide'] {
  return (before) => {
    if (!condition || meets(condition, before ?? {})) return { kind: 'accepted', after: after(before) };
    const asked = request.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    return { kind: 'refused', error: conditionFailed(asked ? before : undefined) };
  };
}

/** The limits of a finished item: 400 KB, and index keys of the declared types. */
function assertStorable({ indexes }: TableDefinition, item: Item, tooLarge: string): Item {
  if (itemBytes(item) > MAX_ITEM_BYTES) throw validation(tooLarge);
  for (const index of indexes) keyInIndex(index, item);
  return item;
}

function assertKeyUntouched({ key }: TableDefinition, update: Update): void {
  const touched = update.paths.find(([name]) => name === key.hash.name || name === key.range?.name);
  if (touched)
    throw invalidParameter(`Cannot update attribute ${touched[0]}. This attribute is part of the key`);
}

export function planPut(table: Table, request: PutRequest): WritePlan {
  const { condition } = parseExpressions(request);
  const item = parseItem(request.Item);
  const key = keyOfItem(table.definition.key, item);
  assertStorable(table.definition, item, 'Item size has exceeded the maximum allowed size');
  return { table, key, updatedPaths: [], decide: decideBy(condition, request, () => item) };
}

export function planUpdate(table: Table, request: UpdateRequest): WritePlan {
  const { update, condition } = parseExpressions(request);
  const keyItem = parseItem(request.Key);
  const key = keyOfRequest(table.definition.key, keyItem);
  if (update) assertKeyUntouched(table.definition, update);
  const after = (before: Item | undefined): Item => {
    const stored = before ?? keyItem;
    if (!update) return stored;
    const tooLarge = 'Item size to update has exceeded the maximum allowed size';
    return assertStorable(table.definition, applyUpdate(update, stored), tooLarge);
  };
  return { table, key, updatedPaths: update?.paths ?? [], decide: decideBy(condition, request, after) };
}

function planByKey(
  table: Table,
  request: KeyRequest,
  after: (before: Item | undefined) => Item | undefined,
): WritePlan {
  const { condition } = parseExpressions(request);
  const key = keyOfRequest(table.definition.key, parseItem(request.Key));
  return { table, key, updatedPaths: [], decide: decideBy(condition, request, after) };
}

export const planDelete = (table: Table, request: KeyRequest): WritePlan =>
  planByKey(table, request, () => undefined);

export const planConditionCheck = (table: Table, request: KeyRequest): WritePlan =>
  planByKey(table, request, (before) => before);

/** Refuses two writes (or reads) of one item in a request. */
export function assertDistinct(
  targets: readonly { readonly table: Table; readonly key: Buffer }[],
  message: string,
): void {
  const distinct = new Set(targets.map(({ table, key }) => `${table.id}/${key.toString('latin1')}`));
  if (distinct.size !== targets.length) throw validation(message);
}
