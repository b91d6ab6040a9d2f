import { type AttributeValue, compareValues, scalarText, typeOf } from '../attribute-value.ts';
import { invalidParameter, validation } from '../errors.ts';
import {
  bytesAfter,
  encodeHashKey,
  encodeRangeKey,
  encodeRangePrefix,
  type KeyRange,
} from '../key-encoding.ts';
import type { KeySchema } from '../table-definition.ts';
import { type Condition, type Operand, parseCondition } from './condition.ts';
import type { Placeholders } from './placeholders.ts';

const notSupported = () => validation('Query key condition not supported');

const conjuncts = (condition: Condition): Condition[] =>
  condition.kind === 'and' ? [...conjuncts(condition.left), ...conjuncts(condition.right)] : [condition];

/** The attribute that a condition is about: the first operand, a plain top-level path. */
function subject(condition: Condition): string | undefined {
  const operand =
    condition.kind === 'compare'
      ? condition.left
      : condition.kind === 'between'
        ? condition.operand
        : condition.kind === 'predicate'
          ? condition.operands[0]
          : undefined;
  return operand?.kind === 'path' && operand.path.length === 1 ? operand.path[0] : undefined;
}

function keyValue(operand: Operand | undefined, type: string): AttributeValue {
  if (operand?.kind !== 'value') throw validation('Invalid operand in KeyConditionExpression');
  if (typeOf(operand.value) !== type)
    throw invalidParameter('Condition parameter type does not match schema type');
  if (scalarText(operand.value) === '')
    throw invalidParameter('The AttributeValue for a key attribute cannot contain an empty string value.');
  return operand.value;
}

/** The range of key bytes below one partition (`hash`) that the sort key condition selects. */
function sortKeyRange(hash: Buffer, condition: Condition, type: string): KeyRange {
  const bound = (operand: Operand | undefined) =>
    Buffer.concat([hash, encodeRangeKey(keyValue(operand, type))]);
  const partition: KeyRange = { from: hash, before: bytesAfter(hash) };
  if (condition.kind === 'between') {
    const [low, high] = [keyValue(condition.low, type), keyValue(condition.high, type)];
    if ((compareValues(low, high) ?? 0) > 0)
      throw validation(
        `Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: ${JSON.stringify(low)}, upper bound operand: AttributeValue: ${JSON.stringify(high)}`,
      );
    return { from: bound(condition.low), before: bytesAfter(bound(condition.high)) };
  }
  if (condition.kind === 'predicate' && condition.name === 'begins_with') {
    const from = Buffer.concat([hash, encodeRangePrefix(keyValue(condition.operands[1], type))]);
    return { from, before: bytesAfter(from) };
  }
  if (condition.kind !== 'compare' || condition.comparator === '<>') throw notSupported();
  const key = bound(condition.right);
  if (condition.comparator === '=') return { from: key, before: bytesAfter(key) };
  if (condition.comparator === '<') return { ...partition, before: key };
  if (condition.comparator === '<=') return { ...partition, before: bytesAfter(key) };
  return { ...partition, from: condition.comparator === '>=' ? key : bytesAfter(key) };
}

/**
 * Parses a KeyConditionExpression into the range of encoded keys that it selects: equality on the partition key and at
 * most one condition on the sort key, in either order. Throws a ValidationException.
 */
export function parseKeyCondition(source: string, placeholders: Placeholders, key: KeySchema): KeyRange {
  const conditions = conjuncts(parseCondition(source, 'KeyConditionExpression', placeholders));
  const onHash = conditions.find(
    (condition) =>
      condition.kind === 'compare' && condition.comparator === '=' && subject(condition) === key.hash.name,
  );
  if (onHash?.kind !== 'compare')
    throw validation(`Query condition missed key schema element: ${key.hash.name}`);
  if (conditions.length > 2) throw validation('Conditions can be of length 1 or 2 only');
  const hash = encodeHashKey(keyValue(onHash.right, key.hash.type));
  const onRange = conditions.find((condition) => condition !== onHash);
  if (!onRange) return { from: hash, before: bytesAfter(hash) };
  if (!key.range || subject(onRange) !== key.range.name) throw notSupported();
  return sortKeyRange(hash, onRange, key.range.type);
}
