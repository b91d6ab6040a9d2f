import { type AttributeValue, type Item, scalarText, typeOf } from './attribute-value.ts';
import { invalidParameter, validation } from './errors.ts';
import { encodeHashKey, encodeRangeKey } from './key-encoding.ts';
import type { IndexDefinition, KeyAttribute, KeySchema } from './table-definition.ts';

const MAX_HASH_BYTES = 2048;
const MAX_RANGE_BYTES = 1024;

function assertKeyValue({ name }: KeyAttribute, value: AttributeValue, limit: number, role: string): void {
  const text = scalarText(value) ?? '';
  if (text === '')
    throw invalidParameter(
      `The AttributeValue for a key attribute cannot contain an empty ${'B' in value ? 'binary' : 'string'} value. Key: ${name}`,
    );
  if (!('N' in value) && Buffer.byteLength(text, 'B' in value ? 'base64' : 'utf8') > limit)
    throw invalidParameter(`Size of ${role} has exceeded the maximum size limit of ${limit} bytes`);
}

function encode({ hash, range }: KeySchema, valueFor: (attribute: KeyAttribute) => AttributeValue): Buffer {
  const hashValue = valueFor(hash);
  assertKeyValue(hash, hashValue, MAX_HASH_BYTES, 'hashkey');
  if (!range) return encodeHashKey(hashValue);
  const rangeValue = valueFor(range);
  assertKeyValue(range, rangeValue, MAX_RANGE_BYTES, 'rangekey');
  return Buffer.concat([encodeHashKey(hashValue), encodeRangeKey(rangeValue)]);
}

/** The encoded primary key of a whole item. Throws a ValidationException for a missing, empty or mistyped one. */
export const keyOfItem = (schema: KeySchema, item: Item): Buffer =>
  encode(schema, ({ name, type }) => {
    const value = item[name];
    if (!value) throw invalidParameter(`Missing the key ${name} in the item`);
    if (typeOf(value) !== type)
      throw invalidParameter(`Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`);
    return value;
  });

/** The encoded form of a `Key` parameter, which holds the key attributes and nothing else. */
export function keyOfRequest(schema: KeySchema, key: Item): Buffer {
  const mismatch = () => validation('The provided key element does not match the schema');
  if (Object.keys(key).length !== (schema.range ? 2 : 1)) throw mismatch();
  return encode(schema, ({ name, type }) => {
    const value = key[name];
    if (!value || typeOf(value) !== type) throw mismatch();
    return value;
  });
}

/**
 * The encoded key of an item in an index; undefined when the item has not all of its attributes (a sparse index).
 * Throws a ValidationException when it has one of another type.
 */
export function keyInIndex({ name: indexName, key }: IndexDefinition, item: Item): Buffer | undefined {
  const attributes = key.range ? [key.hash, key.range] : [key.hash];
  for (const { name, type } of attributes) {
    const value = item[name];
    if (value && typeOf(value) !== type)
      throw invalidParameter(
        `Type mismatch for Index Key ${name} Expected: ${type} Actual: ${typeOf(value)} IndexName: ${indexName}`,
      );
  }
  const values = new Map(
    attributes.flatMap((attribute) => {
      const value = item[attribute.name];
      return value ? [[attribute, value] as const] : [];
    }),
  );
  if (values.size < attributes.length) return undefined;
  return encode(key, (attribute) => values.get(attribute) ?? { S: '' });
}
