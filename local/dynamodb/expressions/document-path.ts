import { type AttributeValue, type Item, memberOf } from '../attribute-value.ts';
import { validation } from '../errors.ts';

/** `a.b[1]` as ['a', 'b', 1]. */
export type DocumentPath = readonly [string, ...(string | number)[]];

/** The value at the path; undefined where any step of it is absent or of another type. */
export function readPath(item: Item, [attribute, ...steps]: DocumentPath): AttributeValue | undefined {
  let value = memberOf(item, attribute);
  for (const step of steps) {
    if (!value) return undefined;
    if (typeof step === 'number') value = 'L' in value ? value.L[step] : undefined;
    else value = 'M' in value ? memberOf(value.M, step) : undefined;
  }
  return value;
}

const show = (path: DocumentPath): string =>
  `[${path.map((step) => (typeof step === 'number' ? `[${step}]` : step)).join(', ')}]`;

/** No path may equal or contain another one: what the expression means would depend on its order. */
export function assertDisjoint(kind: string, paths: readonly DocumentPath[]): void {
  for (const [i, path] of paths.entries())
    for (const other of paths.slice(i + 1)) {
      const common = Math.min(path.length, other.length);
      if (path.slice(0, common).every((step, k) => step === other[k]))
        throw validation(
          `Invalid ${kind}: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: ${show(path)}, path two: ${show(other)}`,
        );
    }
}

const invalidForUpdate = () =>
  validation('The document path provided in the update expression is invalid for update');

type Change = (current: AttributeValue | undefined) => AttributeValue | undefined;

function changeMember(members: Item, name: string, value: AttributeValue | undefined): Item {
  if (value) return { ...members, [name]: value };
  const { [name]: _removed, ...rest } = members;
  return rest;
}

/** An index past the end appends, as SET does on AWS. */
function changeElement(
  elements: readonly AttributeValue[],
  index: number,
  value: AttributeValue | undefined,
) {
  if (value) return index < elements.length ? elements.with(index, value) : [...elements, value];
  return elements.filter((_, i) => i !== index);
}

function changeWithin(
  container: AttributeValue | undefined,
  steps: readonly (string | number)[],
  change: Change,
): AttributeValue | undefined {
  const [step, ...rest] = steps;
  if (step === undefined) return change(container);
  if (typeof step === 'number') {
    if (!container || !('L' in container)) throw invalidForUpdate();
    return { L: changeElement(container.L, step, changeWithin(container.L[step], rest, change)) };
  }
  if (!container || !('M' in container)) throw invalidForUpdate();
  return { M: changeMember(container.M, step, changeWithin(memberOf(container.M, step), rest, change)) };
}

/**
 * A copy of the item with the value at the path replaced by `change(current)`, or removed when that is undefined.
 * The path up to its last step must exist (ValidationException).
 */
export function changePath(item: Item, [attribute, ...steps]: DocumentPath, change: Change): Item {
  return changeMember(item, attribute, changeWithin(memberOf(item, attribute), steps, change));
}
