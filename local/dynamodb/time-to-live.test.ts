import { DescribeTimeToLiveCommand, UpdateTimeToLiveCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { keyOf, N, S, startTestTable, TABLE } from './test-table.ts';

const { TableName } = TABLE;
const NOW = Date.UTC(2026, 10, 23);
const SECONDS = NOW / 1000;
const YEAR = 365 * 24 * 60 * 60;
let now = NOW;
let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable({ clock: { now: () => now, delay: (ms) => ms } });
});
afterAll(() => table.stop());

test('the attribute is chosen once, also for the items that are there', async () => {
  await table.put({ ...keyOf('earlier'), expires: N(SECONDS - 1) });
  const enable = () =>
    table.client.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName: 'expires', Enabled: true },
      }),
    );
  await enable();
  await expect(enable()).rejects.toThrow('TimeToLive is already enabled');
  const { TimeToLiveDescription } = await table.client.send(new DescribeTimeToLiveCommand({ TableName }));
  expect(TimeToLiveDescription).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' });
  table.dynamodb.sweep();
  expect(await table.get(keyOf('earlier'))).toBeUndefined();
});

test.each([
  ['a time that has passed', N(SECONDS - 1), false],
  ['a fraction of a second ago', N(`${SECONDS - 1}.5`), false],
  ['a time to come', N(SECONDS + 60), true],
  ['a time more than five years ago', N(SECONDS - 6 * YEAR), true],
  ['a string', S(String(SECONDS - 1)), true],
])('an item with %s stays: %3$s', async (name, expires, stays) => {
  await table.put({ ...keyOf(name), expires });
  table.dynamodb.sweep();
  expect((await table.get(keyOf(name))) !== undefined).toBe(stays);
});

test('a deletion by time is on the stream with the identity of the service, and costs nothing', async () => {
  await table.put({ ...keyOf('ttl'), topic: S('t'), expires: N(SECONDS + 1) });
  const usage = () => table.dynamodb.describe()[0]?.usage;
  const before = usage();
  now += 2000;
  table.dynamodb.sweep();
  expect(usage()).toEqual(before);
  const records = table.dynamodb
    .shards(TableName)
    .flatMap((shard) => table.dynamodb.readStream(TableName, shard, '0', 100))
    .filter(({ dynamodb }) => JSON.stringify(dynamodb.Keys) === JSON.stringify(keyOf('ttl')));
  expect(records).toMatchObject([
    { eventName: 'INSERT' },
    { eventName: 'REMOVE', userIdentity: { type: 'Service', principalId: 'dynamodb.amazonaws.com' } },
  ]);
  expect(records[0]).not.toHaveProperty('userIdentity');
});

const kept = () =>
  table.dynamodb.shards(TableName).flatMap((shard) => table.dynamodb.readStream(TableName, shard, '0', 1000));
/** Sweeps as a machine does that is on for an hour. */
const staysOn = () => {
  for (let minute = 0; minute < 60; minute += 1) {
    now += 60_000;
    table.dynamodb.sweep();
  }
};

test('stream records that waited while the machine was off are there when it is on again', () => {
  staysOn();
  const before = kept();
  now += 3 * 24 * 60 * 60 * 1000;
  table.dynamodb.sweep();
  now += 5000;
  table.dynamodb.sweep();
  expect(kept()).toEqual(expect.arrayContaining(before));
});

test('stream records go after a day, once their readers had an hour', async () => {
  staysOn();
  expect(kept()).toEqual([]);
  await table.put(keyOf('late'));
  expect(kept()).toHaveLength(1);
  now += 24 * 60 * 60 * 1000 + 1;
  table.dynamodb.sweep();
  expect(kept()).toHaveLength(1);
  staysOn();
  expect(kept()).toEqual([]);
});
