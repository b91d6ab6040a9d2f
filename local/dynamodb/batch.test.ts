import { BatchGetItemCommand, BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb';
import { afterEach, expect, test } from 'vitest';
import { keyOf, startTestTable, TABLE } from './test-table.ts';

const started: Awaited<ReturnType<typeof startTestTable>>[] = [];
const start = async (options: Parameters<typeof startTestTable>[0] = {}) => {
  const table = await startTestTable(options);
  started.push(table);
  const { TableName } = TABLE;
  return {
    ...table,
    write: (writes: WriteRequest[]) =>
      table.client.send(new BatchWriteItemCommand({ RequestItems: { [TableName]: writes } })),
    read: (sortKeys: string[]) =>
      table.client.send(
        new BatchGetItemCommand({
          RequestItems: { [TableName]: { Keys: sortKeys.map((sk) => keyOf('b', sk)) } },
        }),
      ),
  };
};
afterEach(async () => {
  for (const table of started.splice(0)) await table.stop();
});

const puts = (count: number): WriteRequest[] =>
  Array.from({ length: count }, (_, i) => ({ PutRequest: { Item: keyOf('b', `i${i}`) } }));

test('25 writes are the most, of distinct items', async () => {
  const { write, read } = await start();
  expect((await write(puts(25))).UnprocessedItems).toEqual({});
  await expect(write(puts(26))).rejects.toMatchObject({ name: 'ValidationException' });
  await expect(write([...puts(1), { DeleteRequest: { Key: keyOf('b', 'i0') } }])).rejects.toThrow(
    'duplicates',
  );
  await write([{ DeleteRequest: { Key: keyOf('b', 'i1') } }]);
  const found = (await read(['i0', 'i1', 'i2', 'none'])).Responses?.[TABLE.TableName];
  expect(found?.map((item) => item.sk?.S)).toEqual(['i0', 'i2']);
});

test('100 reads are the most, of distinct keys', async () => {
  const { read } = await start();
  await expect(read(Array.from({ length: 101 }, (_, i) => `i${i}`))).rejects.toMatchObject({
    name: 'ValidationException',
  });
  await expect(read(['i0', 'i0'])).rejects.toThrow('duplicates');
});

test('a throttled batch hands back what it did not do, and nothing is done twice or lost', async () => {
  const { write, read, dynamodb } = await start({ faults: { throttle: 0.5 }, seed: 3 });
  let left: WriteRequest[] = puts(10);
  let rounds = 0;
  while (left.length > 0) {
    rounds += 1;
    const { UnprocessedItems = {} } = await write(left).catch((error: unknown) => {
      expect(error).toMatchObject({ name: 'ProvisionedThroughputExceededException' });
      return { UnprocessedItems: { [TABLE.TableName]: left } };
    });
    left = UnprocessedItems[TABLE.TableName] ?? [];
  }
  expect(rounds).toBeGreaterThan(1);
  expect(dynamodb.describe()[0]?.items).toBe(10);
  const { Responses = {}, UnprocessedKeys = {} } = await read(['i0', 'i1', 'i2', 'i3', 'i4', 'i5']);
  const answered =
    (Responses[TABLE.TableName]?.length ?? 0) + (UnprocessedKeys[TABLE.TableName]?.Keys?.length ?? 0);
  expect(answered).toBe(6);
});

test('16 MB are the most that one read returns', async () => {
  const { dynamodb, read } = await start();
  const names = Array.from({ length: 45 }, (_, i) => `i${i}`);
  const text = { S: 'x'.repeat(400_000) };
  for (const sk of names)
    dynamodb.call('PutItem', { TableName: TABLE.TableName, Item: { ...keyOf('b', sk), text } });
  const { Responses, UnprocessedKeys } = await read(names);
  expect(Responses?.[TABLE.TableName]).toHaveLength(42);
  expect(UnprocessedKeys?.[TABLE.TableName]?.Keys).toHaveLength(3);
});
