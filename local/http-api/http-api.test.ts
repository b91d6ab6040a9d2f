import { describe, expect, test } from 'vitest';
import { Faults } from '../core/faults.ts';
import { echo, type GatewayEvent, gateways, NOW, resources } from './http-api.suite.ts';
import type { InvocationOutcome } from './http-api.ts';

const start = gateways();
const returning = (result: unknown) => ({ invoke: async () => ({ ok: true as const, result }) });
const messageOf = async (answer: Response) => [answer.status, await answer.json()];

describe('the event', () => {
  test('has the form of payload 2.0', async () => {
    const { address } = await start(resources(['GET /orders/{id}']));
    const answer = await fetch(`${address}/orders/A%201?a=1&a=2&b=x%20y`, {
      headers: {
        cookie: 'x=1; y=2',
        'x-forwarded-for': '203.0.113.9',
        'X-Mixed': 'Case',
        'user-agent': 'test',
      },
    });
    const port = address.split(':')[2];
    expect(await answer.json()).toMatchObject({
      version: '2.0',
      routeKey: 'GET /orders/{id}',
      rawPath: '/orders/A%201',
      rawQueryString: 'a=1&a=2&b=x%20y',
      cookies: ['x=1', 'y=2'],
      headers: {
        'x-mixed': 'Case',
        'x-forwarded-for': '203.0.113.9, 127.0.0.1',
        'x-forwarded-port': port,
        'x-forwarded-proto': 'http',
      },
      queryStringParameters: { a: '1,2', b: 'x y' },
      pathParameters: { id: 'A 1' },
      requestContext: {
        accountId: '000000000000',
        apiId: 'api1',
        domainName: '127.0.0.1',
        http: { method: 'GET', path: '/orders/A%201', sourceIp: '127.0.0.1', userAgent: 'test' },
        stage: '$default',
        time: '22/Nov/2026:10:00:00 +0000',
        timeEpoch: NOW,
      },
      isBase64Encoded: false,
    });
  });

  test.each([
    ['application/json', '{"a":"ấ"}', false],
    ['application/problem+json; charset=utf-8', '{}', false],
    ['text/plain', 'chữ', false],
    ['application/x-www-form-urlencoded', 'a=1', true],
    ['application/octet-stream', '\u0000', true],
  ])('a body of type %s', async (type, body, base64) => {
    const { address } = await start();
    const answer = await fetch(`${address}/x`, { method: 'POST', body, headers: { 'content-type': type } });
    const event = (await answer.json()) as GatewayEvent;
    expect(event.isBase64Encoded).toBe(base64);
    expect(Buffer.from(event.body ?? '', base64 ? 'base64' : 'utf8').toString()).toBe(body);
  });
});

