import { matchesWildcard } from './wildcard.ts';

/** What is known about a request: condition keys (case-insensitive, as in IAM) and their one or more values. */
export type Context = Readonly<Record<string, string | readonly string[]>>;

/** A policy's `Condition` element: operator → key → expected values. All operators and all keys must hold. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

type Comparison = (actual: string, expected: string) => boolean;

const matchesArn: Comparison = (actual, expected) => {
  const actualParts = actual.split(':');
  const expectedParts = expected.split(':');
  const head = expectedParts.slice(0, 5).every((part, i) => matchesWildcard(part, actualParts[i] ?? ''));
  return head && matchesWildcard(expectedParts.slice(5).join(':'), actualParts.slice(5).join(':'));
};

const equals: Comparison = (actual, expected) => actual === expected;
const numeric =
  (compare: (actual: number, expected: number) => boolean): Comparison =>
  (actual, expected) =>
    compare(Number(actual), Number(expected));

/** A negated operator holds when no expected value matches, and also when the key is absent. */
const OPERATORS: Readonly<Record<string, { compare: Comparison; negated?: true }>> = {
  StringEquals: { compare: equals },
  StringNotEquals: { compare: equals, negated: true },
  StringEqualsIgnoreCase: { compare: (a, b) => a.toLowerCase() === b.toLowerCase() },
  StringNotEqualsIgnoreCase: { compare: (a, b) => a.toLowerCase() === b.toLowerCase(), negated: true },
  StringLike: { compare: (a, b) => matchesWildcard(b, a) },
  StringNotLike: { compare: (a, b) => matchesWildcard(b, a), negated: true },
  ArnEquals: { compare: matchesArn },
  ArnLike: { compare: matchesArn },
  ArnNotEquals: { compare: matchesArn, negated: true },
  ArnNotLike: { compare: matchesArn, negated: true },
  Bool: { compare: (a, b) => a.toLowerCase() === b.toLowerCase() },
  NumericEquals: { compare: numeric((a, b) => a === b) },
  NumericLessThan: { compare: numeric((a, b) => a < b) },
  NumericLessThanEquals: { compare: numeric((a, b) => a <= b) },
  NumericGreaterThan: { compare: numeric((a, b) => a > b) },
  NumericGreaterThanEquals: { compare: numeric((a, b) => a >= b) },
};

type Quantifier = 'ForAllValues' | 'ForAnyValue' | undefined;
type ParsedOperator = { quantifier: Quantifier; name: string; ifExists: boolean };

function parseOperator(text: string): ParsedOperator {
  const [, quantifier, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(text) ?? [];
  return { quantifier: quantifier as Quantifier, name, ifExists: ifExists !== undefined };
}

/** Whether the local cloud can evaluate this condition operator, for example `ForAllValues:StringLike`. */
export function isKnownOperator(operator: string): boolean {
  const { name } = parseOperator(operator);
  return name === 'Null' || Object.hasOwn(OPERATORS, name);
}

function lookUp(context: Context, key: string): readonly string[] | undefined {
  const found = Object.entries(context).find(([name]) => name.toLowerCase() === key.toLowerCase());
  if (!found) return undefined;
  return typeof found[1] === 'string' ? [found[1]] : found[1];
}

function holdsForKey(
  operator: ParsedOperator,
  expected: readonly string[],
  actual: readonly string[] | undefined,
) {
  const { quantifier, name, ifExists } = operator;
  if (name === 'Null') return expected.includes(String(actual === undefined));
  const rule = OPERATORS[name];
  if (!rule) return false;
  if (actual === undefined || actual.length === 0)
    return ifExists || rule.negated === true || quantifier === 'ForAllValues';
  const valueHolds = (value: string) =>
    expected.some((wanted) => rule.compare(value, wanted)) !== (rule.negated ?? false);
  return quantifier === 'ForAnyValue' ? actual.some(valueHolds) : actual.every(valueHolds);
}

/** True when every condition of the statement holds in the context; an absent key fails any positive operator. */
export function conditionsHold(conditions: Conditions, context: Context): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, expected]) =>
      holdsForKey(parseOperator(operator), expected, lookUp(context, key)),
    ),
  );
}
