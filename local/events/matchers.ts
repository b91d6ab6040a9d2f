import { isObject, type Json, type JsonObject } from '../core/json.ts';
import { cidrContains, isCidr } from './cidr.ts';

/** One content filter of an event pattern: `check` says what is wrong with its argument, `test` applies it to a leaf. */
type Matcher = {
  readonly check: (argument: Json) => string | undefined;
  readonly test: (argument: Json, value: Json) => boolean;
};

const NUMERIC_LIMIT = 5e9;
const COMPARISONS: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

/** A scalar or a list of scalars, as a list. */
const listed = (argument: Json): readonly Json[] =>
  Array.isArray(argument) ? (argument as readonly Json[]) : [argument as Json];
const isText = (value: Json): value is string => typeof value === 'string';
const lower = (value: Json) => String(value).toLowerCase();
const needsText = (argument: Json) => (isText(argument) ? undefined : 'needs a string');

/** `{ "equals-ignore-case": text }` inside prefix and suffix switches them to a comparison without case. */
const withoutCase = (argument: Json): string | undefined => {
  const inner = isObject(argument) ? argument['equals-ignore-case'] : undefined;
  return typeof inner === 'string' ? inner : undefined;
};

const affix = (holds: (value: string, part: string) => boolean): Matcher => ({
  check: (argument) =>
    isText(argument) || withoutCase(argument) !== undefined
      ? undefined
      : 'needs a string or {"equals-ignore-case": string}',
  test: (argument, value) => {
    if (!isText(value)) return false;
    const caseless = withoutCase(argument);
    return caseless === undefined
      ? holds(value, String(argument))
      : holds(lower(value), caseless.toLowerCase());
  },
});

const patterns = new Map<string, RegExp>();

/** `*` matches any run of characters; `\*` and `\\` are the characters themselves. */
const wildcardExpression = (pattern: string): RegExp => {
  const known = patterns.get(pattern);
  if (known) return known;
  const source = pattern.replace(/\\[*\\]|[\s\S]/g, (part) => {
    if (part === '*') return '.*';
    return (part.length === 2 ? part.slice(1) : part).replace(/[.*+?^${}()|[\]\\/]/, '\\$&');
  });
  const expression = new RegExp(`^${source}$`, 's');
  patterns.set(pattern, expression);
  return expression;
};

const checkWildcard = (argument: Json): string | undefined => {
  if (!isText(argument)) return 'needs a string';
  const bare = argument.replace(/\\[*\\]/g, '_');
  if (bare.includes('**')) return 'must not have two wildcards in a row';
  return bare.includes('\\') ? 'may escape only * and \\' : undefined;
};

const checkNumeric = (argument: Json): string | undefined => {
  const parts = listed(argument);
  if (!Array.isArray(argument) || parts.length === 0 || parts.length % 2 === 1 || parts.length > 4)
    return 'needs one or two comparisons';
  for (let i = 0; i < parts.length; i += 2) {
    if (!Object.hasOwn(COMPARISONS, String(parts[i]))) return `does not know the comparison ${parts[i]}`;
    const bound = parts[i + 1];
    if (typeof bound !== 'number' || Math.abs(bound) > NUMERIC_LIMIT)
      return 'needs numbers between -5.0e9 and +5.0e9';
  }
  return undefined;
};

const testNumeric = (argument: Json, value: Json): boolean => {
  if (typeof value !== 'number') return false;
  const parts = listed(argument);
  for (let i = 0; i < parts.length; i += 2) {
    if (!COMPARISONS[String(parts[i])]?.(value, Number(parts[i + 1]))) return false;
  }
  return true;
};

const sameScalars = (parts: readonly Json[]) =>
  parts.length > 0 && (parts.every(isText) || parts.every((part) => typeof part === 'number'));

const onlyEntry = (argument: JsonObject): readonly [string, Json] | undefined => {
  const [first, ...rest] = Object.entries(argument);
  return first && rest.length === 0 ? [first[0], first[1] ?? null] : undefined;
};

const checkAnythingBut = (argument: Json): string | undefined => {
  if (!isObject(argument))
    return sameScalars(listed(argument)) ? undefined : 'needs strings only or numbers only';
  const entry = onlyEntry(argument);
  const inner = entry && TEXT_MATCHERS[entry[0]];
  if (!entry || !inner) return 'accepts prefix, suffix, equals-ignore-case or wildcard';
  return listed(entry[1])
    .map((part) => inner.check(part))
    .find(Boolean);
};

const testAnythingBut = (argument: Json, value: Json): boolean => {
  const entry = isObject(argument) ? onlyEntry(argument) : undefined;
  if (!entry) return !listed(argument).includes(value);
  return !listed(entry[1]).some((part) => TEXT_MATCHERS[entry[0]]?.test(part, value));
};

const TEXT_MATCHERS: Readonly<Record<string, Matcher>> = {
  prefix: affix((value, part) => value.startsWith(part)),
  suffix: affix((value, part) => value.endsWith(part)),
  'equals-ignore-case': {
    check: needsText,
    test: (argument, value) => isText(value) && lower(argument) === lower(value),
  },
  wildcard: {
    check: checkWildcard,
    test: (argument, value) => isText(value) && wildcardExpression(String(argument)).test(value),
  },
};

/** Every content filter by its name, `exists` apart: it looks at presence, not at a value. */
export const MATCHERS: Readonly<Record<string, Matcher>> = {
  ...TEXT_MATCHERS,
  'anything-but': { check: checkAnythingBut, test: testAnythingBut },
  numeric: { check: checkNumeric, test: testNumeric },
  cidr: {
    check: (argument) => (isText(argument) && isCidr(argument) ? undefined : 'needs a CIDR block'),
    test: (argument, value) => isText(value) && cidrContains(String(argument), value),
  },
};
