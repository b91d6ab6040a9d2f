import { ATTRIBUTE_TYPES, type AttributeValue, typeOf } from '../attribute-value.ts';
import type { DocumentPath } from './document-path.ts';
import type { Placeholders } from './placeholders.ts';
import { TokenReader } from './token-reader.ts';

export type Operand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'size'; readonly of: Operand };

const COMPARATORS = ['=', '<>', '<', '<=', '>', '>='] as const;
export type Comparator = (typeof COMPARATORS)[number];

const PREDICATES = {
  attribute_exists: 1,
  attribute_not_exists: 1,
  attribute_type: 2,
  begins_with: 2,
  contains: 2,
} as const;
type Predicate = keyof typeof PREDICATES;
const PREDICATE_NAMES = Object.keys(PREDICATES) as Predicate[];

export type Condition =
  | { readonly kind: 'and' | 'or'; readonly left: Condition; readonly right: Condition }
  | { readonly kind: 'not'; readonly of: Condition }
  | {
      readonly kind: 'compare';
      readonly comparator: Comparator;
      readonly left: Operand;
      readonly right: Operand;
    }
  | { readonly kind: 'between'; readonly operand: Operand; readonly low: Operand; readonly high: Operand }
  | { readonly kind: 'in'; readonly operand: Operand; readonly list: readonly Operand[] }
  | { readonly kind: 'predicate'; readonly name: Predicate; readonly operands: readonly Operand[] };

/** IN takes up to 100 values. */
const MAX_IN = 100;

class ConditionParser {
  readonly #tokens: TokenReader;

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  condition(): Condition {
    let left = this.#conjunction();
    while (this.#tokens.accept('OR')) left = { kind: 'or', left, right: this.#conjunction() };
    return left;
  }

  #conjunction(): Condition {
    let left = this.#negation();
    while (this.#tokens.accept('AND')) left = { kind: 'and', left, right: this.#negation() };
    return left;
  }

  #negation(): Condition {
    return this.#tokens.accept('NOT') ? { kind: 'not', of: this.#negation() } : this.#primary();
  }

  #primary(): Condition {
    if (this.#tokens.peek() === '(') return this.#parenthesised();
    const predicate = this.#tokens.takeFunction(PREDICATE_NAMES);
    if (predicate) return this.#predicate(predicate);
    return this.#comparison(this.#operand());
  }

  /** `(a = :b)` or the operand `(a) = :b`: what follows the parenthesis tells. */
  #parenthesised(): Condition {
    const closing = this.#tokens.closing();
    if (this.#tokens.peek(1) === '(' && this.#tokens.closing(1) === closing - 1)
      this.#tokens.fail('The expression has redundant parentheses;');
    if (this.#isComparison(this.#tokens.peek(closing + 1))) return this.#comparison(this.#operand());
    this.#tokens.expect('(');
    const condition = this.condition();
    this.#tokens.expect(')');
    return condition;
  }

  #predicate(name: Predicate): Condition {
    const operands = this.#tokens.list(() => this.#operand());
    this.#tokens.expect(')');
    if (operands.length !== PREDICATES[name])
      this.#tokens.fail(
        `Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${operands.length}`,
      );
    const [first, second] = operands;
    if (name.startsWith('attribute_') && first?.kind !== 'path')
      this.#tokens.fail(`Operator or function requires a document path; operator or function: ${name}`);
    if (name === 'begins_with') this.#requireType(name, second, ['S', 'B']);
    if (name === 'attribute_type') this.#requireTypeName(second);
    return { kind: 'predicate', name, operands };
  }

  #requireType(operator: string, operand: Operand | undefined, types: readonly string[]): void {
    if (operand?.kind === 'value' && !types.includes(typeOf(operand.value)))
      this.#tokens.fail(
        `Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(operand.value)}`,
      );
  }

  #requireTypeName(operand: Operand | undefined): void {
    this.#requireType('attribute_type', operand, ['S']);
    if (operand?.kind !== 'value' || !('S' in operand.value)) return;
    const name = operand.value.S;
    if (!(ATTRIBUTE_TYPES as readonly string[]).includes(name))
      this.#tokens.fail(
        `Invalid attribute type name found; type: ${name}, valid types: {${ATTRIBUTE_TYPES.join(',')}}`,
      );
  }

  #operand(): Operand {
    const tokens = this.#tokens;
    if (tokens.accept('(')) {
      const operand = this.#operand();
      tokens.expect(')');
      return operand;
    }
    if (tokens.peek()?.startsWith(':')) return { kind: 'value', value: tokens.value() };
    if (tokens.takeFunction(['size'])) {
      const of = this.#operand();
      tokens.expect(')');
      return { kind: 'size', of };
    }
    const name = tokens.peek();
    if (tokens.peek(1) === '(' && name && /^[A-Za-z_]/.test(name))
      tokens.fail(`Invalid function name; function: ${name}`);
    return { kind: 'path', path: tokens.path() };
  }

  #isComparison(token: string | undefined): boolean {
    return [...COMPARATORS, 'BETWEEN', 'IN'].some((operator) => operator === token?.toUpperCase());
  }

  #comparison(operand: Operand): Condition {
    if (this.#tokens.accept('BETWEEN')) return this.#between(operand);
    if (this.#tokens.accept('IN')) return this.#in(operand);
    const comparator = COMPARATORS.find((known) => known === this.#tokens.peek());
    if (!comparator) this.#tokens.syntaxError();
    this.#tokens.accept(comparator);
    const right = this.#operand();
    if (comparator !== '=' && comparator !== '<>')
      for (const side of [operand, right]) this.#requireType(comparator, side, ['S', 'N', 'B']);
    return { kind: 'compare', comparator, left: operand, right };
  }

  #between(operand: Operand): Condition {
    const low = this.#operand();
    this.#tokens.expect('AND');
    const high = this.#operand();
    for (const bound of [low, high]) this.#requireType('BETWEEN', bound, ['S', 'N', 'B']);
    return { kind: 'between', operand, low, high };
  }

  #in(operand: Operand): Condition {
    this.#tokens.expect('(');
    const list = this.#tokens.list(() => this.#operand());
    this.#tokens.expect(')');
    if (list.length > MAX_IN)
      this.#tokens.fail(
        `Invalid number of operands for operator or function; operator or function: IN, number of operands: ${list.length}`,
      );
    return { kind: 'in', operand, list };
  }
}

/** Parses a condition, filter or key condition; `kind` names the parameter in messages. Throws a ValidationException. */
export function parseCondition(source: string, kind: string, placeholders: Placeholders): Condition {
  const tokens = new TokenReader(source, kind, placeholders);
  const condition = new ConditionParser(tokens).condition();
  tokens.expectEnd();
  return condition;
}

function operandsOf(condition: Condition): readonly Operand[] {
  if (condition.kind === 'compare') return [condition.left, condition.right];
  if (condition.kind === 'between') return [condition.operand, condition.low, condition.high];
  if (condition.kind === 'in') return [condition.operand, ...condition.list];
  return condition.kind === 'predicate' ? condition.operands : [];
}

function attributeOf(operand: Operand): string | undefined {
  if (operand.kind === 'size') return attributeOf(operand.of);
  return operand.kind === 'path' ? operand.path[0] : undefined;
}

/** The top-level attributes that a condition reads. */
export function attributesOf(condition: Condition): Set<string> {
  if (condition.kind === 'not') return attributesOf(condition.of);
  if (condition.kind === 'and' || condition.kind === 'or')
    return attributesOf(condition.left).union(attributesOf(condition.right));
  return new Set(operandsOf(condition).flatMap((operand) => attributeOf(operand) ?? []));
}
