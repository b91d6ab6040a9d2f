import {
  AdminAddUserToGroupCommand,
  CognitoIdentityProviderClient,
  ConfirmSignUpCommand,
  InitiateAuthCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { ReceiveMessageCommand, SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, type Shop, startShop } from './fixture/shop.suite.ts';

let shop: Shop;
let token: { readonly id: string; readonly access: string };

beforeAll(async () => {
  shop = await startShop();
}, 60_000);
afterAll(() => shop?.stop());

const api = (path: string) => `${shop.address}/v1${path}`;
const headers = () => ({ authorization: `Bearer ${token.id}`, 'content-type': 'application/json' });
const post = (path: string, body: unknown = {}) =>
  fetch(api(path), { method: 'POST', headers: headers(), body: JSON.stringify(body) });
const place = (id: string, quantity = 1) => post('/orders', { id, quantity });

/** How often the counting function saw a subject; undefined while it has not. */
async function seen(subject: string): Promise<number | undefined> {
  const Key = { pk: { S: `SEEN#${subject}` }, sk: { S: 'A' } };
  const { Item } = await new DynamoDBClient(shop.operator).send(
    new GetItemCommand({ TableName: shop.resource('Shop/Orders').name, Key }),
  );
  return Item && Number(Item.seen?.N);
}

const publish = (DetailType: string, detail: object) =>
  new EventBridgeClient(shop.operator).send(
    new PutEventsCommand({
      Entries: [
        {
          EventBusName: shop.resource('Shop/Bus').name,
          Source: 'shop.test',
          DetailType,
          Detail: JSON.stringify(detail),
        },
      ],
    }),
  );

async function receiveOne(queue: string) {
  const { Messages } = await new SQSClient(shop.operator).send(
    new ReceiveMessageCommand({
      QueueUrl: shop.resource(queue).ref,
      MessageAttributeNames: ['All'],
      VisibilityTimeout: 0,
    }),
  );
  return Messages?.[0];
}

describe('requests', () => {
  it('answers a public route through the distribution', async () => {
    const response = await fetch(api('/ping'));
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, name: shop.resource('Shop/Api').name });
  });

  it('refuses a protected route without a token, and with a made-up one', async () => {
    const madeUp = { authorization: 'Bearer aa.bb.cc' };
    expect((await fetch(api('/orders'))).status).toBe(401);
    expect((await fetch(api('/orders'), { headers: madeUp })).status).toBe(401);
  });

  it('answers 404 for an unknown route and 500 for a handler that throws', async () => {
    expect(await (await fetch(api('/nothing'))).json()).toEqual({ message: 'Not Found' });
    const boom = await fetch(api('/boom'));
    expect(boom.status).toBe(500);
    expect(await boom.json()).toEqual({ message: 'Internal Server Error' });
  });

  it('signs a person up, confirms by code, adds them to a group and signs in', async () => {
    const cognito = new CognitoIdentityProviderClient(shop.operator);
    const { ClientId, PoolId } = shop.outputs;
    const [Username, Password] = ['lan@example.org', 'Passw0rd!xyz'];
    const email = { Name: 'email', Value: Username };
    await cognito.send(new SignUpCommand({ ClientId, Username, Password, UserAttributes: [email] }));
    const mail = shop.logs.find((line) => line.includes(`to ${Username}`)) ?? '';
    const ConfirmationCode = /\d{6}/.exec(mail)?.[0];
    await cognito.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
    await cognito.send(
      new AdminAddUserToGroupCommand({ UserPoolId: PoolId, Username, GroupName: 'editors' }),
    );
    const { AuthenticationResult } = await cognito.send(
      new InitiateAuthCommand({
        ClientId,
        AuthFlow: 'USER_PASSWORD_AUTH',
        AuthParameters: { USERNAME: Username, PASSWORD: Password },
      }),
    );
    const { IdToken = '', AccessToken = '' } = AuthenticationResult ?? {};
    token = { id: IdToken, access: AccessToken };
    expect(token.access.split('.')).toHaveLength(3);
  });

  it('writes a transaction once, and says why not twice', async () => {
    expect((await place('A1', 3)).status).toBe(201);
    const again = await place('A1', 3);
    expect(again.status).toBe(409);
    expect(await again.json()).toEqual({ reasons: ['ConditionalCheckFailed', 'None'] });
  });

  it('hands over path, query, cookies and claims as the gateway does', async () => {
    const response = await fetch(api('/orders/A%201?a=1&a=2'), {
      headers: { ...headers(), cookie: 'x=1; y=2' },
    });
    expect(await response.json()).toEqual({
      id: 'A 1',
      groups: '[editors]',
      query: { a: '1,2' },
      cookies: ['x=1', 'y=2'],
    });
  });

  it('reads through the index, with an access token too', async () => {
    const response = await fetch(api('/orders'), { headers: { authorization: token.access } });
    expect(await response.json()).toHaveLength(1);
  });
});

