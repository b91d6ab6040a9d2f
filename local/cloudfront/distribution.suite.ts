import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request as nodeRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach } from 'vitest';
import { Database } from '../core/database.ts';
import { type Handler, header, nodeListener } from '../http-api/exchange.ts';
import { S3 } from '../s3/s3.ts';
import { Distribution } from './distribution.ts';
import { type DistributionResources, readDistribution } from './settings.ts';

const CACHING_OPTIMIZED = '658327ea-f89d-4fab-a63d-7e88639e58f6';
export const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

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

export const SCRIPT = 'export const line = 1;\n'.repeat(500);
export const VIDEO = Buffer.alloc(5000, 'v');
export const LAST_MODIFIED = Date.now();
const BUCKET = 'web-bucket';
const OBJECTS: readonly [key: string, type: string, content: string | Buffer][] = [
  ['index.html', 'text/html', '<h1>Trang chủ</h1>'],
  ['404.html', 'text/html', '<h1>Không thấy</h1>'],
  ['app.js', 'text/javascript', SCRIPT],
  ['bài học/một.txt', 'text/plain', 'i tờ'],
  ['1+2.txt', 'text/plain', 'ba'],
  ['video.mp4', 'video/mp4', VIDEO],
  ['empty', 'text/plain', ''],
];

/** The local S3 with the objects of a small site. Its files go with the process's temporary folder. */
async function siteBucket(): Promise<S3> {
  const directory = mkdtempSync(join(tmpdir(), 'edge-'));
  const s3 = new S3({
    db: new Database(':memory:'),
    clock: { now: () => LAST_MODIFIED, delay: (ms) => ms },
    directory,
    region: 'ap-southeast-1',
    account: '000000000000',
    secretFor: () => 'secret',
    allow: () => true,
    emit: () => {},
    log: () => {},
  });
  s3.ensureBucket({ name: BUCKET });
  const server = createServer((request, response) => void s3.handle(request, response));
  const { address, stop } = await serve(server);
  const sdk = new S3Client({
    endpoint: address,
    region: 'ap-southeast-1',
    forcePathStyle: true,
    credentials: { accessKeyId: 'key', secretAccessKey: 'secret' },
  });
  for (const [Key, ContentType, Body] of OBJECTS)
    await sdk.send(
      new PutObjectCommand({
        Bucket: BUCKET,
        Key,
        ContentType,
        Body: Buffer.from(Body),
        CacheControl: 'max-age=60',
      }),
    );
  sdk.destroy();
  await stop();
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return s3;
}

const site = await siteBucket();

/** Resources of a distribution: a bucket behind `/`, an API behind `/api/*`. */
export function resources(
  config: object = {},
  behaviour: object = {},
  overrides: Partial<DistributionResources> = {},
): DistributionResources {
  return {
    id: 'E1TEST',
    domain: 'e1test.cloudfront.net',
    keyGroups: new Map(),
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
          ...behaviour,
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

async function serve(server: Server) {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { address, stop };
}

type Grants = { readonly list?: boolean; readonly read?: boolean };

/** A distribution behind a real HTTP port, in front of the local S3 and `api`. */
async function startEdge(declared = resources(), grants: Grants = {}, api: Handler = echoApi) {
  const { list = false, read = true } = grants;
  const lines: string[] = [];
  const log = (line: string) => lines.push(line);
  const definition = readDistribution(declared, {
    buckets: {
      read: (bucket, key, headers, method) => site.read(bucket, key, headers, method),
      readable: () => read,
      listable: () => list,
    },
    api: (id) => (id === 'api1' ? api : undefined),
    signIn: api,
  });
  const edge = new Distribution(definition, log);
  const server = createServer(nodeListener((request) => edge.handle(request), log));
  return { ...(await serve(server)), lines };
}

/** `startEdge` for the tests of one file: what it starts is stopped after each test. */
export function edges(): typeof startEdge {
  const running: { stop: () => Promise<void> }[] = [];
  afterEach(async () => {
    for (const one of running.splice(0)) await one.stop();
  });
  return async (...parameters) => {
    const one = await startEdge(...parameters);
    running.push(one);
    return one;
  };
}

/** fetch decodes bodies by itself and adds accept-encoding: this does neither. */
export function raw(url: string, headers: Record<string, string> = {}, method = 'GET') {
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
