import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DynamoDb } from './dynamodb.ts';
import { keyOf, N, S, startTestTable, TABLE } from './test-table.ts';

const { TableName } = TABLE;
let table: Awaited<ReturnType<typeof startTestTable>>;
let dynamodb: DynamoDb;
beforeAll(async () => {
  table = await startTestTable();
  dynamodb = table.dynamodb;
});
afterAll(() => table.stop());

describe('tables', () => {
  const other = { ...TABLE, TableName: 'other', StreamSpecification: undefined };

  test('are created, described, listed and deleted', async () => {
    await table.client.send(new CreateTableCommand(other));
    await expect(table.client.send(new CreateTableCommand(other))).rejects.toMatchObject({
      name: 'ResourceInUseException',
    });
    const { Table } = await table.client.send(new DescribeTableCommand({ TableName }));
    expect(Table).toMatchObject({
      TableStatus: 'ACTIVE',
      TableArn: `arn:aws:dynamodb:ap-southeast-1:000000000000:table/${TableName}`,
      KeySchema: TABLE.KeySchema,
      BillingModeSummary: { BillingMode: 'PAY_PER_REQUEST' },
      GlobalSecondaryIndexes: TABLE.GlobalSecondaryIndexes,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    });
    expect(Table?.LatestStreamArn).toBe(dynamodb.streamArn(TableName));
    const first = await table.client.send(new ListTablesCommand({ Limit: 1 }));
    expect(first).toMatchObject({ TableNames: [TableName], LastEvaluatedTableName: TableName });
    const rest = await table.client.send(new ListTablesCommand({ ExclusiveStartTableName: TableName }));
    expect(rest.TableNames).toEqual(['other']);
    await table.client.send(new DeleteTableCommand({ TableName: 'other' }));
    await expect(table.client.send(new DescribeTableCommand({ TableName: 'other' }))).rejects.toMatchObject({
      name: 'ResourceNotFoundException',
      message: expect.stringContaining('Table: other not found'),
    });
  });

  test('a table made anew under an old name is empty', () => {
    for (const _ of [1, 2]) {
      dynamodb.ensureTable(other);
      expect(dynamodb.call('Scan', { TableName: 'other' })).toMatchObject({ Count: 0 });
      dynamodb.call('PutItem', { TableName: 'other', Item: keyOf('x') });
      dynamodb.call('DeleteTable', { TableName: 'other' });
    }
  });

  test.each([
    [
      { AttributeDefinitions: TABLE.AttributeDefinitions.slice(1) },
      'not defined in AttributeDefinitions. Keys: [pk]',
    ],
    [{ GlobalSecondaryIndexes: [] }, 'AttributeDefinitions: [topic, place]'],
    [{ KeySchema: TABLE.KeySchema.slice(1) }, 'one HASH element'],
    [
      { LocalSecondaryIndexes: TABLE.GlobalSecondaryIndexes?.slice(0, 1), GlobalSecondaryIndexes: [] },
      'different hash keys',
    ],
    [{ Tags: [] }, 'CreateTable: the parameter Tags is not supported'],
    [{ BillingMode: 'FREE' }, "Value at 'BillingMode' of CreateTable"],
  ])('%j is refused', (change, message) => {
    expect(() => dynamodb.call('CreateTable', { ...other, ...change })).toThrow(message);
  });
});

