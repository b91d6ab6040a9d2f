import { DeleteItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, N, startTestTable, TABLE } from './test-table.ts';

const { TableName } = TABLE;
let table: Awaited<ReturnType<typeof startTestTable>>;
let streams: DynamoDBStreamsClient;
let StreamArn: string;
beforeAll(async () => {
  table = await startTestTable();
  streams = new DynamoDBStreamsClient({ ...table.clientConfig, maxAttempts: 1 });
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName }));
  StreamArn = Streams?.[0]?.StreamArn ?? '';
});
afterAll(() => table.stop());

/** All records of a partition key, shard by shard as a consumer reads them. */
async function recordsOf(pk: string) {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const found = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    let { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' }),
    );
    for (;;) {
      const { Records = [], NextShardIterator } = await streams.send(
        new GetRecordsCommand({ ShardIterator, Limit: 50 }),
      );
      if (Records.length === 0) break;
      found.push(...Records);
      ShardIterator = NextShardIterator;
    }
  }
  return found.filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === pk);
}

test('a stream has four shards and names its view', async () => {
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  expect(StreamDescription).toMatchObject({ StreamViewType: 'NEW_AND_OLD_IMAGES', TableName });
  expect(StreamDescription?.Shards).toHaveLength(4);
});

test('the changes of an item come in order with both images', async () => {
  await table.put({ ...keyOf('order'), v: N(1) });
  await table.update(keyOf('order'), 'SET v = :two', { ExpressionAttributeValues: { ':two': N(2) } });
  await table.client.send(new DeleteItemCommand({ TableName, Key: keyOf('order') }));
  const records = await recordsOf('order');
  expect(records).toMatchObject([
    { eventName: 'INSERT', dynamodb: { NewImage: { v: N(1) } } },
    { eventName: 'MODIFY', dynamodb: { OldImage: { v: N(1) }, NewImage: { v: N(2) } } },
    { eventName: 'REMOVE', dynamodb: { OldImage: { v: N(2) } } },
  ]);
  expect(records[0]?.dynamodb?.OldImage).toBeUndefined();
  expect(records[2]?.dynamodb?.NewImage).toBeUndefined();
  const sequence = records.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
  expect(sequence).toEqual(sequence.toSorted());
  expect(records[0]?.dynamodb?.ApproximateCreationDateTime).toBeInstanceOf(Date);
});

test('a write that changes nothing leaves no record', async () => {
  const item = { ...keyOf('same'), v: N(1), tags: { SS: ['a', 'b'] } };
  await table.put(item);
  await table.put({ ...item, tags: { SS: ['b', 'a'] } });
  await table.update(keyOf('same'), 'SET v = :v', { ExpressionAttributeValues: { ':v': N('1.0') } });
  expect(await recordsOf('same')).toHaveLength(1);
});

test('a committed transaction leaves all of its records, a cancelled one none', async () => {
  const put = (pk: string, sk: string) => ({ Put: { TableName, Item: keyOf(pk, sk) } });
  const many = Array.from({ length: 100 }, (_, i) => put('many', `i${i}`));
  await table.client.send(new TransactWriteItemsCommand({ TransactItems: many }));
  const check = { TableName, Key: keyOf('none'), ConditionExpression: 'attribute_exists(pk)' };
  await expect(
    table.client.send(
      new TransactWriteItemsCommand({ TransactItems: [put('cancelled', 'a'), { ConditionCheck: check }] }),
    ),
  ).rejects.toThrow('ConditionalCheckFailed');
  expect(await recordsOf('many')).toHaveLength(100);
  expect(await recordsOf('cancelled')).toHaveLength(0);
});

test('iterators start at the newest record, at a record or after it', async () => {
  await table.put({ ...keyOf('start'), v: N(1) });
  await table.put({ ...keyOf('start'), v: N(2) });
  const [first, second] = (await recordsOf('start')).map(({ dynamodb }) => dynamodb?.SequenceNumber ?? '');
  const shards = table.dynamodb.shards(TableName);
  const shard = shards.find((each) => table.dynamodb.latestSequence(TableName, each) === second);
  const ShardId = `shardId-${String(shard).padStart(20, '0')}`;
  const read = async (position: {
    ShardIteratorType: 'LATEST' | 'AT_SEQUENCE_NUMBER' | 'AFTER_SEQUENCE_NUMBER';
    SequenceNumber?: string;
  }) => {
    const { ShardIterator } = await streams.send(
      new GetShardIteratorCommand({ StreamArn, ShardId, ...position }),
    );
    const { Records = [] } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    return Records.map(({ dynamodb }) => dynamodb?.SequenceNumber);
  };
  expect(await read({ ShardIteratorType: 'LATEST' })).toEqual([]);
  expect(await read({ ShardIteratorType: 'AT_SEQUENCE_NUMBER', SequenceNumber: first })).toEqual([
    first,
    second,
  ]);
  expect(await read({ ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: first })).toEqual([second]);
});

test('consumers inside the local cloud are told, and read records as a function receives them', async () => {
  const told: string[] = [];
  const stop = table.dynamodb.onStreamRecord((name) => told.push(name));
  const before = table.dynamodb
    .shards(TableName)
    .map((shard) => table.dynamodb.latestSequence(TableName, shard));
  await table.put({ ...keyOf('function'), v: N(1) });
  stop();
  await table.put({ ...keyOf('function'), v: N(2) });
  expect(told).toEqual([TableName]);
  const records = before.flatMap((after, shard) => table.dynamodb.readStream(TableName, shard, after, 10));
  expect(records).toMatchObject([
    {
      eventName: 'INSERT',
      eventSource: 'aws:dynamodb',
      eventSourceARN: StreamArn,
      awsRegion: 'ap-southeast-1',
    },
    { eventName: 'MODIFY', dynamodb: { StreamViewType: 'NEW_AND_OLD_IMAGES', Keys: keyOf('function') } },
  ]);
});
