import {
  type AttributeValue,
  QueryCommand,
  type QueryCommandInput,
  ScanCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, N, S, startTestTable, TABLE } from './test-table.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
  for (const place of [10, 2, 33, -5, 7])
    await table.put({
      ...keyOf('q', `i${place}`),
      topic: S('G'),
      place: N(place),
      title: S(`t${place}`),
      f: N(place),
    });
  await table.put({ ...keyOf('q', 'sparse'), topic: S('G') });
});
afterAll(() => table.stop());

const byPlace = (more: Partial<QueryCommandInput> = {}) =>
  table.client.send(
    new QueryCommand({
      TableName: TABLE.TableName,
      IndexName: 'byPlace',
      KeyConditionExpression: 'topic = :g',
      ExpressionAttributeValues: { ':g': S('G') },
      ...more,
    }),
  );
const places = (items: Record<string, AttributeValue>[] | undefined) =>
  items?.map((item) => Number(item.place?.N));

test('an index is in numeric order, both ways, without the items that lack its key', async () => {
  expect(places((await byPlace()).Items)).toEqual([-5, 2, 7, 10, 33]);
  expect(places((await byPlace({ ScanIndexForward: false })).Items)).toEqual([33, 10, 7, 2, -5]);
});

test.each([true, false])('pages of two follow one another (forward: %s)', async (ScanIndexForward) => {
  const found: number[] = [];
  let cursor: Record<string, AttributeValue> | undefined;
  do {
    const page = await byPlace({ Limit: 2, ScanIndexForward, ...(cursor && { ExclusiveStartKey: cursor }) });
    found.push(...(places(page.Items) ?? []));
    cursor = page.LastEvaluatedKey;
    if (cursor) expect(Object.keys(cursor).toSorted()).toEqual(['pk', 'place', 'sk', 'topic']);
  } while (cursor);
  expect(found).toEqual(ScanIndexForward ? [-5, 2, 7, 10, 33] : [33, 10, 7, 2, -5]);
});

test.each([
  ['place = :a', [2]],
  ['place < :b', [-5, 2, 7]],
  ['place <= :b', [-5, 2, 7, 10]],
  ['place > :a', [7, 10, 33]],
  ['place >= :a', [2, 7, 10, 33]],
  ['place BETWEEN :a AND :b', [2, 7, 10]],
])('sort key condition %s', async (condition, expected) => {
  const values = { ':a': N(2), ':b': N(10) };
  const used = Object.entries(values).filter(([name]) => condition.includes(name));
  const page = await byPlace({
    KeyConditionExpression: `topic = :g AND ${condition}`,
    ExpressionAttributeValues: { ':g': S('G'), ...Object.fromEntries(used) },
  });
  expect(places(page.Items)).toEqual(expected);
});

test('a filter counts what it read; COUNT returns no items', async () => {
  const page = await byPlace({
    Select: 'COUNT',
    FilterExpression: 'f > :x',
    ExpressionAttributeValues: { ':g': S('G'), ':x': N(5) },
  });
  expect(page).toMatchObject({ Count: 3, ScannedCount: 5 });
  expect(page.Items).toBeUndefined();
});

test('an INCLUDE index shows its keys and what it includes, and can be asked for nothing else', async () => {
  const { Items } = await byPlace({ IndexName: 'byTopic' });
  expect(Items).toHaveLength(6);
  expect(new Set(Items?.flatMap((item) => Object.keys(item)))).toEqual(
    new Set(['pk', 'sk', 'topic', 'title']),
  );
  await expect(byPlace({ IndexName: 'byTopic', ProjectionExpression: 'title, f' })).rejects.toThrow(
    'does not project [f]',
  );
});

test('begins_with on the table, with a projection', async () => {
  const { Items } = await table.client.send(
    new QueryCommand({
      TableName: TABLE.TableName,
      KeyConditionExpression: 'begins_with(sk, :s) AND pk = :p',
      ExpressionAttributeValues: { ':p': S('q'), ':s': S('i3') },
      ProjectionExpression: 'title',
    }),
  );
  expect(Items).toEqual([{ title: S('t33') }]);
});

test.each([
  [{ ConsistentRead: true }, 'Consistent reads are not supported on global secondary indexes'],
  [{ KeyConditionExpression: 'f = :g' }, 'missed key schema element: topic'],
  [{ KeyConditionExpression: 'topic = :g AND f = :g' }, 'Query key condition not supported'],
  [{ KeyConditionExpression: 'topic = :g AND place <> :g' }, 'Query key condition not supported'],
  [{ KeyConditionExpression: 'topic = :g AND place = :g' }, 'does not match schema type'],
  [{ KeyConditionExpression: undefined }, 'KeyConditionExpression parameter must be specified'],
  [{ FilterExpression: 'place = :g' }, 'non-primary key attributes: Primary key attribute: place'],
  [{ ExclusiveStartKey: keyOf('q', 'i2') }, 'The provided starting key is invalid'],
  [
    { ExclusiveStartKey: { ...keyOf('q', 'i2'), topic: S('other'), place: N(1) } },
    'outside query boundaries',
  ],
  [{ IndexName: 'none' }, 'does not have the specified index: none'],
  [{ Select: 'SPECIFIC_ATTRIBUTES' as const }, 'Must specify the AttributesToGet or ProjectionExpression'],
])('%j is refused', async (more, message) => {
  await expect(byPlace(more)).rejects.toMatchObject({
    name: 'ValidationException',
    message: expect.stringContaining(message),
  });
});

test('the segments of a parallel scan cover the table once', async () => {
  const keys: string[] = [];
  for (const Segment of [0, 1, 2]) {
    const { Items = [] } = await table.client.send(
      new ScanCommand({
        TableName: TABLE.TableName,
        TotalSegments: 3,
        Segment,
        FilterExpression: 'topic = :g',
        ExpressionAttributeValues: { ':g': S('G') },
      }),
    );
    keys.push(...Items.map((item) => item.sk?.S ?? ''));
  }
  expect(keys.toSorted()).toEqual(['i-5', 'i10', 'i2', 'i33', 'i7', 'sparse']);
});

test('a page ends at 1 MB', async () => {
  for (const i of [0, 1, 2, 3, 4, 5])
    await table.put({ ...keyOf('big', `i${i}`), text: S('x'.repeat(300_000)) });
  const pages: number[] = [];
  let cursor: Record<string, AttributeValue> | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: TABLE.TableName,
        KeyConditionExpression: 'pk = :p',
        ExpressionAttributeValues: { ':p': S('big') },
        ...(cursor && { ExclusiveStartKey: cursor }),
      }),
    );
    pages.push(page.Count ?? 0);
    cursor = page.LastEvaluatedKey;
  } while (cursor);
  expect(pages).toEqual([4, 2]);
});

test('more items than one SQL statement reads come in order', async () => {
  const names = Array.from({ length: 250 }, (_, i) => `n${String(i).padStart(3, '0')}`);
  for (const name of names)
    table.dynamodb.call('PutItem', { TableName: TABLE.TableName, Item: keyOf('many', name) });
  const page = await table.client.send(
    new QueryCommand({
      TableName: TABLE.TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': S('many') },
      ScanIndexForward: false,
    }),
  );
  expect(page.Items?.map((item) => item.sk?.S)).toEqual(names.toReversed());
  expect(page.LastEvaluatedKey).toBeUndefined();
});
