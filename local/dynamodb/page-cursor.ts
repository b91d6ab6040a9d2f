import { parseItem } from './attribute-validation.ts';
import type { Item } from './attribute-value.ts';
import { validation } from './errors.ts';
import { keyInIndex, keyOfRequest } from './item-keys.ts';
import type { KeyRange } from './key-encoding.ts';
import type { StartAfter } from './page-reader.ts';
import { type IndexDefinition, keyAttributes } from './table-definition.ts';
import type { Table } from './tables.ts';

type Source = { readonly table: Table; readonly index: IndexDefinition | undefined };

/** A cursor holds the attributes of the table's key and of the index's. */
const cursorNames = ({ table, index }: Source): string[] => [
  ...keyAttributes({ key: table.definition.key, indexes: index ? [index] : [] }).keys(),
];

const pick = (item: Item, names: readonly string[]): Item =>
  Object.fromEntries(names.flatMap((name) => (item[name] ? [[name, item[name]]] : [])));

/** The LastEvaluatedKey of a page that ends with this item. */
export const cursorOf = (source: Source, item: Item): Item => pick(item, cursorNames(source));

/** Reads an ExclusiveStartKey. Throws a ValidationException when it is not one of this query. */
export function readCursor(
  source: Source & { readonly range: KeyRange },
  input: unknown,
): StartAfter | undefined {
  if (input === undefined) return undefined;
  const { table, index, range } = source;
  const cursor = parseItem(input);
  const names = cursorNames(source);
  if (Object.keys(cursor).length !== names.length || names.some((name) => !cursor[name]))
    throw validation('The provided starting key is invalid');
  const { hash, range: sort } = table.definition.key;
  const key = keyOfRequest(table.definition.key, pick(cursor, sort ? [hash.name, sort.name] : [hash.name]));
  const indexKey = index && keyInIndex(index, cursor);
  const position = indexKey ?? key;
  if (position.compare(range.from) < 0 || position.compare(range.before) >= 0)
    throw validation('The provided starting key is outside query boundaries based on provided conditions');
  return { key, indexKey };
}
