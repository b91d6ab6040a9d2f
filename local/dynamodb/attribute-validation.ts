import { isObject } from '../core/json.ts';
import { ATTRIBUTE_TYPES, type AttributeType, type AttributeValue, type Item } from './attribute-value.ts';
import { invalidParameter, validation } from './errors.ts';
import { canonicalNumber } from './numbers.ts';

/** Lists and maps may nest 32 levels deep. */
const MAX_DEPTH = 32;

const SET_NAMES = { SS: 'string', NS: 'number', BS: 'binary' } as const;

function malformed(type: AttributeType): never {
  throw validation(`The value of the attribute type ${type} is malformed`);
}

const text = (type: AttributeType, value: unknown): string =>
  typeof value === 'string' ? value : malformed(type);

/** Base64 as the SDK writes it; DynamoDB answers a SerializationException for anything else. */
function base64(type: AttributeType, value: unknown): string {
  const encoded = text(type, value);
  const canonical = Buffer.from(encoded, 'base64').toString('base64');
  return canonical === encoded ? encoded : malformed(type);
}

function members(type: 'SS' | 'NS' | 'BS', value: unknown): string[] {
  if (!Array.isArray(value)) return malformed(type);
  if (value.length === 0) throw invalidParameter(`An ${SET_NAMES[type]} set  may not be empty`);
  const parsed = value.map((member) => {
    if (type === 'BS') return base64(type, member);
    return type === 'NS' ? canonicalNumber(text(type, member)) : text(type, member);
  });
  if (new Set(parsed).size !== parsed.length)
    throw invalidParameter(`Input collection [${value.join(', ')}] contains duplicates.`);
  return parsed;
}

const PARSERS: Record<AttributeType, (value: unknown, depth: number) => AttributeValue> = {
  S: (value) => ({ S: text('S', value) }),
  N: (value) => ({ N: canonicalNumber(text('N', value)) }),
  B: (value) => ({ B: base64('B', value) }),
  BOOL: (value) => (typeof value === 'boolean' ? { BOOL: value } : malformed('BOOL')),
  NULL: (value) => {
    if (value === true) return { NULL: true };
    throw invalidParameter('Null attribute value types must have the value of true');
  },
  SS: (value) => ({ SS: members('SS', value) }),
  NS: (value) => ({ NS: members('NS', value) }),
  BS: (value) => ({ BS: members('BS', value) }),
  L: (value, depth) => ({
    L: Array.isArray(value) ? value.map((element) => parseValue(element, depth + 1)) : malformed('L'),
  }),
  M: (value, depth) => ({ M: parseItem(value, depth + 1) }),
};

const isAttributeType = (name: string): name is AttributeType =>
  (ATTRIBUTE_TYPES as readonly string[]).includes(name);

function parseValue(value: unknown, depth: number): AttributeValue {
  if (depth > MAX_DEPTH) throw validation('Nesting Levels have exceeded supported limits');
  const [type, ...others] = isObject(value) ? Object.keys(value) : [];
  if (!isObject(value) || type === undefined || !isAttributeType(type))
    throw validation('Supplied AttributeValue is empty, must contain exactly one of the supported datatypes');
  if (others.length > 0)
    throw validation(
      'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
    );
  return PARSERS[type](value[type], depth);
}

/**
 * Reads the attributes of a request: every value has exactly one known type, numbers become canonical.
 * Throws a ValidationException in DynamoDB's words.
 */
export function parseItem(input: unknown, depth = 0): Item {
  if (!isObject(input)) throw validation('An item must be a map of attribute names to attribute values');
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, parseValue(value, depth)]));
}
