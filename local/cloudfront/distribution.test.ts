import { beforeEach, describe, expect, test } from 'vitest';
import { Faults } from '../core/faults.ts';
import { readApi } from '../http-api/definition.ts';
import { resources as apiResources, echo } from '../http-api/http-api.suite.ts';
import { HttpApi } from '../http-api/http-api.ts';
import { CACHING_DISABLED, edges, raw, resources, type Seen } from './distribution.suite.ts';

const start = edges();
let edge = '';

beforeEach(async () => {
  edge = (await start()).address;
});

describe('methods', () => {
  test.each([
    ['/app.js', 'POST', 403],
    ['/app.js', 'OPTIONS', 403],
    ['/api/x', 'DELETE', 200],
    ['/api/x', 'PROPFIND', 405],
  ])('%s %s is %i', async (path, method, status) => {
    expect((await raw(`${edge}${path}`, {}, method)).status).toBe(status);
  });
});

describe('an API behind the edge', () => {
  const seenBy = async (answer: Response) => (await answer.json()) as Seen;

  test('sees the whole request but the host, and the edge before it', async () => {
    const answer = await fetch(`${edge}/api/courses?b=2&a=%20`, {
      method: 'POST',
      body: 'tải lên',
      headers: {
        authorization: 'Bearer t',
        cookie: 'x=1; y=2',
        'x-forwarded-for': '203.0.113.7',
        'idempotency-key': 'k',
      },
    });
    const seen = await seenBy(answer);
    expect(seen).toMatchObject({
      method: 'POST',
      url: '/api/courses?b=2&a=%20',
      body: 'tải lên',
      sourceIp: '127.0.0.1',
    });
    expect(seen.headers).toMatchObject({
      host: 'api1.execute-api.ap-southeast-1.amazonaws.com',
      authorization: 'Bearer t',
      cookie: 'x=1; y=2',
      'idempotency-key': 'k',
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-edge': 'yes',
    });
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2']);
    expect(answer.headers.get('x-cache')).toBe('Miss from cloudfront');
  });

  test('policies decide what is forwarded', async () => {
    const policies = {
      cachePolicies: new Map([
        [
          'cp',
          {
            CachePolicyConfig: {
              MaxTTL: 60,
              ParametersInCacheKeyAndForwardedToOrigin: {
                EnableAcceptEncodingGzip: false,
                HeadersConfig: { HeaderBehavior: 'whitelist', Headers: ['X-Version'] },
                CookiesConfig: { CookieBehavior: 'none' },
                QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['v'] },
              },
            },
          },
        ],
      ]),
      originRequestPolicies: new Map([
        [
          'orp',
          {
            OriginRequestPolicyConfig: {
              HeadersConfig: { HeaderBehavior: 'none' },
              CookiesConfig: { CookieBehavior: 'allExcept', Cookies: ['secret'] },
              QueryStringsConfig: { QueryStringBehavior: 'whitelist', QueryStrings: ['q'] },
            },
          },
        ],
      ]),
    };
    const behaviour = {
      PathPattern: 'api/*',
      TargetOriginId: 'api',
      CachePolicyId: 'cp',
      OriginRequestPolicyId: 'orp',
    };
    const { address } = await start(resources({ CacheBehaviors: [behaviour] }, {}, policies));
    const answer = await fetch(`${address}/api/x?q=1&utm=2&v=3`, {
      headers: { 'x-version': '2', authorization: 'Bearer t', cookie: 'secret=1; open=2' },
    });
    const { url, headers } = await seenBy(answer);
    expect(url).toBe('/api/x?q=1&v=3');
    expect(headers).toMatchObject({ 'x-version': '2', cookie: 'open=2', 'user-agent': 'Amazon CloudFront' });
    expect(headers).not.toHaveProperty('authorization');
  });

  test('works with the local gateway, errors and large uploads included', async () => {
    const gateway = new HttpApi({
      api: readApi(apiResources(['POST /api/files', 'GET /api/courses/{id}'])),
      invoke: echo,
      jwks: () => undefined,
      clock: { now: () => 0, delay: (ms) => ms },
      faults: new Faults(),
      account: '000000000000',
      log: () => {},
    });
    const { address } = await start(resources(), {}, (request) => gateway.handle(request));
    const course = await fetch(`${address}/api/courses/7`);
    expect(await course.json()).toMatchObject({ pathParameters: { id: '7' } });
    const upload = (bytes: number) =>
      fetch(`${address}/api/files`, { method: 'POST', body: new Uint8Array(bytes) });
    expect((await upload(1_000_000)).status).toBe(200);
    expect((await upload(10 * 1024 * 1024 + 1)).status).toBe(413);
    expect(await (await fetch(`${address}/api/nowhere`)).json()).toEqual({ message: 'Not Found' });
  });
});

describe('custom error responses', () => {
  const pages = {
    CustomErrorResponses: [
      { ErrorCode: 403, ResponseCode: 404, ResponsePagePath: '/404.html' },
      { ErrorCode: 500, ResponseCode: 200, ResponsePagePath: '/missing.html' },
    ],
  };

  test('replace body and status', async () => {
    const answer = await fetch(`${(await start(resources(pages))).address}/nowhere`);
    expect([answer.status, await answer.text()]).toEqual([404, '<h1>Không thấy</h1>']);
    expect(answer.headers.get('x-cache')).toBe('Error from cloudfront');
  });

  test('hold for the API too, as on AWS', async () => {
    const answer = await fetch(`${(await start(resources(pages))).address}/api/status/403`);
    expect([answer.status, await answer.text()]).toEqual([404, '<h1>Không thấy</h1>']);
  });

  test('leave other errors alone, and errors whose page is missing', async () => {
    const { address } = await start(resources(pages));
    expect((await fetch(`${address}/api/status/409`)).status).toBe(409);
    expect((await fetch(`${address}/api/status/500`)).status).toBe(500);
  });
});

describe('what cannot be played stops the start', () => {
  const refused = (config: object, site: object, name: string) =>
    expect(start(resources(config, site))).rejects.toThrow(name);

  test.each([
    ['cache', { CachePolicyId: 'unknown-1' }],
    ['origin request', { OriginRequestPolicyId: 'unknown-1' }],
    ['response headers', { ResponseHeadersPolicyId: 'unknown-1' }],
  ])('an unknown %s policy, by its id', (_, site) => refused({}, site, 'unknown-1'));

  test('an unknown origin or function', async () => {
    await refused({}, { TargetOriginId: 'nowhere' }, 'nowhere');
    await refused({ Origins: [{ Id: 'site', DomainName: 'example.org' }] }, {}, 'example.org');
    const FunctionAssociations = [{ EventType: 'viewer-request', FunctionARN: 'arn:none' }];
    await refused({}, { FunctionAssociations, CachePolicyId: CACHING_DISABLED }, 'arn:none');
  });
});
