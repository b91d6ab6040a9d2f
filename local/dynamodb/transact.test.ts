import {
  TransactGetItemsCommand,
  type TransactWriteItem,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyOf, N, S, startTestTable, TABLE } from './test-table.ts';

let table: Awaited<ReturnType<typeof startTestTable>>;
beforeAll(async () => {
  table = await startTestTable();
});
afterAll(() => table.stop());

const { TableName } = TABLE;
const transact = (TransactItems: TransactWriteItem[], ClientRequestToken?: string) =>
  table.client.send(new TransactWriteItemsCommand({ TransactItems, ClientRequestToken }));
const increment = (pk: string, by = 1, attribute = 'v'): TransactWriteItem => ({
  Update: {
    TableName,
    Key: keyOf(pk),
    UpdateExpression: `ADD ${attribute} :by`,
    ExpressionAttributeValues: { ':by': N(by) },
  },
});

describe('TransactWriteItems', () => {
  test('check, update, put and delete commit together', async () => {
    for (const [pk, v] of [
      ['check', 1],
      ['add', 1],
      ['gone', 3],
    ] as const)
      await table.put({ ...keyOf(pk), v: N(v) });
    await transact([
      {
        ConditionCheck: {
          TableName,
          Key: keyOf('check'),
          ConditionExpression: 'v = :one',
          ExpressionAttributeValues: { ':one': N(1) },
        },
      },
      increment('add'),
      {
        Put: {
          TableName,
          Item: { ...keyOf('put'), v: N(2) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
      { Delete: { TableName, Key: keyOf('gone') } },
    ]);
    expect((await table.get(keyOf('add')))?.v).toEqual(N(2));
    expect((await table.get(keyOf('put')))?.v).toEqual(N(2));
    expect(await table.get(keyOf('gone'))).toBeUndefined();
  });

  test('a cancelled one applies nothing and gives a reason for each item, in order', async () => {
    await table.put({ ...keyOf('kept'), v: N(1) });
    await table.put({ ...keyOf('there'), v: N(2) });
    const cancelled = transact([
      increment('kept'),
      {
        Put: {
          TableName,
          Item: { ...keyOf('there'), v: N(9) },
          ConditionExpression: 'attribute_not_exists(pk)',
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        },
      },
      { ConditionCheck: { TableName, Key: keyOf('absent'), ConditionExpression: 'attribute_exists(pk)' } },
    ]);
    await expect(cancelled).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      message:
        'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, ConditionalCheckFailed]',
      CancellationReasons: [
        { Code: 'None' },
        {
          Code: 'ConditionalCheckFailed',
          Message: 'The conditional request failed',
          Item: { ...keyOf('there'), v: N(2) },
        },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
    expect((await table.get(keyOf('kept')))?.v).toEqual(N(1));
  });

  test('an update that does not fit the stored item is the reason ValidationError', async () => {
    await table.put({ ...keyOf('text'), s: S('str') });
    const cancelled = transact([{ Put: { TableName, Item: keyOf('unwritten') } }, increment('text', 1, 's')]);
    await expect(cancelled).rejects.toMatchObject({
      CancellationReasons: [{ Code: 'None' }, { Code: 'ValidationError' }],
    });
    expect(await table.get(keyOf('unwritten'))).toBeUndefined();
  });

  test('100 items are the most, and each item may be named once', async () => {
    const puts = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ Put: { TableName, Item: keyOf('hundred', `i${i}`) } }));
    await transact(puts(100));
    await expect(transact(puts(101))).rejects.toMatchObject({ name: 'ValidationException' });
    await expect(
      transact([increment('twice'), { Delete: { TableName, Key: keyOf('twice') } }]),
    ).rejects.toThrow('cannot include multiple operations on one item');
  });

  test('a repeated token writes once, and belongs to one request', async () => {
    await transact([increment('token')], 'token-1');
    await transact([increment('token')], 'token-1');
    expect((await table.get(keyOf('token')))?.v).toEqual(N(1));
    await expect(transact([increment('token', 2)], 'token-1')).rejects.toMatchObject({
      name: 'IdempotentParameterMismatchException',
    });
  });
});

test('TransactGetItems answers in order, with nothing for an absent item', async () => {
  await table.put({ ...keyOf('present'), v: N(1), w: N(2) });
  const { Responses } = await table.client.send(
    new TransactGetItemsCommand({
      TransactItems: [
        { Get: { TableName, Key: keyOf('absent') } },
        { Get: { TableName, Key: keyOf('present'), ProjectionExpression: 'w' } },
      ],
    }),
  );
  expect(Responses).toEqual([{}, { Item: { w: N(2) } }]);
});

describe('many clients at once', () => {
  const clients = Array.from({ length: 50 }, (_, i) => i);

  test('an atomic counter loses nothing', async () => {
    await Promise.all(
      clients.map(async () => {
        for (let i = 0; i < 10; i += 1)
          await table.client.send(new UpdateItemCommand(increment('counter').Update!));
      }),
    );
    expect((await table.get(keyOf('counter')))?.v).toEqual(N(500));
  });

  test('one of fifty conditional puts wins', async () => {
    const puts = clients.map((i) =>
      table.put({ ...keyOf('winner'), w: N(i) }, { ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    const settled = await Promise.allSettled(puts);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a version check loses no update', async () => {
    await table.put({ ...keyOf('version'), v: N(0) });
    const raise = async (): Promise<void> => {
      const was = (await table.get(keyOf('version')))?.v?.N ?? '0';
      const condition = {
        ConditionExpression: 'v = :was',
        ExpressionAttributeValues: { ':was': N(was), ':next': N(Number(was) + 1) },
      };
      try {
        await table.update(keyOf('version'), 'SET v = :next', condition);
      } catch (error) {
        expect(error).toMatchObject({ name: 'ConditionalCheckFailedException' });
        await raise();
      }
    };
    await Promise.all(clients.slice(0, 20).map(raise));
    expect((await table.get(keyOf('version')))?.v).toEqual(N(20));
  });

  test('transfers keep the sum at every moment that a transaction can see', async () => {
    const accounts = ['acc0', 'acc1', 'acc2', 'acc3', 'acc4'];
    for (const pk of accounts) await table.put({ ...keyOf(pk), v: N(100) });
    const sum = async () => {
      const { Responses = [] } = await table.client.send(
        new TransactGetItemsCommand({
          TransactItems: accounts.map((pk) => ({ Get: { TableName, Key: keyOf(pk) } })),
        }),
      );
      return Responses.reduce((total, { Item }) => total + Number(Item?.v?.N), 0);
    };
    const sums = clients.slice(0, 20).map(async (i) => {
      await transact([increment(`acc${i % 5}`, -10), increment(`acc${(i + 1 + (i % 3)) % 5}`, 10)]);
      return sum();
    });
    expect(new Set(await Promise.all(sums))).toEqual(new Set([500]));
  });
});
