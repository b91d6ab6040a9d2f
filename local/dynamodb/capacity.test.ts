import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import { Faults } from '../core/faults.ts';
import { DynamoDb } from './dynamodb.ts';
import { keyOf, N, S, TABLE } from './test-table.ts';

const { TableName } = TABLE;
const OWN = { db: new Database(':memory:') };
let dynamodb: DynamoDb;

beforeEach(() => {
  OWN.db = new Database(':memory:');
  const dependencies = { clock: systemClock(), faults: new Faults(), region: 'r', account: 'a' };
  dynamodb = new DynamoDb({ ...OWN, ...dependencies });
  dynamodb.ensureTable({
    ...TABLE,
    AttributeDefinitions: [...TABLE.AttributeDefinitions, { AttributeName: 'local', AttributeType: 'S' }],
    LocalSecondaryIndexes: [
      {
        IndexName: 'byLocal',
        KeySchema: [
          { AttributeName: 'pk', KeyType: 'HASH' },
          { AttributeName: 'local', KeyType: 'RANGE' },
        ],
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  });
});
afterEach(() => {
  dynamodb.stop();
  OWN.db.close();
});

type Answer = { ConsumedCapacity: unknown };
const consumed = (operation: string, input: object) =>
  (dynamodb.call(operation, { ReturnConsumedCapacity: 'INDEXES', ...input }) as Answer).ConsumedCapacity;
const put = (item: object) => consumed('PutItem', { TableName, Item: { ...keyOf('p'), ...item } });
const text = (bytes: number) => S('x'.repeat(bytes));
const units = (CapacityUnits: number) => ({ CapacityUnits });
/** A report of the table's units and, where it is charged, of each index's. */
const report = (table: number, global: Record<string, number> = {}, local: Record<string, number> = {}) => {
  const arm = (indexes: Record<string, number>) =>
    Object.fromEntries(Object.entries(indexes).map(([name, n]) => [name, units(n)]));
  const all = [table, ...Object.values(global), ...Object.values(local)];
  return {
    TableName,
    ...units(all.reduce((sum, n) => sum + n, 0)),
    Table: units(table),
    ...(Object.keys(global).length > 0 && { GlobalSecondaryIndexes: arm(global) }),
    ...(Object.keys(local).length > 0 && { LocalSecondaryIndexes: arm(local) }),
  };
};

describe('writes', () => {
  test('1 unit for each started KB of the larger of the old and the new item', () => {
    // pk, sk and their one-letter values: 6 bytes; text and its name: 4 more than its length.
    expect(put({ text: text(1024 - 10) })).toEqual(report(1));
    expect(put({ text: text(1024 - 9) })).toEqual(report(2));
    expect(put({})).toEqual(report(2));
    expect(put({})).toEqual(report(1));
  });

  test('deleting costs the size of what is deleted, and one unit for nothing', () => {
    put({ text: text(2500) });
    const remove = () => consumed('DeleteItem', { TableName, Key: keyOf('p') });
    expect(remove()).toEqual(report(3));
    expect(remove()).toEqual(report(1));
  });

  test('TOTAL sums table and indexes; NONE says nothing', () => {
    const Item = { ...keyOf('p'), topic: S('t'), place: N(1) };
    expect(consumed('PutItem', { TableName, Item, ReturnConsumedCapacity: 'TOTAL' })).toEqual({
      TableName,
      CapacityUnits: 3,
    });
    expect(consumed('PutItem', { TableName, Item, ReturnConsumedCapacity: 'NONE' })).toBeUndefined();
  });
});

describe('indexes are charged for the change of what they store', () => {
  test('an insert charges the indexes that the item is in', () => {
    expect(put({ topic: S('t'), place: N(1), local: S('l') })).toEqual(
      report(1, { byPlace: 1, byTopic: 1 }, { byLocal: 1 }),
    );
  });

  test('an identical overwrite charges none', () => {
    const item = { topic: S('t'), place: N(1) };
    put(item);
    expect(put(item)).toEqual(report(1));
  });

  test('an attribute that an index does not hold charges only those that do', () => {
    put({ topic: S('t'), place: N(1), local: S('l'), other: N(1) });
    expect(put({ topic: S('t'), place: N(1), local: S('l'), other: N(2) })).toEqual(
      report(1, { byPlace: 1 }),
    );
    expect(put({ topic: S('t'), place: N(1), local: S('l'), other: N(2), title: S('new') })).toEqual(
      report(1, { byPlace: 1, byTopic: 1 }),
    );
  });

  test('moving a key is a delete and a put, each rounded by itself', () => {
    const item = { topic: S('t'), place: N(1), title: text(1400) };
    put(item);
    expect(put({ ...item, topic: S('u') })).toEqual(report(2, { byPlace: 4, byTopic: 4 }));
  });

  test('an entry changed in place costs the larger of its two sizes', () => {
    put({ topic: S('t'), title: text(2500) });
    expect(put({ topic: S('t'), title: S('short') })).toEqual(report(3, { byTopic: 3 }));
  });

  test('leaving an index costs the delete', () => {
    put({ topic: S('t'), place: N(1) });
    expect(consumed('UpdateItem', { TableName, Key: keyOf('p'), UpdateExpression: 'REMOVE place' })).toEqual(
      report(1, { byPlace: 1 }),
    );
    expect(consumed('DeleteItem', { TableName, Key: keyOf('p') })).toEqual(report(1, { byTopic: 1 }));
  });
});

describe('reads', () => {
  const get = (more: object = {}) => consumed('GetItem', { TableName, Key: keyOf('p'), ...more });

  test('1 unit for each started 4 KB, half of it when eventually consistent', () => {
    expect(get()).toEqual(report(0.5));
    put({ text: text(4096 - 10) });
    expect(get()).toEqual(report(0.5));
    expect(get({ ConsistentRead: true })).toEqual(report(1));
    put({ text: text(4096 - 9) });
    expect(get()).toEqual(report(1));
    expect(get({ ConsistentRead: true, ProjectionExpression: 'pk' })).toEqual(report(2));
  });

  test('a query rounds the sum of what it read, before the filter', () => {
    for (const sk of ['a', 'b', 'c']) put({ sk: S(sk), text: text(1500) });
    const query = {
      TableName,
      KeyConditionExpression: 'pk = :p',
      ExpressionAttributeValues: { ':p': S('p') },
    };
    expect(consumed('Query', query)).toEqual(report(1));
    expect(consumed('Query', { ...query, FilterExpression: 'attribute_exists(nowhere)' })).toEqual(report(1));
    expect(consumed('Query', { ...query, Limit: 1, ConsistentRead: true })).toEqual(report(1));
    expect(consumed('Query', { ...query, ExpressionAttributeValues: { ':p': S('none') } })).toEqual(
      report(0.5),
    );
  });

  test('a query of an index pays for the size of its entries', () => {
    put({ topic: S('t'), place: N(1), text: text(9000) });
    const query = (IndexName: string) =>
      consumed('Query', {
        TableName,
        IndexName,
        KeyConditionExpression: 'topic = :t',
        ExpressionAttributeValues: { ':t': S('t') },
      });
    expect(query('byTopic')).toEqual(report(0, { byTopic: 0.5 }));
    expect(query('byPlace')).toEqual(report(0, { byPlace: 1.5 }));
  });

  test('a batch rounds each item by itself', () => {
    put({ sk: S('a'), text: text(1500) });
    put({ sk: S('b'), text: text(6500) });
    const Keys = [keyOf('p', 'a'), keyOf('p', 'b'), keyOf('p', 'none')];
    expect(
      consumed('BatchGetItem', { RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }),
    ).toEqual([report(4)]);
  });
});

describe('transactions', () => {
  const transact = (TransactItems: object[], more: object = {}) =>
    consumed('TransactWriteItems', { TransactItems, ...more });
  const kind = (n: number) => ({ CapacityUnits: n, WriteCapacityUnits: n });
  const move = (topic: string) => ({
    Put: { TableName, Item: { ...keyOf('p'), topic: S(topic), place: N(1) } },
  });

  test('double the table, not the indexes', () => {
    transact([move('t')]);
    expect(transact([move('u'), { Put: { TableName, Item: keyOf('q') } }])).toEqual([
      {
        TableName,
        ...kind(8),
        Table: kind(4),
        GlobalSecondaryIndexes: { byPlace: kind(2), byTopic: kind(2) },
      },
    ]);
  });

  test('a condition check is charged as a write of the item that it read', () => {
    put({ text: text(2500) });
    const check = { TableName, Key: keyOf('p'), ConditionExpression: 'attribute_exists(pk)' };
    expect(transact([{ ConditionCheck: check }])).toEqual([{ TableName, ...kind(6), Table: kind(6) }]);
  });

  test('a repeat with the same token reports reads', () => {
    const write = [{ Put: { TableName, Item: { ...keyOf('p'), text: text(9000) } } }];
    transact(write, { ClientRequestToken: 'token' });
    expect(transact(write, { ClientRequestToken: 'token', ReturnConsumedCapacity: 'TOTAL' })).toEqual([
      { TableName, CapacityUnits: 6, ReadCapacityUnits: 6 },
    ]);
  });

  test('reads cost two units for each 4 KB, absent items too', () => {
    put({ text: text(5000) });
    const TransactItems = ['p', 'none'].map((pk) => ({ Get: { TableName, Key: keyOf(pk) } }));
    expect(consumed('TransactGetItems', { TransactItems, ReturnConsumedCapacity: 'TOTAL' })).toEqual([
      { TableName, CapacityUnits: 6, ReadCapacityUnits: 6 },
    ]);
  });
});

test('the running totals add up by table and index, failed conditions included, and survive a restart', () => {
  put({ topic: S('t'), text: text(1500) });
  const failing = { TableName, Item: keyOf('p'), ConditionExpression: 'attribute_not_exists(pk)' };
  expect(() => dynamodb.call('PutItem', failing)).toThrow('The conditional request failed');
  consumed('GetItem', { TableName, Key: keyOf('p') });
  dynamodb.stop();
  const dependencies = { clock: systemClock(), faults: new Faults(), region: 'r', account: 'a' };
  dynamodb = new DynamoDb({ ...OWN, ...dependencies });
  expect(dynamodb.describe()).toMatchObject([
    {
      name: TableName,
      items: 1,
      indexes: ['byPlace', 'byTopic', 'byLocal'],
      usage: [
        { index: '', readUnits: 0.5, writeUnits: 4 },
        { index: 'byTopic', readUnits: 0, writeUnits: 1 },
      ],
    },
  ]);
});