describe('events', () => {
  it('flow from the stream over the bus to the consumer', async () => {
    await shop.settle(10_000);
    expect(await seen('A1')).toBe(1);
  });

  it('reach only rules whose pattern matches their content', async () => {
    await place('BIG', 200);
    await place('SKIP');
    await place('FITS', 100);
    await shop.settle(10_000);
    expect([await seen('FITS'), await seen('BIG'), await seen('SKIP')]).toEqual([1, undefined, undefined]);
  });

  it('are retried when a stream batch fails in part', async () => {
    await place('RETRY1');
    await shop.settle(10_000);
    expect(await seen('RETRY1')).toBe(1);
  });

  it('pass a poisoned stream record after its retries, which leaves a trace', async () => {
    await place('POISON');
    await place('AFTER');
    await shop.settle(20_000);
    const body = JSON.parse((await receiveOne('Shop/StreamDead'))?.Body ?? '{}');
    expect(body.requestContext).toMatchObject({
      condition: 'RetryAttemptsExhausted',
      approximateInvokeCount: 4,
    });
    expect(body.DDBStreamBatchInfo.batchSize).toBe(1);
    expect(await seen('AFTER')).toBe(1);
  });

  it('follow a presigned upload', async () => {
    const { url } = (await (await post('/uploads')).json()) as { url: string };
    const body = Buffer.alloc(1000);
    const upload = await fetch(url, {
      method: 'PUT',
      body,
      headers: { 'content-type': 'application/octet-stream' },
    });
    expect(upload.status).toBe(200);
    await shop.settle(10_000);
    const key = decodeURIComponent(new URL(url).pathname.split('/').slice(2).join('/'));
    expect(await seen(key)).toBe(1);
  });

  it('are tried three times by an asynchronous function', async () => {
    await publish('OrderPlaced', { id: 'F2', quantity: 1, fail: 2 });
    await shop.settle(10_000);
    expect(await seen('F2')).toBe(3);
  });

  it('are lost after that without a destination; the rule had delivered, so its dead letters stay empty', async () => {
    await publish('OrderPlaced', { id: 'F9', quantity: 1, fail: 99 });
    await shop.settle(10_000);
    expect(await seen('F9')).toBe(3);
    expect(shop.logs.some((line) => line.includes('is lost'))).toBe(true);
    expect(await receiveOne('Shop/RuleDead')).toBeUndefined();
  });

  it('become dead letters with a reason when the target is gone', async () => {
    await publish('Gone', { id: 'GONE' });
    await shop.settle(10_000);
    const message = await receiveOne('Shop/RuleDead');
    expect(JSON.parse(message?.Body ?? '{}').detail).toEqual({ id: 'GONE' });
    expect(message?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_RESOURCE');
    shop.services.sqs.purge(shop.resource('Shop/RuleDead').name);
  });

  it('become dead letters when no policy lets the rule in', async () => {
    await publish('Closed', { id: 'SHUT' });
    await shop.settle(10_000);
    const message = await receiveOne('Shop/RuleDead');
    expect(JSON.parse(message?.Body ?? '{}').detail).toEqual({ id: 'SHUT' });
    expect(message?.MessageAttributes?.ERROR_CODE?.StringValue).toBe('NO_PERMISSIONS');
    shop.services.sqs.purge(shop.resource('Shop/RuleDead').name);
  });

  it('are refused one by one when malformed or in the name of AWS', async () => {
    const entry = (Source: string, Detail: string) => ({ Source, DetailType: 'a', Detail });
    const { FailedEntryCount, Entries } = await new EventBridgeClient(shop.operator).send(
      new PutEventsCommand({ Entries: [entry('aws.x', '{}'), entry('a', '{'), entry('a', '{}')] }),
    );
    expect(FailedEntryCount).toBe(2);
    expect(Entries?.[2]?.EventId).toBeDefined();
  });
});

describe('queues and schedules', () => {
  it('deletes good messages and moves a bad one to the dead letters after its receives', async () => {
    const sqs = new SQSClient(shop.operator);
    for (const MessageBody of ['good1', 'bad1', 'good2'])
      await sqs.send(new SendMessageCommand({ QueueUrl: shop.outputs.WorkUrl, MessageBody }));
    const dead = await eventually(() => receiveOne('Shop/WorkDead'));
    expect(dead.Body).toBe('bad1');
    expect(shop.services.sqs.counts(shop.resource('Shop/Work').name)).toEqual({
      visible: 0,
      inFlight: 0,
      delayed: 0,
    });
  });

  it('knows the next night in the time zone of the schedule, and runs it at once when asked', async () => {
    const nightly = shop.services.scheduler.describe().find(({ name }) => name.includes('Nightly'));
    const at = { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' } as const;
    expect(new Intl.DateTimeFormat('vi', at).format(nightly?.nextRun)).toBe('03:00');
    expect(shop.services.scheduler.runNow(nightly?.name ?? '')).toBe(true);
    await shop.settle(10_000);
    expect(await seen('nightly')).toBe(1);
  });
});
