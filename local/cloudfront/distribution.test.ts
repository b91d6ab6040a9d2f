import { createHash } from 'node:crypto';
import { request as nodeRequest } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Faults } from '../core/faults.ts';
import { readApi } from '../http-api/definition.ts';
import { resources as apiResources, echo } from '../http-api/http-api.suite.ts';
import { HttpApi } from '../http-api/http-api.ts';
import {
  CACHING_DISABLED,
  LAST_MODIFIED,
  resources,
  SCRIPT,
  type Seen,
  startEdge,
  VIDEO,
} from './distribution.suite.ts';

type Edge = Awaited<ReturnType<typeof startEdge>>;
let edge: Edge;
const running: Edge[] = [];

beforeAll(async () => {
  edge = await startEdge();
});
afterAll(() => edge.stop());
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

async function start(...parameters: Parameters<typeof startEdge>): Promise<string> {
  const one = await startEdge(...parameters);
  running.push(one);
  return one.address;
}

const ago = (seconds: number): string => new Date(LAST_MODIFIED - seconds * 1000).toUTCString();
/** S3's ETag of a plain upload. */
const VIDEO_ETAG = `"${createHash('md5').update(VIDEO).digest('hex')}"`;

/** fetch decodes bodies by itself and adds accept-encoding: this does neither. */
function raw(url: string, headers: Record<string, string> = {}, method = 'GET') {
  return new Promise<{ status: number; headers: Record<string, string>; body: Buffer }>((resolve, reject) => {
    nodeRequest(url, { headers, method }, (answer) => {
      buffer(answer).then(
        (body) =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers as Record<string, string>,
            body,
          }),
        reject,
      );
    })
      .on('error', reject)
      .end();
  });
}

