import { compareNumbers } from './numbers.ts';

/** A value as it travels and as it is stored: one member, named by its type. Numbers are canonical, B is base64. */
export type AttributeValue =
  | { readonly S: string }
  | { readonly N: string }
  | { readonly B: string }
  | { readonly BOOL: boolean }
  | { readonly NULL: true }
  | { readonly SS: readonly string[] }
  | { readonly NS: readonly string[] }
  | { readonly BS: readonly string[] }
  | { readonly L: readonly AttributeValue[] }
  | { readonly M: Item };

export type Item = { readonly [attribute: string]: AttributeValue };

export type AttributeType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'SS' | 'NS' | 'BS' | 'L' | 'M';
export type KeyType = 'S' | 'N' | 'B';
type SetType = 'SS' | 'NS' | 'BS';

export const ATTRIBUTE_TYPES: readonly AttributeType[] = [
  'S',
  'N',
  'B',
  'BOOL',
  'NULL',
  'SS',
  'NS',
  'BS',
  'L',
  'M',
];

export const typeOf = (value: AttributeValue): AttributeType => Object.keys(value)[0] as AttributeType;

export type SetValue = { readonly type: SetType; readonly members: readonly string[] };

/** The members of a set value; undefined for any other type. */
export function asSet(value: AttributeValue): SetValue | undefined {
  if ('SS' in value) return { type: 'SS', members: value.SS };
  if ('NS' in value) return { type: 'NS', members: value.NS };
  if ('BS' in value) return { type: 'BS', members: value.BS };
  return undefined;
}

export function setValue(type: SetType, members: readonly string[]): AttributeValue {
  if (type === 'SS') return { SS: members };
  return type === 'NS' ? { NS: members } : { BS: members };
}

/** The text of a value that can be a key (S, N, B); undefined for any other type. */
export function scalarText(value: AttributeValue): string | undefined {
  if ('S' in value) return value.S;
  if ('N' in value) return value.N;
  return 'B' in value ? value.B : undefined;
}

const bytesOf = (base64: string): Buffer => Buffer.from(base64, 'base64');

const sameMembers = (a: readonly string[], b: readonly string[]): boolean => {
  const members = new Set(b);
  return a.length === b.length && a.every((member) => members.has(member));
};

/** An attribute or map member; undefined also for what every object inherits (`constructor` is a fine name). */
export const memberOf = (item: Item, name: string): AttributeValue | undefined =>
  Object.hasOwn(item, name) ? item[name] : undefined;

export function equalItems(a: Item, b: Item): boolean {
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [left, right] = [memberOf(a, name), memberOf(b, name)];
    return left !== undefined && right !== undefined && equalValues(left, right);
  });
}

/** Equality of DynamoDB: same type and value; sets and maps regardless of order. */
export function equalValues(a: AttributeValue, b: AttributeValue): boolean {
  if ('L' in a)
    return (
      'L' in b &&
      a.L.length === b.L.length &&
      a.L.every((element, i) => {
        const other = b.L[i];
        return other !== undefined && equalValues(element, other);
      })
    );
  if ('M' in a) return 'M' in b && equalItems(a.M, b.M);
  if ('BOOL' in a) return 'BOOL' in b && a.BOOL === b.BOOL;
  if (typeOf(a) !== typeOf(b)) return false;
  const [left, right] = [asSet(a), asSet(b)];
  if (left && right) return sameMembers(left.members, right.members);
  return scalarText(a) === scalarText(b);
}

/** Order of two values of the same scalar type (strings and binary by bytes); undefined when they have none. */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if ('N' in a && 'N' in b) return compareNumbers(a.N, b.N);
  if ('S' in a && 'S' in b) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if ('B' in a && 'B' in b) return Buffer.compare(bytesOf(a.B), bytesOf(b.B));
  return undefined;
}

export function startsWith(value: AttributeValue, prefix: AttributeValue): boolean {
  if ('S' in value && 'S' in prefix) return value.S.startsWith(prefix.S);
  if (!('B' in value && 'B' in prefix)) return false;
  const start = bytesOf(prefix.B);
  return bytesOf(value.B).subarray(0, start.length).equals(start);
}

/** The `contains` function: a substring of a string, a member of a set, an element of a list. */
export function containsValue(container: AttributeValue, searched: AttributeValue): boolean {
  if ('S' in container) return 'S' in searched && container.S.includes(searched.S);
  if ('B' in container) return 'B' in searched && bytesOf(container.B).includes(bytesOf(searched.B));
  if ('L' in container) return container.L.some((element) => equalValues(element, searched));
  const set = asSet(container);
  const member = scalarText(searched);
  if (!set || member === undefined) return false;
  return set.type === `${typeOf(searched)}S` && set.members.includes(member);
}

/** The `size` function: characters, bytes or members; undefined for a type that has no size. */
export function lengthOf(value: AttributeValue): number | undefined {
  if ('S' in value) return value.S.length;
  if ('B' in value) return bytesOf(value.B).length;
  if ('M' in value) return Object.keys(value.M).length;
  if ('L' in value) return value.L.length;
  return asSet(value)?.members.length;
}
