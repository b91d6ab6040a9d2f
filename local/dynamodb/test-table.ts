import {
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  type PutItemCommandInput,
  UpdateItemCommand,
  type UpdateItemCommandInput,
} from '@aws-sdk/client-dynamodb';
import { type LocalDynamoDb, startDynamoDb } from './serve.ts';
import type { TableDeclaration } from './table-definition.ts';

/** The table of the tests: composite key, a full sparse index on (topic, place), an INCLUDE index, a stream. */
export const TABLE: TableDeclaration = {
  TableName: 'courses',
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'topic', AttributeType: 'S' },
    { AttributeName: 'place', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'byPlace',
      KeySchema: [
        { AttributeName: 'topic', KeyType: 'HASH' },
        { AttributeName: 'place', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'byTopic',
      KeySchema: [{ AttributeName: 'topic', KeyType: 'HASH' }],
      Projection: { ProjectionType: 'INCLUDE', NonKeyAttributes: ['title'] },
    },
  ],
  StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
};

export const S = (value: string) => ({ S: value });
export const N = (value: number | string) => ({ N: String(value) });
export const keyOf = (pk: string, sk = 'a') => ({ pk: S(pk), sk: S(sk) });

type Attributes = NonNullable<PutItemCommandInput['Item']>;

/** A started server with the SDK's client and the calls that most tests make. */
export async function startTestTable(options: Parameters<typeof startDynamoDb>[0] = {}) {
  const local: LocalDynamoDb = await startDynamoDb({ definitions: [TABLE], ...options });
  const client = new DynamoDBClient({ ...local.clientConfig, maxAttempts: 1 });
  const TableName = TABLE.TableName;
  return {
    ...local,
    client,
    put: (Item: Attributes, more: Partial<PutItemCommandInput> = {}) =>
      client.send(new PutItemCommand({ TableName, Item, ...more })),
    get: async (Key: Attributes) =>
      (await client.send(new GetItemCommand({ TableName, Key, ConsistentRead: true }))).Item,
    update: (Key: Attributes, UpdateExpression: string, more: Partial<UpdateItemCommandInput> = {}) =>
      client.send(new UpdateItemCommand({ TableName, Key, UpdateExpression, ...more })),
  };
}
