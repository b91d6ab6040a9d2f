import { type AttributeValue, asSet, type SetValue, typeOf } from '../attribute-value.ts';
import { assertDisjoint, type DocumentPath } from './document-path.ts';
import type { Placeholders } from './placeholders.ts';
import { TokenReader } from './token-reader.ts';

export type UpdateOperand =
  | { readonly kind: 'path'; readonly path: DocumentPath }
  | { readonly kind: 'value'; readonly value: AttributeValue }
  | { readonly kind: 'ifNotExists'; readonly path: DocumentPath; readonly otherwise: UpdateOperand }
  | { readonly kind: 'listAppend' | '+' | '-'; readonly left: UpdateOperand; readonly right: UpdateOperand };

type SetAction = { readonly path: DocumentPath; readonly operand: UpdateOperand };
type AddAction = { readonly path: DocumentPath; readonly value: { readonly N: string } | SetValue };
type DeleteAction = { readonly path: DocumentPath; readonly value: SetValue };

export type Update = {
  readonly set: readonly SetAction[];
  readonly remove: readonly DocumentPath[];
  readonly add: readonly AddAction[];
  readonly delete: readonly DeleteAction[];
  /** Every path that the update writes, in the order of the expression. */
  readonly paths: readonly DocumentPath[];
};

const SECTIONS = ['SET', 'REMOVE', 'ADD', 'DELETE'] as const;
type Section = (typeof SECTIONS)[number];

const TYPE_NAMES = {
  S: 'STRING',
  N: 'NUMBER',
  B: 'BINARY',
  SS: 'STRING_SET',
  NS: 'NUMBER_SET',
  BS: 'BINARY_SET',
  M: 'MAP',
  L: 'LIST',
  NULL: 'NULL',
  BOOL: 'BOOLEAN',
} as const;

class UpdateParser {
  readonly #tokens: TokenReader;
  readonly #set: SetAction[] = [];
  readonly #remove: DocumentPath[] = [];
  readonly #add: AddAction[] = [];
  readonly #delete: DeleteAction[] = [];
  readonly #paths: DocumentPath[] = [];

  constructor(tokens: TokenReader) {
    this.#tokens = tokens;
  }

  update(): Update {
    const seen = new Set<Section>();
    while (!this.#tokens.atEnd) {
      const section = SECTIONS.find((name) => this.#tokens.accept(name)) ?? this.#tokens.syntaxError();
      if (seen.has(section))
        this.#tokens.fail(`The "${section}" section can only be used once in an update expression;`);
      seen.add(section);
      this.#tokens.list(() => this.#action(section));
    }
    assertDisjoint('UpdateExpression', this.#paths);
    return { set: this.#set, remove: this.#remove, add: this.#add, delete: this.#delete, paths: this.#paths };
  }

  #action(section: Section): void {
    const path = this.#tokens.path();
    this.#paths.push(path);
    if (section === 'REMOVE') {
      this.#remove.push(path);
    } else if (section === 'SET') {
      this.#tokens.expect('=');
      this.#set.push({ path, operand: this.#sum() });
    } else this.#addOrDelete(section, path);
  }

  #addOrDelete(section: 'ADD' | 'DELETE', path: DocumentPath): void {
    const value = this.#tokens.value();
    const set = asSet(value);
    if (section === 'DELETE' && set) this.#delete.push({ path, value: set });
    else if (section === 'ADD' && set) this.#add.push({ path, value: set });
    else if (section === 'ADD' && 'N' in value) this.#add.push({ path, value });
    else
      this.#tokens.fail(
        `Incorrect operand type for operator or function; operator: ${section}, operand type: ${TYPE_NAMES[typeOf(value)]}`,
      );
  }

  #sum(): UpdateOperand {
    const left = this.#operand();
    const operator = (['+', '-'] as const).find((sign) => this.#tokens.accept(sign));
    return operator ? { kind: operator, left, right: this.#operand() } : left;
  }

  #operand(): UpdateOperand {
    const tokens = this.#tokens;
    if (tokens.accept('(')) {
      const operand = this.#sum();
      tokens.expect(')');
      return operand;
    }
    if (tokens.peek()?.startsWith(':')) return { kind: 'value', value: tokens.value() };
    const name = tokens.takeFunction(['if_not_exists', 'list_append']);
    if (name === 'if_not_exists') return this.#ifNotExists();
    if (name === 'list_append') return this.#listAppend();
    const next = tokens.peek();
    if (tokens.peek(1) === '(' && next && /^[A-Za-z_]/.test(next))
      tokens.fail(`The function is not allowed in an update expression; function: ${next}`);
    return { kind: 'path', path: tokens.path() };
  }

  #ifNotExists(): UpdateOperand {
    const path = this.#tokens.path();
    this.#tokens.expect(',');
    const otherwise = this.#sum();
    this.#tokens.expect(')');
    return { kind: 'ifNotExists', path, otherwise };
  }

  #listAppend(): UpdateOperand {
    const left = this.#sum();
    this.#tokens.expect(',');
    const right = this.#sum();
    this.#tokens.expect(')');
    return { kind: 'listAppend', left, right };
  }
}

/** Parses an UpdateExpression; paths must not overlap. Throws a ValidationException. */
export const parseUpdate = (source: string, placeholders: Placeholders): Update =>
  new UpdateParser(new TokenReader(source, 'UpdateExpression', placeholders)).update();