describe('the answer', () => {
  test('carries status, headers, cookies and a binary body', async () => {
    const body = Buffer.from([0, 255, 128]);
    const { address } = await start(
      undefined,
      returning({
        statusCode: 201,
        headers: { 'Content-Type': 'application/pdf', 'X-Count': 3, connection: 'close' },
        cookies: ['a=1', 'b=2'],
        body: body.toString('base64'),
        isBase64Encoded: true,
      }),
    );
    const answer = await fetch(`${address}/x`);
    expect(answer.status).toBe(201);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
    expect(answer.headers.get('x-count')).toBe('3');
    expect(answer.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(answer.headers.get('apigw-requestid')).toBeTruthy();
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(body);
  });

  test.each([
    [{ name: 'An' }, '{"name":"An"}'],
    ['text', 'text'],
    [null, 'null'],
  ])('without statusCode is 200 and JSON: %o', async (result, text) => {
    const { address } = await start(undefined, returning(result));
    const answer = await fetch(`${address}/x`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json']);
    expect(await answer.text()).toBe(text);
  });

  test.each([{ statusCode: 'many' }, { statusCode: 200, body: { a: 1 } }, { statusCode: 99 }])(
    'of a wrong form is a 500: %o',
    async (result) => {
      const { address } = await start(undefined, returning(result));
      expect(await messageOf(await fetch(`${address}/x`))).toEqual([
        500,
        { message: 'Internal Server Error' },
      ]);
    },
  );

  test('to HEAD has no body', async () => {
    const { address } = await start(undefined, returning({ statusCode: 200, body: 'four' }));
    const answer = await fetch(`${address}/x`, { method: 'HEAD' });
    expect([answer.headers.get('content-length'), await answer.text()]).toEqual(['4', '']);
  });
});

describe('what the gateway answers itself', () => {
  test.each([
    ['/nowhere', 404, 'Not Found'],
    ['/a/%E0%A4%A', 400, 'Bad Request'],
  ])('%s is %i', async (path, status, message) => {
    const { address } = await start(resources(['GET /a/{id}']));
    expect(await messageOf(await fetch(`${address}${path}`))).toEqual([status, { message }]);
  });

  test.each<[InvocationOutcome, number]>([
    [{ ok: false, throttled: false, reason: 'TypeError: x' }, 500],
    [{ ok: false, throttled: true, reason: 'Rate exceeded' }, 503],
  ])('a failed invocation %o is %i and logged', async (outcome, status) => {
    const { address, lines } = await start(undefined, { invoke: async () => outcome });
    expect((await fetch(`${address}/x`)).status).toBe(status);
    expect(lines).toEqual([expect.stringContaining('fn')]);
  });

  test('a function that takes longer than the gateway waits is 503', async () => {
    const { address } = await start(undefined, { invoke: () => new Promise(() => {}) });
    expect(await messageOf(await fetch(`${address}/x`))).toEqual([503, { message: 'Service Unavailable' }]);
  });

  test('10 MB pass, more is 413 by length and by counting', async () => {
    const { address } = await start(undefined, returning({ statusCode: 204 }));
    const post = (body: RequestInit['body']) =>
      fetch(`${address}/x`, { method: 'POST', body, duplex: 'half' });
    const limit = 10 * 1024 * 1024;
    expect((await post(new Uint8Array(limit))).status).toBe(204);
    expect(await messageOf(await post(new Uint8Array(limit + 1)))).toEqual([
      413,
      { message: 'Request Entity Too Large' },
    ]);
    expect((await post(new Blob([new Uint8Array(limit + 1)]).stream())).status).toBe(413);
  });

  test('more than 10,240 bytes of headers is 431', async () => {
    const { address } = await start();
    const answer = await fetch(`${address}/x`, { headers: { 'x-long': 'a'.repeat(10_240) } });
    expect(answer.status).toBe(431);
  });

  test('throttling empties a bucket per route and fills it by the rate', async () => {
    let now = NOW;
    const declared = {
      ...resources(['GET /a', 'GET /b']),
      stage: {
        StageName: '$default',
        AutoDeploy: true,
        DefaultRouteSettings: { ThrottlingRateLimit: 1, ThrottlingBurstLimit: 2 },
        RouteSettings: { 'GET /b': { ThrottlingBurstLimit: 1 } },
      },
    };
    const { address } = await start(declared, { clock: { now: () => now, delay: (ms) => ms } });
    const status = async (path: string) => (await fetch(`${address}${path}`)).status;
    expect([await status('/a'), await status('/a'), await status('/a')]).toEqual([200, 200, 429]);
    expect([await status('/b'), await status('/b')]).toEqual([200, 429]);
    now += 1000;
    expect([await status('/a'), await status('/a')]).toEqual([200, 429]);
  });

  test('an injected crash runs the function and loses its answer', async () => {
    let runs = 0;
    const { address } = await start(undefined, {
      faults: new Faults({ crash: 1 }),
      invoke: async (name, event) => {
        runs += 1;
        return echo(name, event);
      },
    });
    expect([(await fetch(`${address}/x`)).status, runs]).toEqual([500, 1]);
  });
});

test.each([
  ['stage', { stage: { StageName: 'prod', AutoDeploy: true } }],
  ['function', { integrations: new Map([['i1', { IntegrationType: 'HTTP_PROXY' }]]) }],
])('a %s that cannot be played stops the start', async (_, override) => {
  await expect(start({ ...resources(['GET /x']), ...override })).rejects.toThrow();
});
