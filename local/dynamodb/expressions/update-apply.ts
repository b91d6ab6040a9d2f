import { type AttributeValue, asSet, type Item, type SetValue, setValue } from '../attribute-value.ts';
import { validation } from '../errors.ts';
import { addNumbers, subtractNumbers } from '../numbers.ts';
import { changePath, type DocumentPath, readPath } from './document-path.ts';
import type { Update, UpdateOperand } from './update.ts';

const wrongType = () => validation('An operand in the update expression has an incorrect data type');

function operandValue(operand: UpdateOperand, item: Item): AttributeValue {
  if (operand.kind === 'value') return operand.value;
  if (operand.kind === 'ifNotExists')
    return readPath(item, operand.path) ?? operandValue(operand.otherwise, item);
  if (operand.kind === 'path') {
    const value = readPath(item, operand.path);
    if (value) return value;
    throw validation('The provided expression refers to an attribute that does not exist in the item');
  }
  const [left, right] = [operandValue(operand.left, item), operandValue(operand.right, item)];
  if (operand.kind === 'listAppend') {
    if (!('L' in left && 'L' in right)) throw wrongType();
    return { L: [...left.L, ...right.L] };
  }
  if (!('N' in left && 'N' in right)) throw wrongType();
  return { N: operand.kind === '+' ? addNumbers(left.N, right.N) : subtractNumbers(left.N, right.N) };
}

function added(
  current: AttributeValue | undefined,
  value: { readonly N: string } | SetValue,
): AttributeValue {
  if ('N' in value) {
    if (current && !('N' in current)) throw wrongType();
    return { N: addNumbers(current?.N ?? '0', value.N) };
  }
  const set = current && asSet(current);
  if (current && set?.type !== value.type) throw wrongType();
  return setValue(value.type, [...new Set([...(set?.members ?? []), ...value.members])]);
}

/** An emptied set disappears: DynamoDB has no empty sets. */
function without(current: AttributeValue | undefined, value: SetValue): AttributeValue | undefined {
  if (!current) return undefined;
  const set = asSet(current);
  if (set?.type !== value.type) throw wrongType();
  const removed = new Set(value.members);
  const left = set.members.filter((member) => !removed.has(member));
  return left.length > 0 ? setValue(set.type, left) : undefined;
}

/** Later list elements first, so that removing one does not move the next. */
function byLastIndexDescending(a: DocumentPath, b: DocumentPath): number {
  const [x, y] = [a.at(-1), b.at(-1)];
  return typeof x === 'number' && typeof y === 'number' ? y - x : 0;
}

/**
 * The item after the update. Every operand sees the item as it was before (so `SET a = b, b = a` swaps).
 * Throws a ValidationException for an absent operand, a wrong type or a path that cannot be written.
 */
export function applyUpdate(update: Update, before: Item): Item {
  let item = before;
  const values = update.set.map(({ path, operand }) => ({ path, value: operandValue(operand, before) }));
  for (const { path, value } of values) item = changePath(item, path, () => value);
  for (const { path, value } of update.add) item = changePath(item, path, (current) => added(current, value));
  for (const { path, value } of update.delete)
    item = changePath(item, path, (current) => without(current, value));
  for (const path of update.remove.toSorted(byLastIndexDescending))
    item = changePath(item, path, () => undefined);
  return item;
}
