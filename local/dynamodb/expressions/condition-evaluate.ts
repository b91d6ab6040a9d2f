import {
  type AttributeValue,
  compareValues,
  containsValue,
  equalValues,
  type Item,
  lengthOf,
  startsWith,
  typeOf,
} from '../attribute-value.ts';
import type { Comparator, Condition, Operand } from './condition.ts';
import { readPath } from './document-path.ts';

function evaluate(operand: Operand, item: Item): AttributeValue | undefined {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'path') return readPath(item, operand.path);
  const value = evaluate(operand.of, item);
  const length = value && lengthOf(value);
  return length === undefined ? undefined : { N: String(length) };
}

const ORDERED: Record<Exclude<Comparator, '=' | '<>'>, (order: number) => boolean> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

type Value = AttributeValue | undefined;

/** Two absent values count as equal only for `<>`; every other comparison with an absent value is false. */
function compare(comparator: Comparator, left: Value, right: Value): boolean {
  if (comparator === '<>') return left && right ? !equalValues(left, right) : left !== right;
  if (!left || !right) return false;
  if (comparator === '=') return equalValues(left, right);
  const order = compareValues(left, right);
  return order !== undefined && ORDERED[comparator](order);
}

function predicate({ name, operands }: Extract<Condition, { kind: 'predicate' }>, item: Item): boolean {
  const [first, second] = operands.map((operand) => evaluate(operand, item));
  if (name === 'attribute_exists') return first !== undefined;
  if (name === 'attribute_not_exists') return first === undefined;
  if (!first || !second) return false;
  if (name === 'begins_with') return startsWith(first, second);
  if (name === 'contains') return containsValue(first, second);
  return 'S' in second && typeOf(first) === second.S;
}

/** Whether the item (an empty one when there is none) meets the condition. */
export function meets(condition: Condition, item: Item): boolean {
  switch (condition.kind) {
    case 'and':
      return meets(condition.left, item) && meets(condition.right, item);
    case 'or':
      return meets(condition.left, item) || meets(condition.right, item);
    case 'not':
      return !meets(condition.of, item);
    case 'compare':
      return compare(condition.comparator, evaluate(condition.left, item), evaluate(condition.right, item));
    case 'between': {
      const value = evaluate(condition.operand, item);
      return (
        compare('>=', value, evaluate(condition.low, item)) &&
        compare('<=', value, evaluate(condition.high, item))
      );
    }
    case 'in': {
      const value = evaluate(condition.operand, item);
      return condition.list.some((candidate) => compare('=', value, evaluate(candidate, item)));
    }
    case 'predicate':
      return predicate(condition, item);
  }
}
