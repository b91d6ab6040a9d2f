import { type AttributeValue, asSet, type Item } from './attribute-value.ts';
import { significantDigits } from './numbers.ts';

/** Largest item, names and values together: 400 KB. */
export const MAX_ITEM_BYTES = 400 * 1024;

/** 3 bytes for a list or map and 1 for each element or pair, by the developer guide ("item sizes and formats"). */
const COLLECTION_BYTES = 3;
const ELEMENT_BYTES = 1;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

const base64Bytes = (text: string): number =>
  Math.floor((text.length * 3) / 4) - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);

/** About (significant digits / 2) + 1 bytes, one more for a negative number. */
const numberBytes = (canonical: string): number =>
  Math.ceil(significantDigits(canonical) / 2) + (canonical.startsWith('-') ? 2 : 1);

function valueBytes(value: AttributeValue): number {
  if ('S' in value) return Buffer.byteLength(value.S);
  if ('N' in value) return numberBytes(value.N);
  if ('B' in value) return base64Bytes(value.B);
  if ('L' in value)
    return COLLECTION_BYTES + sum(value.L.map((element) => ELEMENT_BYTES + valueBytes(element)));
  if ('M' in value)
    return COLLECTION_BYTES + ELEMENT_BYTES * Object.keys(value.M).length + itemBytes(value.M);
  const set = asSet(value);
  if (!set) return 1;
  const memberBytes =
    set.type === 'NS'
      ? numberBytes
      : set.type === 'BS'
        ? base64Bytes
        : (text: string) => Buffer.byteLength(text);
  return sum(set.members.map(memberBytes));
}

/** Bytes of an item as capacity and the 400 KB limit count them: UTF-8 names plus values. */
export const itemBytes = (item: Item): number =>
  sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueBytes(value)));