describe('a changed template', () => {
  const declared = { ...TABLE, TableName: 'template' };
  const query = (IndexName: string) => ({
    TableName: 'template',
    IndexName,
    KeyConditionExpression: 'topic = :t',
    ExpressionAttributeValues: { ':t': S('t') },
  });

  test('the same declaration changes nothing; a new index is filled, a removed one is gone', () => {
    const [byPlace, byTopic] = declared.GlobalSecondaryIndexes ?? [];
    dynamodb.ensureTable({ ...declared, GlobalSecondaryIndexes: byPlace && [byPlace] });
    dynamodb.call('PutItem', { TableName: 'template', Item: { ...keyOf('x'), topic: S('t'), place: N(1) } });
    const arn = dynamodb.streamArn('template');
    dynamodb.ensureTable({
      ...declared,
      AttributeDefinitions: declared.AttributeDefinitions.slice(0, 3),
      GlobalSecondaryIndexes: byTopic && [byTopic],
    });
    expect(dynamodb.call('Query', query('byTopic'))).toMatchObject({ Count: 1 });
    expect(() => dynamodb.call('Query', query('byPlace'))).toThrow('does not have the specified index');
    expect(dynamodb.streamArn('template')).toBe(arn);
  });

  test('another key stops the start', () => {
    const KeySchema = declared.KeySchema.slice(0, 1);
    const AttributeDefinitions = declared.AttributeDefinitions.filter(
      ({ AttributeName }) => AttributeName !== 'sk',
    );
    expect(() => dynamodb.ensureTable({ ...declared, KeySchema, AttributeDefinitions })).toThrow(
      'Table template exists with another key',
    );
  });
});

describe('what is not played is refused by name', () => {
  const item = { TableName, Key: keyOf('x') };

  test.each([
    [
      'GetItem',
      { ...item, AttributesToGet: ['v'] },
      'GetItem: the legacy parameter AttributesToGet is refused',
    ],
    ['PutItem', { TableName, Item: keyOf('x'), Expected: {} }, 'PutItem: the legacy parameter Expected'],
    ['Query', { TableName, KeyConditions: {} }, 'Query: the legacy parameter KeyConditions'],
    ['Scan', { TableName, ScanFilter: {} }, 'Scan: the legacy parameter ScanFilter'],
    ['UpdateItem', { ...item, AttributeUpdates: {} }, 'UpdateItem: the legacy parameter AttributeUpdates'],
    [
      'DeleteItem',
      { ...item, ReturnItemCollectionMetrics: 'SIZE' },
      "'ReturnItemCollectionMetrics' of DeleteItem",
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Put: { TableName, Item: keyOf('x'), Expected: {} } }] },
      'parameter Expected',
    ],
    [
      'TransactWriteItems',
      { TransactItems: [{ Delete: item, Put: { TableName, Item: keyOf('x') } }] },
      'only contain one of',
    ],
    [
      'BatchWriteItem',
      { RequestItems: { [TableName]: [{}] } },
      'exactly one of PutRequest and DeleteRequest',
    ],
  ])('%s %j', (operation, input, message) => {
    expect(() => dynamodb.call(operation, input)).toThrow(message);
  });

  test.each(['ExecuteStatement', 'UpdateTable', 'toString'])('%s', (operation) => {
    expect(() => dynamodb.call(operation, {})).toThrow(`${operation} is not supported by the local DynamoDB`);
  });

  test('a table that does not exist', () => {
    expect(() => dynamodb.call('GetItem', { TableName: 'nowhere', Key: keyOf('x') })).toThrow(
      'Requested resource not found',
    );
  });
});

describe('faults', () => {
  test('a throttled request is not done; the SDK retries it by itself', async () => {
    const throttled = await startTestTable({ faults: { throttle: 1 } });
    const put = { TableName, Item: keyOf('x') };
    expect(() => throttled.dynamodb.call('PutItem', put)).toThrow(
      expect.objectContaining({ code: 'ProvisionedThroughputExceededException' }),
    );
    expect(throttled.dynamodb.describe()[0]?.items).toBe(0);
    await throttled.stop();
  });

  test('a conflict cancels a transaction with TransactionConflict and writes nothing', async () => {
    const conflicting = await startTestTable({ faults: { conflict: 1 } });
    const TransactItems = ['x', 'y'].map((pk) => ({ Put: { TableName, Item: keyOf(pk) } }));
    expect(() => conflicting.dynamodb.call('TransactWriteItems', { TransactItems })).toThrow(
      'specific reasons [TransactionConflict, None]',
    );
    expect(conflicting.dynamodb.describe()[0]?.items).toBe(0);
    await conflicting.stop();
  });
});
