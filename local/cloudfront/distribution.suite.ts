import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { type Handler, header, nodeListener } from '../http-api/exchange.ts';
import { Distribution } from './distribution.ts';
import type { StoredObject } from './object-origin.ts';
import { type DistributionResources, readDistribution } from './settings.ts';

export const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
export const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
export const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';
const LAST_MODIFIED = Date.parse('2026-11-01T08:00:00.500Z');

/** What the API behind the edge saw. */
export type Seen = {
  method: string;
  url: string;
  headers: Record<string, string>;
  sourceIp: string;
  body: string;
};

/** An API that answers with what it saw; `/api/status/404` and the like answer with that status. */
const echoApi: Handler = async (request) => {
  const status = Number(/\/status\/(\d+)/.exec(request.url)?.[1] ?? 200);
  const headers = Object.keys(request.headers).map((name) => [name, header(request.headers, name) ?? '']);
  const seen = {
    ...request,
    headers: Object.fromEntries(headers),
    body: await text(Readable.from(request.body)),
  };
  const body = Buffer.from(JSON.stringify(seen).padEnd(2000));
  return {
    status,
    headers: {
      'content-type': 'application/json',
      'content-length': String(body.length),
      'set-cookie': ['a=1; Path=/', 'b=2'],
    },
    body,
  };
};

const stored = (type: string, content: string | Buffer): StoredObject => {
  const data = Buffer.from(content);
  return {
    size: data.length,
    etag: `"${data.length.toString(16)}"`,
    lastModified: LAST_MODIFIED,
    headers: { 'content-type': type, 'cache-control': 'max-age=60' },
    open: (start, end) => Readable.from([data.subarray(start, end + 1)]),
  };
};

export const SCRIPT = 'export const line = 1;\n'.repeat(500);
const OBJECTS: Readonly<Record<string, StoredObject>> = {
  'index.html': stored('text/html', '<h1>Trang chủ</h1>'),
  '404.html': stored('text/html', '<h1>Không thấy</h1>'),
  'app.js': stored('text/javascript', SCRIPT),
  'bài học/một.txt': stored('text/plain', 'i tờ'),
  'video.mp4': stored('video/mp4', Buffer.alloc(5000, 'v')),
  empty: stored('text/plain', ''),
};

/** Resources of a distribution: a bucket behind `/`, an API behind `/api/*`. */
export function resources(
  config: object = {},
  site: object = {},
  overrides: Partial<DistributionResources> = {},
): DistributionResources {
  return {
    id: 'E1TEST',
    functions: new Map(),
    cachePolicies: new Map(),
    originRequestPolicies: new Map(),
    responseHeadersPolicies: new Map(),
    ...overrides,
    properties: {
      DistributionConfig: {
        DefaultRootObject: 'index.html',
        Origins: [
          {
            Id: 'site',
            DomainName: 'web-bucket.s3.ap-southeast-1.amazonaws.com',
            OriginAccessControlId: 'o',
          },
          {
            Id: 'api',
            DomainName: 'api1.execute-api.ap-southeast-1.amazonaws.com',
            OriginCustomHeaders: [{ HeaderName: 'X-Edge', HeaderValue: 'yes' }],
          },
        ],
        DefaultCacheBehavior: {
          TargetOriginId: 'site',
          CachePolicyId: CACHING_OPTIMIZED,
          Compress: true,
          ...site,
        },
        CacheBehaviors: [
          {
            PathPattern: '/api/*',
            TargetOriginId: 'api',
            AllowedMethods: ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'],
            CachePolicyId: CACHING_DISABLED,
            OriginRequestPolicyId: ALL_VIEWER_EXCEPT_HOST,
            Compress: true,
          },
        ],
        ...config,
      },
    },
  };
}

/** A viewer-request or viewer-response function on the default behaviour. */
export const withFunction = (eventType: string, code: string): DistributionResources =>
  resources(
    {},
    { FunctionAssociations: [{ EventType: eventType, FunctionARN: 'arn:fn' }] },
    { functions: new Map([['arn:fn', { name: 'fn', code }]]) },
  );

/** A distribution behind a real HTTP port. */
export async function startEdge(declared = resources(), listable = false, api: Handler = echoApi) {
  const lines: string[] = [];
  const reads: string[] = [];
  const buckets = {
    find: async (bucket: string, key: string) => {
      reads.push(`${bucket}/${key}`);
      return Object.hasOwn(OBJECTS, key) ? OBJECTS[key] : undefined;
    },
    listable: () => listable,
  };
  const log = (line: string) => lines.push(line);
  const definition = readDistribution(declared, {
    buckets,
    api: (id) => (id === 'api1' ? api : undefined),
  });
  const edge = new Distribution(definition, log);
  const server = createServer(nodeListener((request) => edge.handle(request), log));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address, lines, reads, stop };
}
