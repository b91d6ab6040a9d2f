import type { AttributeValue } from '../attribute-value.ts';
import { validation } from '../errors.ts';
import type { DocumentPath } from './document-path.ts';
import type { Placeholders } from './placeholders.ts';
import { RESERVED_WORDS } from './reserved-words.ts';

const TOKEN = /\s*(#[A-Za-z0-9_]+|:[A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*|\d+|<>|<=|>=|[=<>(),.[\]+-])/y;
/** An expression may be 4 KB long. */
const MAX_BYTES = 4096;

/** The tokens of one expression, with what every expression grammar shares: names, values and document paths. */
export class TokenReader {
  readonly #tokens: readonly string[];
  readonly #kind: string;
  readonly #placeholders: Placeholders;
  #position = 0;

  /** `kind` is the parameter's name, for messages (`ConditionExpression`). */
  constructor(source: string, kind: string, placeholders: Placeholders) {
    this.#kind = kind;
    this.#placeholders = placeholders;
    this.#tokens = this.#tokenize(source.trimEnd());
  }

  #tokenize(source: string): string[] {
    if (source === '') this.fail('The expression can not be empty;');
    if (Buffer.byteLength(source) > MAX_BYTES)
      this.fail(
        `Expression size has exceeded the maximum allowed size; expression size: ${Buffer.byteLength(source)}`,
      );
    const tokens: string[] = [];
    for (let at = 0; at < source.length; at = TOKEN.lastIndex) {
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(source)?.[1];
      if (token === undefined)
        this.fail(
          `Syntax error; token: "${source.slice(at).trim()[0]}", near: "${source.slice(Math.max(0, at - 5), at + 5).trim()}"`,
        );
      tokens.push(token);
    }
    return tokens;
  }

  fail(message: string): never {
    throw validation(`Invalid ${this.#kind}: ${message}`);
  }

  syntaxError(): never {
    const token = this.peek() ?? '<EOF>';
    const near = this.#tokens.slice(Math.max(0, this.#position - 1), this.#position + 2).join(' ');
    this.fail(`Syntax error; token: "${token}", near: "${near}"`);
  }

  get atEnd(): boolean {
    return this.#position >= this.#tokens.length;
  }

  peek(ahead = 0): string | undefined {
    return this.#tokens[this.#position + ahead];
  }

  /** How many tokens ahead the parenthesis closes that opens at the token `ahead`; past the end when it does not. */
  closing(ahead = 0): number {
    let [at, depth] = [ahead, 0];
    for (; this.peek(at) !== undefined; at += 1) {
      if (this.peek(at) === '(') depth += 1;
      else if (this.peek(at) === ')') depth -= 1;
      if (depth === 0) return at;
    }
    return at;
  }

  /** The name before an opening parenthesis, which both are consumed when `known` accepts it. */
  takeFunction<T extends string>(known: readonly T[]): T | undefined {
    const name = known.find((candidate) => candidate === this.peek());
    if (name === undefined || this.peek(1) !== '(') return undefined;
    this.#position += 2;
    return name;
  }

  /** Consumes the token if it is next; keywords in any case. */
  accept(token: string): boolean {
    if (this.peek()?.toUpperCase() !== token) return false;
    this.#position += 1;
    return true;
  }

  expect(token: string): void {
    if (!this.accept(token)) this.syntaxError();
  }

  expectEnd(): void {
    if (!this.atEnd) this.syntaxError();
  }

  /** One or more of `read`, separated by commas. */
  list<T>(read: () => T): T[] {
    const elements = [read()];
    while (this.accept(',')) elements.push(read());
    return elements;
  }

  value(): AttributeValue {
    const token = this.peek();
    if (!token?.startsWith(':')) this.syntaxError();
    this.#position += 1;
    const value = this.#placeholders.value(token);
    if (value) return value;
    return this.fail(
      `An expression attribute value used in expression is not defined; attribute value: ${token}`,
    );
  }

  path(): DocumentPath {
    const path: [string, ...(string | number)[]] = [this.#name()];
    for (;;) {
      if (this.accept('.')) path.push(this.#name());
      else if (this.accept('[')) path.push(this.#index());
      else return path;
    }
  }

  #index(): number {
    const token = this.peek();
    if (token === undefined || !/^\d+$/.test(token)) this.syntaxError();
    this.#position += 1;
    this.expect(']');
    return Number(token);
  }

  #name(): string {
    const token = this.peek();
    if (token === undefined || !/^[#A-Za-z_]/.test(token)) this.syntaxError();
    if (token.startsWith('#')) {
      const name = this.#placeholders.name(token);
      if (name === undefined)
        this.fail(
          `An expression attribute name used in the document path is not defined; attribute name: ${token}`,
        );
      this.#position += 1;
      return name;
    }
    if (RESERVED_WORDS.has(token.toUpperCase()))
      this.fail(`Attribute name is a reserved keyword; reserved keyword: ${token}`);
    this.#position += 1;
    return token;
  }
}
