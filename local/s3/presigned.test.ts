import { request } from 'node:http';
import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveS3 } from './test-server.ts';

const B = 'presigned';
const ORIGIN = 'http://127.0.0.1:5555';
let server: Awaited<ReturnType<typeof serveS3>>;
beforeAll(async () => {
  server = await serveS3();
  server.s3.ensureBucket({
    name: B,
    cors: [
      {
        allowedOrigins: [ORIGIN, 'https://*.example.vn'],
        allowedMethods: ['PUT', 'GET'],
        allowedHeaders: ['content-*'],
        exposedHeaders: ['ETag', 'Content-Range'],
        maxAgeSeconds: 600,
      },
    ],
  });
});
afterAll(() => server.close());
afterEach(() => {
  vi.restoreAllMocks();
});

const putUrl = (Key: string, more: { ContentType?: string } = {}, expiresIn = 60) =>
  getSignedUrl(server.client, new PutObjectCommand({ Bucket: B, Key, ...more }), {
    expiresIn,
    ...(more.ContentType && { signableHeaders: new Set(['content-type']) }),
  });
const send = async (url: string, body: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(url, { method: 'PUT', body, headers });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
};

describe('presigned URLs', () => {
  it('put and get without any other credentials', async () => {
    const sent = await send(await putUrl('a.txt', { ContentType: 'text/plain' }), 'by browser', {
      'content-type': 'text/plain',
    });
    expect(sent.status).toBe(200);
    const command = new GetObjectCommand({
      Bucket: B,
      Key: 'a.txt',
      ResponseContentDisposition: 'attachment; filename="b.txt"',
      ResponseContentType: 'text/x-other',
    });
    const got = await fetch(await getSignedUrl(server.client, command, { expiresIn: 60 }));
    expect(await got.text()).toBe('by browser');
    expect(got.headers.get('content-disposition')).toBe('attachment; filename="b.txt"');
    expect(got.headers.get('content-type')).toBe('text/x-other');
    expect(got.headers.get('etag')).toBe(sent.headers.get('etag'));
  });

  it('are refused for another key, another method and with an added header', async () => {
    const url = await putUrl('mine.txt');
    expect(await send(url.replace('mine.txt', 'other.txt'), 'x')).toMatchObject({
      status: 403,
      text: expect.stringContaining('<Code>SignatureDoesNotMatch</Code>'),
    });
    expect((await fetch(url)).status).toBe(403);
    expect((await send(url, 'x', { 'x-amz-meta-a': '1' })).status).toBe(403);
    expect((await send(url.replace(/Expires=60/, 'Expires=600'), 'x')).status).toBe(403);
    expect(server.s3.describe()[0]?.objects).toBe(1);
  });

  it('are refused for another content type when that is signed', async () => {
    const url = await putUrl('image', { ContentType: 'image/png' });
    expect((await send(url, 'x', { 'content-type': 'text/html' })).status).toBe(403);
    expect((await send(url, 'x', { 'content-type': 'image/png' })).status).toBe(200);
  });

  it('are refused once expired', async () => {
    const url = await putUrl('late.txt', {}, 60);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 62_000);
    expect(await send(url, 'x')).toMatchObject({
      status: 403,
      text: expect.stringContaining('Request has expired'),
    });
  });
});

describe('anonymous and broken requests', () => {
  it('are refused, and a broken address too', async () => {
    expect((await fetch(`${server.address}/${B}/a.txt`)).status).toBe(403);
    expect((await fetch(`${server.address}/${B}/%zz`)).status).toBe(400);
  });

  it('answer to a bucket in the host name', async () => {
    const { port } = new URL(server.address);
    const status = await new Promise((resolve, reject) =>
      request({
        port,
        host: '127.0.0.1',
        path: '/a.txt',
        method: 'OPTIONS',
        headers: { ...preflight(), host: `${B}.localhost:${port}` },
      })
        .on('response', (answer) => resolve(answer.resume().statusCode))
        .on('error', reject)
        .end(),
    );
    expect(status).toBe(200);
  });
});

const preflight = (origin = ORIGIN, method = 'PUT', headers = 'content-type') => ({
  origin,
  'access-control-request-method': method,
  'access-control-request-headers': headers,
});
const ask = (headers: Record<string, string>) =>
  fetch(`${server.address}/${B}/any`, { method: 'OPTIONS', headers });

describe('CORS', () => {
  it('answers a preflight of an allowed origin', async () => {
    const answer = await ask(preflight());
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(answer.headers.get('access-control-allow-methods')).toBe('PUT, GET');
    expect(answer.headers.get('access-control-allow-headers')).toBe('content-type');
    expect(answer.headers.get('access-control-max-age')).toBe('600');
    expect((await ask(preflight('https://hoc.example.vn'))).status).toBe(200);
  });

  it.each([
    ['another origin', preflight('http://evil.example')],
    ['an origin that only contains an allowed one', preflight(`${ORIGIN}.evil.example`)],
    ['another method', preflight(ORIGIN, 'DELETE')],
    ['another header', preflight(ORIGIN, 'PUT', 'x-amz-meta-a')],
  ])('refuses %s', async (_, headers) => {
    const answer = await ask(headers);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('lets an allowed origin, and only that, read the answer and its ETag', async () => {
    const sent = await send(await putUrl('cors.txt'), 'x', { origin: ORIGIN });
    expect(sent.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(sent.headers.get('access-control-expose-headers')).toContain('ETag');
    const other = await send(await putUrl('cors.txt'), 'x', { origin: 'http://evil.example' });
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
  });
});
