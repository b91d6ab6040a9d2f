import { parseItem } from '../attribute-validation.ts';
import type { AttributeValue, Item } from '../attribute-value.ts';
import { validation } from '../errors.ts';

/** The parts of a request that name what its expressions refer to as #name and :value. */
export type PlaceholderSource = {
  readonly ExpressionAttributeNames?: Readonly<Record<string, string>> | undefined;
  readonly ExpressionAttributeValues?: Readonly<Record<string, unknown>> | undefined;
};

/** The #names and :values of one request; remembers which were used, since an unused one is an error. */
export class Placeholders {
  readonly #names: Readonly<Record<string, string>>;
  readonly #values: Item;
  readonly #unused: Set<string>;

  constructor({ ExpressionAttributeNames, ExpressionAttributeValues }: PlaceholderSource) {
    for (const [member, given] of Object.entries({ ExpressionAttributeNames, ExpressionAttributeValues }))
      if (given && Object.keys(given).length === 0) throw validation(`${member} must not be empty`);
    this.#names = ExpressionAttributeNames ?? {};
    this.#values = ExpressionAttributeValues ? parseItem(ExpressionAttributeValues) : {};
    this.#unused = new Set([...Object.keys(this.#names), ...Object.keys(this.#values)]);
  }

  name(reference: string): string | undefined {
    this.#unused.delete(reference);
    return this.#names[reference];
  }

  value(reference: string): AttributeValue | undefined {
    this.#unused.delete(reference);
    return this.#values[reference];
  }

  /** Call after the last expression is parsed. `hasExpression` is false for a request without any. */
  assertAllUsed(hasExpression = true): void {
    for (const [sigil, member] of [
      ['#', 'ExpressionAttributeNames'],
      [':', 'ExpressionAttributeValues'],
    ] as const) {
      const unused = [...this.#unused].filter((reference) => reference.startsWith(sigil));
      if (unused.length === 0) continue;
      if (!hasExpression) throw validation(`${member} can only be specified when using expressions`);
      throw validation(`Value provided in ${member} unused in expressions: keys: {${unused.join(', ')}}`);
    }
  }
}