describe('a bucket behind the edge', () => {
  test('the path is the key, the root the default object', async () => {
    const root = await fetch(edge.address);
    expect([root.status, await root.text()]).toEqual([200, '<h1>Trang chủ</h1>']);
    expect(root.headers.get('cache-control')).toBe('max-age=60');
    const named = await fetch(`${edge.address}/${encodeURI('bài học/một.txt')}?v=1`);
    expect(await named.text()).toBe('i tờ');
  });

  test.each([
    [false, 403, 'AccessDenied'],
    [true, 404, 'NoSuchKey'],
  ])('a missing key, when the bucket may be listed: %s, is %i', async (listable, status, code) => {
    const answer = await fetch(`${await start(resources(), { list: listable })}/nowhere`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/xml']);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  });

  test('what the bucket policy does not grant is a 403', async () => {
    const answer = await fetch(`${await start(resources(), { read: false, list: true })}/app.js`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
  });

  test('HEAD has the length and no body', async () => {
    const { headers, body } = await raw(`${edge.address}/app.js`, { 'accept-encoding': 'br' }, 'HEAD');
    expect([headers['content-length'], headers['content-encoding'], body.length]).toEqual([
      String(SCRIPT.length),
      undefined,
      0,
    ]);
  });

  test.each([
    [{ 'if-none-match': VIDEO_ETAG }, 304],
    [{ 'if-none-match': `W/${VIDEO_ETAG}, "x"` }, 304],
    [{ 'if-none-match': '*' }, 304],
    [{ 'if-none-match': '"other"' }, 200],
    [{ 'if-modified-since': ago(0) }, 304],
    [{ 'if-modified-since': ago(1) }, 200],
    [{ 'if-none-match': '"other"', 'if-modified-since': ago(0) }, 200],
    [{ 'if-match': '"other"' }, 412],
    [{ 'if-unmodified-since': ago(3600) }, 412],
  ])('%o is %i', async (headers, status) => {
    const answer = await raw(`${edge.address}/video.mp4`, headers as unknown as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.length > 0).toBe(status !== 304);
  });

  test.each([
    ['bytes=0-99', 206, 'bytes 0-99/5000', 100],
    ['bytes=4990-', 206, 'bytes 4990-4999/5000', 10],
    ['bytes=-10', 206, 'bytes 4990-4999/5000', 10],
    ['bytes=4990-9999', 206, 'bytes 4990-4999/5000', 10],
    ['bytes=5000-', 416, 'bytes */5000', undefined],
    ['bytes=0-1,3-4', 200, undefined, 5000],
    ['bytes=9-1', 200, undefined, 5000],
  ])('the range %s is %i', async (range, status, contentRange, length) => {
    const answer = await raw(`${edge.address}/video.mp4`, { range });
    expect([answer.status, answer.headers['content-range']]).toEqual([status, contentRange]);
    if (length !== undefined) expect(answer.body).toHaveLength(length);
  });

  test('a range of a changed object is the whole', async () => {
    const answer = await raw(`${edge.address}/video.mp4`, { range: 'bytes=0-9', 'if-range': '"old"' });
    expect(answer.status).toBe(200);
  });

  test('an empty object is empty', async () => {
    expect((await raw(`${edge.address}/empty`)).body).toHaveLength(0);
  });
});

describe('methods', () => {
  test.each([
    ['/app.js', 'POST', 403],
    ['/app.js', 'OPTIONS', 403],
    ['/api/x', 'DELETE', 200],
    ['/api/x', 'PROPFIND', 405],
  ])('%s %s is %i', async (path, method, status) => {
    expect((await raw(`${edge.address}${path}`, {}, method)).status).toBe(status);
  });
});

describe('compression', () => {
  test.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const)('accept-encoding %s gives %s', async (accepted, encoding, decode) => {
    for (const _ of ['compressed now', 'remembered']) {
      const { headers, body } = await raw(`${edge.address}/app.js`, { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers.etag).toMatch(/^W\//);
      expect(decode(body).toString()).toBe(SCRIPT);
      expect(body.length).toBeLessThan(SCRIPT.length);
    }
  });

  test('its weak ETag is good for a 304', async () => {
    const { headers } = await raw(`${edge.address}/app.js`, { 'accept-encoding': 'br' });
    const again = await raw(`${edge.address}/app.js`, {
      'if-none-match': headers.etag ?? '',
      'accept-encoding': 'br',
    });
    expect(again.status).toBe(304);
  });

  test.each([
    ['/app.js', 'identity'],
    ['/video.mp4', 'br'],
    ['/index.html', 'br'],
    ['/api/x', 'br'],
  ])('%s with accept-encoding %s stays as it is', async (path, accepted) => {
    const { headers } = await raw(`${edge.address}${path}`, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('a range is never compressed', async () => {
    const { status, headers } = await raw(`${edge.address}/app.js`, {
      'accept-encoding': 'br',
      range: 'bytes=0-1999',
    });
    expect([status, headers['content-encoding']]).toEqual([206, undefined]);
  });

  test('needs Compress', async () => {
    const address = await start(resources({}, { Compress: false }));
    expect(
      (await raw(`${address}/app.js`, { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined();
  });
});

describe('an API behind the edge', () => {
  const seenBy = async (answer: Response) => (await answer.json()) as Seen;

  test('sees the whole request but the host, and the edge before it', async () => {
    const answer = await fetch(`${edge.address}/api/courses?b=2&a=%20`, {
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
    const address = await start(resources({ CacheBehaviors: [behaviour] }, {}, policies));
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
    const address = await start(resources(), {}, (request) => gateway.handle(request));
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
    const answer = await fetch(`${await start(resources(pages))}/nowhere`);
    expect([answer.status, await answer.text()]).toEqual([404, '<h1>Không thấy</h1>']);
    expect(answer.headers.get('x-cache')).toBe('Error from cloudfront');
  });

  test('hold for the API too, as on AWS', async () => {
    const answer = await fetch(`${await start(resources(pages))}/api/status/403`);
    expect([answer.status, await answer.text()]).toEqual([404, '<h1>Không thấy</h1>']);
  });

  test('leave other errors alone, and errors whose page is missing', async () => {
    const address = await start(resources(pages));
    expect((await fetch(`${address}/api/status/409`)).status).toBe(409);
    expect((await fetch(`${address}/api/status/500`)).status).toBe(500);
  });
});

describe('what cannot be played stops the start', () => {
  const refused = (config: object, site: object, name: string) =>
    expect(startEdge(resources(config, site))).rejects.toThrow(name);

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
