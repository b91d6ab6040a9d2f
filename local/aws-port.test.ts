import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  ListUsersCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import {
  DynamoDBClient,
  GetItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Shop, startShop } from './fixture/shop.suite.ts';
import { request } from './http/testing/request.suite.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await startShop();
}, 60_000);
afterAll(() => shop?.stop());

const table = () => shop.resource('Shop/Orders').name;
const key = { pk: { S: 'a' }, sk: { S: 'b' } };
const denied = { name: 'AccessDeniedException' };

describe('who may call', () => {
  const wrong = () => ({
    ...shop.operator,
    credentials: { ...shop.operator.credentials, secretAccessKey: 'guessed' },
    maxAttempts: 1,
  });

  it.each<[api: string, call: () => Promise<unknown>]>([
    [
      'DynamoDB',
      () => new DynamoDBClient(wrong()).send(new GetItemCommand({ TableName: table(), Key: key })),
    ],
    ['SQS', () => new SQSClient(wrong()).send(new ReceiveMessageCommand({ QueueUrl: shop.outputs.WorkUrl }))],
    [
      'EventBridge',
      () => new EventBridgeClient(wrong()).send(new PutEventsCommand({ Entries: [{ Source: 'a' }] })),
    ],
    ['Lambda', () => new LambdaClient(wrong()).send(new InvokeCommand({ FunctionName: 'x' }))],
    [
      'Cognito',
      () => new CognitoIdentityProviderClient(wrong()).send(new ListUsersCommand({ UserPoolId: 'x' })),
    ],
    ['S3', () => new S3Client(wrong()).send(new ListObjectsV2Command({ Bucket: shop.outputs.SiteBucket }))],
  ])('%s refuses a wrong signature', async (_api, call) => {
    await expect(call()).rejects.toMatchObject({ name: /InvalidSignature|SignatureDoesNotMatch/ });
  });

  it.each([
    ['DynamoDB_20120810.GetItem', 400],
    ['AmazonSQS.ReceiveMessage', 400],
    ['AWSEvents.PutEvents', 400],
    ['AWSCognitoIdentityProviderService.AdminGetUser', 400],
  ])('%s without a signature is refused before it is read', async (target, status) => {
    const response = await fetch(shop.awsAddress, {
      method: 'POST',
      headers: { 'x-amz-target': target },
      body: 'x',
    });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ __type: 'MissingAuthenticationTokenException' });
  });

  it('S3 without a signature is forbidden', async () => {
    expect((await fetch(`${shop.awsAddress}/${shop.outputs.SiteBucket}/index.html`)).status).toBe(403);
  });

  it('Cognito takes sign-ins unsigned, also from a page of this machine', async () => {
    const response = await fetch(shop.awsAddress, {
      method: 'POST',
      headers: {
        'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth',
        'content-type': 'application/x-amz-json-1.1',
        origin: shop.address,
      },
      body: JSON.stringify({
        ClientId: shop.outputs.ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: 'nobody@example.org', PASSWORD: 'x' },
      }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(shop.address);
    expect((await response.json()) as object).toMatchObject({
      __type: expect.stringMatching(/NotAuthorized|UserNotFound/),
    });
  });

  it('a page elsewhere gets no leave to read', async () => {
    const response = await fetch(shop.awsAddress, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example' },
    });
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('an API that is not played is named', async () => {
    const headers = { 'x-amz-target': 'Logs_20140328.PutLogEvents' };
    const response = await fetch(shop.awsAddress, { method: 'POST', headers, body: '{}' });
    expect(await response.json()).toMatchObject({
      message: 'Logs_20140328.PutLogEvents is not played locally.',
    });
  });

  it('a name that somebody else made point here is refused', async () => {
    const answer = await request(shop.awsAddress, { headers: { host: 'evil.example' } });
    expect(answer.status).toBe(403);
  });
});

describe('what a function may do', () => {
  const as = (name: string) => ({ ...shop.asFunction(name), maxAttempts: 1 });

  it('its role decides on tables and their indexes', async () => {
    const get = new GetItemCommand({ TableName: table(), Key: key });
    const query = new QueryCommand({
      TableName: table(),
      IndexName: 'byPerson',
      KeyConditionExpression: 'gpk = :p',
      ExpressionAttributeValues: { ':p': { S: 'x' } },
    });
    await expect(new DynamoDBClient(as('Shop/Drain')).send(get)).rejects.toMatchObject(denied);
    await expect(new DynamoDBClient(as('Shop/Publish')).send(query)).rejects.toMatchObject(denied);
    await expect(new DynamoDBClient(as('Shop/Api')).send(query)).resolves.toMatchObject({ Count: 0 });
  });

  it('a transaction needs the right of each of its items', async () => {
    const TransactItems = [{ Delete: { TableName: table(), Key: key } }];
    const write = new TransactWriteItemsCommand({ TransactItems });
    await expect(new DynamoDBClient(as('Shop/Drain')).send(write)).rejects.toMatchObject({
      message: expect.stringContaining('dynamodb:DeleteItem'),
    });
  });

  it('only who may publish does', async () => {
    const entry = {
      EventBusName: shop.resource('Shop/Bus').name,
      Source: 'a',
      DetailType: 'b',
      Detail: '{}',
    };
    const put = new PutEventsCommand({ Entries: [entry] });
    await expect(new EventBridgeClient(as('Shop/Api')).send(put)).rejects.toMatchObject(denied);
    await expect(new EventBridgeClient(as('Shop/Publish')).send(put)).resolves.toMatchObject({
      FailedEntryCount: 0,
    });
  });

  it('objects are granted by prefix', async () => {
    const put = (Key: string) =>
      new S3Client(as('Shop/Api')).send(
        new PutObjectCommand({ Bucket: shop.resource('Shop/Files').name, Key, Body: 'x' }),
      );
    await expect(put('in/a')).resolves.toMatchObject({ ETag: expect.any(String) });
    await expect(put('out/a')).rejects.toMatchObject({ name: 'AccessDenied' });
  });

  it('queues, functions and accounts are closed to those without a grant', async () => {
    const receive = new ReceiveMessageCommand({ QueueUrl: shop.resource('Shop/WorkDead').ref });
    await expect(new SQSClient(as('Shop/Api')).send(receive)).rejects.toMatchObject(denied);
    const invoke = new InvokeCommand({ FunctionName: shop.resource('Shop/Count').name });
    await expect(new LambdaClient(as('Shop/Api')).send(invoke)).rejects.toMatchObject(denied);
    const list = new ListUsersCommand({ UserPoolId: shop.outputs.PoolId });
    await expect(new CognitoIdentityProviderClient(as('Shop/Api')).send(list)).rejects.toMatchObject(denied);
  });

  it('signing in needs no right at all', async () => {
    const auth = new InitiateAuthCommand({
      ClientId: shop.outputs.ClientId,
      AuthFlow: 'USER_PASSWORD_AUTH',
      AuthParameters: { USERNAME: 'nobody@example.org', PASSWORD: 'x' },
    });
    await expect(new CognitoIdentityProviderClient(as('Shop/Drain')).send(auth)).rejects.not.toMatchObject(
      denied,
    );
  });

  it('the operator invokes functions and sees what they throw', async () => {
    const lambda = new LambdaClient(shop.operator);
    const invoke = (event: object) =>
      lambda.send(
        new InvokeCommand({
          FunctionName: shop.resource('Shop/Count').arn,
          Payload: Buffer.from(JSON.stringify(event)),
        }),
      );
    expect((await invoke({ job: 'by hand' })).FunctionError).toBeUndefined();
    const failed = await invoke({ detail: { id: 'fails', fail: 1 } });
    expect(failed.FunctionError).toBe('Unhandled');
    expect(JSON.parse(Buffer.from(failed.Payload ?? []).toString())).toMatchObject({ errorType: 'Error' });
  });
});
