import { startServiceTable } from '../support/service-table.ts';
import { printTable } from './figures.ts';

const OPERATIONS = 3000;

type Call = readonly [name: string, operation: string, input: (n: number) => Record<string, unknown>];

/** The engine by itself, without HTTP, on a table of the services' own shape, in memory. Calls a second. */
export async function benchStore(): Promise<void> {
  const { local, table: TableName, stop } = await startServiceTable();
  const key = (n: number) => ({ pk: { S: `P#${n}` }, sk: { S: 'META' } });
  const item = (n: number) => ({
    ...key(n),
    gsi1pk: { S: `G#${n % 50}` },
    gsi1sk: { S: String(n) },
    text: { S: 'x'.repeat(200) },
  });
  const calls: readonly Call[] = [
    ['PutItem', 'PutItem', (n) => ({ TableName, Item: item(n) })],
    ['GetItem', 'GetItem', (n) => ({ TableName, Key: key(n) })],
    [
      'UpdateItem with a condition',
      'UpdateItem',
      (n) => ({
        TableName,
        Key: key(n),
        UpdateExpression: 'ADD taken :one',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':one': { N: '1' } },
      }),
    ],
    [
      'Query of the index, 20 items',
      'Query',
      (n) => ({
        TableName,
        IndexName: 'gsi1',
        KeyConditionExpression: 'gsi1pk = :pk',
        ExpressionAttributeValues: { ':pk': { S: `G#${n % 50}` } },
        Limit: 20,
      }),
    ],
    [
      'TransactWriteItems, 3 items',
      'TransactWriteItems',
      (n) => ({
        TransactItems: [0, 1, 2].map((part) => ({
          Put: { TableName, Item: item(n * 3 + part + 1_000_000) },
        })),
      }),
    ],
  ];
  const rows = [];
  for (const [name, operation, input] of calls) {
    const began = performance.now();
    for (let n = 0; n < OPERATIONS; n += 1) await local.dynamodb.call(operation, input(n));
    rows.push([name, Math.round((OPERATIONS * 1000) / (performance.now() - began))]);
  }
  await stop();
  printTable('DynamoDB engine', ['operation', 'calls a second'], rows);
}
