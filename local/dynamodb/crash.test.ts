import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { Faults } from '../core/faults.ts';
import type { Item } from './attribute-value.ts';
import { DynamoDb } from './dynamodb.ts';
import { S, TABLE } from './test-table.ts';

const { TableName } = TABLE;
const folder = mkdtempSync(join(tmpdir(), 'ddb-crash-'));
const path = join(folder, 'data.sqlite');
afterAll(() => rmSync(folder, { recursive: true }));

/** Acknowledged transfers before the kill. */
const TRANSFERS = 15;
/** The kill comes this much later at most, so that it finds the writer at any point of its next transfers. */
const SPREAD_MS = 40;
/** Notes of one transfer, many so that a kill is likely to come in the middle of a transaction. */
const NOTES = 40;

/** Moves one unit between ten accounts and notes the transfer, for ever; prints each transfer once it is acknowledged. */
const WRITER = `
import { startDynamoDb } from ${JSON.stringify(import.meta.resolve('./serve.ts'))};
import { TABLE } from ${JSON.stringify(import.meta.resolve('./test-table.ts'))};
const { TableName } = TABLE;
const { dynamodb } = await startDynamoDb({ definitions: [TABLE], path: process.argv[1] });
const round = process.argv[2];
const key = (pk, sk = 'a') => ({ pk: { S: pk }, sk: { S: sk } });
const add = (i, by) => ({ Update: { TableName, Key: key('account' + i),
  UpdateExpression: 'ADD place :by SET topic = :topic',
  ExpressionAttributeValues: { ':by': { N: String(by) }, ':topic': { S: 'accounts' } } } });
for (let n = 0; ; n += 1) {
  const id = round + '-' + n;
  const notes = Array.from({ length: ${NOTES} }, (_, i) => ({
    Put: { TableName, Item: { ...key(id, 'note' + i), topic: { S: 'notes' }, place: { N: String(i) } } } }));
  const TransactItems = [add(n % 10, -1), ...notes, add((n + 3) % 10, 1)];
  dynamodb.call('TransactWriteItems', { TransactItems });
  process.stdout.write(id + '\\n');
  await new Promise(setImmediate);
}`;

/** Runs the writer until it has acknowledged some transfers, kills it in the middle of the next ones. */
async function writeUntilKilled(round: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, path, String(round)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exit = once(child, 'exit');
  const acknowledged: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === TRANSFERS) setTimeout(() => child.kill('SIGKILL'), Math.random() * SPREAD_MS);
  }
  await exit;
  return acknowledged;
}

function reopened<T>(read: (dynamodb: DynamoDb) => T): T {
  const db = new Database(path);
  const own = { clock: systemClock(), faults: new Faults(), region: 'r', account: 'a' };
  const dynamodb = new DynamoDb({ db, ...own });
  try {
    return read(dynamodb);
  } finally {
    dynamodb.stop();
    db.close();
  }
}

type Page = { Items: Item[]; LastEvaluatedKey?: Item };

function readAll(dynamodb: DynamoDb, operation: 'Scan' | 'Query', input: object): Item[] {
  const items: Item[] = [];
  for (let cursor: object = {}; ; ) {
    const page = dynamodb.call(operation, { TableName, ...input, ...cursor }) as Page;
    items.push(...page.Items);
    if (!page.LastEvaluatedKey) return items;
    cursor = { ExclusiveStartKey: page.LastEvaluatedKey };
  }
}

const textOf = (value: Item[string] | undefined): string =>
  value && 'S' in value ? value.S : value && 'N' in value ? value.N : '';
const canonical = (items: readonly Item[]): string[] => items.map((item) => JSON.stringify(item)).toSorted();

/** Everything that must agree after a crash: the table, its index and the last image on the stream. */
function assertConsistent(dynamodb: DynamoDb, acknowledged: readonly string[]): void {
  const items = readAll(dynamodb, 'Scan', {});
  const inIndex = ['accounts', 'notes'].flatMap((topic) =>
    readAll(dynamodb, 'Query', {
      IndexName: 'byPlace',
      KeyConditionExpression: 'topic = :t',
      ExpressionAttributeValues: { ':t': S(topic) },
    }),
  );
  expect(canonical(inIndex)).toEqual(canonical(items));
  const accounts = items.filter(({ topic }) => textOf(topic) === 'accounts');
  expect(accounts.reduce((sum, { place }) => sum + Number(textOf(place)), 0)).toBe(0);
  const notes = Map.groupBy(
    items.filter(({ topic }) => textOf(topic) === 'notes'),
    ({ pk }) => textOf(pk),
  );
  expect([...notes.values()].filter(({ length }) => length !== NOTES)).toEqual([]);
  expect(acknowledged.filter((id) => !notes.has(id))).toEqual([]);
  const records = dynamodb
    .shards(TableName)
    .flatMap((shard) => dynamodb.readStream(TableName, shard, '0', 100_000));
  const images = new Map(
    records.map(({ dynamodb: { Keys, NewImage } }) => [JSON.stringify(Keys), NewImage ?? {}]),
  );
  expect(canonical([...images.values()])).toEqual(canonical(items));
}

test('kill -9 loses nothing acknowledged, and table, index and stream agree', {
  timeout: 15_000,
}, async () => {
  const acknowledged: string[] = [];
  for (const round of [0, 1, 2]) {
    acknowledged.push(...(await writeUntilKilled(round)));
    reopened((dynamodb) => assertConsistent(dynamodb, acknowledged));
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(3 * TRANSFERS);
});
