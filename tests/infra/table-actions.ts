import path from 'node:path';
import { codeParts, reachable } from './code-parts.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What an SDK command, or an item of a transaction, needs leave for. */
const COMMANDS: Readonly<Record<string, string>> = {
  Get: 'GetItem',
  BatchGet: 'BatchGetItem',
  Query: 'Query',
  Scan: 'Scan',
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  BatchWrite: 'BatchWriteItem',
};
const ITEMS: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

const matches = (text: string, pattern: RegExp, names: Readonly<Record<string, string>>): string[] =>
  [...text.matchAll(pattern)].flatMap(([, name = '']) => names[name] ?? []);

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

/** A query of a store: by the command, or by shared/store/query.ts, which itself names its client `db` and asks for nothing. */
const QUERY = /(?:\bnew QueryCommand|\bquery(?:All|Pages))\((?!db\b)/g;

const actionsIn = (text: string): string[] => {
  const commands = matches(text, /new (\w+)Command\(/g, COMMANDS);
  const items = matches(text, /\b(\w+): \{\n?\s*(?=TableName:|Key:|Item:)/g, ITEMS);
  // An index needs leave of its own; a query that always names one needs none on the table.
  const indexed = count(text, /\bIndexName: /g);
  const always = count(text, /(?<!&& \{ )\bIndexName: /g);
  const onTable = count(text, QUERY) > always;
  return [
    ...commands.filter((action) => action !== 'Query'),
    ...items,
    ...(onTable ? ['Query'] : []),
    ...(indexed > 0 ? ['Query on index'] : []),
  ];
};

/** DynamoDB actions that the code of a bundle can come to from its entry point, sorted. */
export function actionsUsed(entryPoint: string, inputs: readonly string[]): string[] {
  const own = inputs.filter((input) => /^(services|shared)\//.test(input));
  const partsOf = (file: string) => codeParts(path.join(root, file));
  const parts = own.filter((file) => file !== entryPoint).flatMap(partsOf);
  const roots = partsOf(entryPoint).filter(({ name }) => name === 'handler');
  const rest = partsOf(entryPoint).filter(({ name }) => name !== 'handler');
  const reached = reachable([...parts, ...rest], roots);
  return [...new Set(reached.flatMap(({ text }) => actionsIn(text)))].sort();
}
