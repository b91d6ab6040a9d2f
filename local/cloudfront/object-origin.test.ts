import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeEach, describe, expect, test } from 'vitest';
import { edges, LAST_MODIFIED, raw, resources, SCRIPT, VIDEO } from './distribution.suite.ts';

const start = edges();
let edge = '';

beforeEach(async () => {
  edge = (await start()).address;
});

const ago = (seconds: number): string => new Date(LAST_MODIFIED - seconds * 1000).toUTCString();
/** S3's ETag of a plain upload. */
const VIDEO_ETAG = `"${createHash('md5').update(VIDEO).digest('hex')}"`;

describe('a bucket behind the edge', () => {
  test('the path is the key, the root the default object', async () => {
    const root = await fetch(edge);
    expect([root.status, await root.text()]).toEqual([200, '<h1>Trang chủ</h1>']);
    expect(root.headers.get('cache-control')).toBe('max-age=60');
    const named = await fetch(`${edge}/${encodeURI('bài học/một.txt')}?v=1`);
    expect(await named.text()).toBe('i tờ');
  });

  test('a bare plus is a space in a key, as S3 has it', async () => {
    expect((await fetch(`${edge}/1+2.txt`)).status).toBe(403);
    expect(await (await fetch(`${edge}/1%2B2.txt`)).text()).toBe('ba');
  });

  test.each([
    [false, 403, 'AccessDenied'],
    [true, 404, 'NoSuchKey'],
  ])('a missing key, when the bucket may be listed: %s, is %i', async (listable, status, code) => {
    const answer = await fetch(`${(await start(resources(), { list: listable })).address}/nowhere`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/xml']);
    expect(await answer.text()).toContain(`<Code>${code}</Code>`);
  });

  test('what the bucket policy does not grant is a 403', async () => {
    const answer = await fetch(`${(await start(resources(), { read: false, list: true })).address}/app.js`);
    expect([answer.status, await answer.text()]).toEqual([403, expect.stringContaining('AccessDenied')]);
  });

  test('HEAD has the length and no body', async () => {
    const { headers, body } = await raw(`${edge}/app.js`, { 'accept-encoding': 'br' }, 'HEAD');
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
    const answer = await raw(`${edge}/video.mp4`, headers as unknown as Record<string, string>);
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
    const answer = await raw(`${edge}/video.mp4`, { range });
    expect([answer.status, answer.headers['content-range']]).toEqual([status, contentRange]);
    if (length !== undefined) expect(answer.body).toHaveLength(length);
  });

  test('a range of a changed object is the whole', async () => {
    const answer = await raw(`${edge}/video.mp4`, { range: 'bytes=0-9', 'if-range': '"old"' });
    expect(answer.status).toBe(200);
  });

  test('an empty object is empty', async () => {
    expect((await raw(`${edge}/empty`)).body).toHaveLength(0);
  });
});

describe('compression', () => {
  test.each([
    ['gzip, br', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip;q=0.5', 'gzip', gunzipSync],
  ] as const)('accept-encoding %s gives %s', async (accepted, encoding, decode) => {
    for (const _ of ['compressed now', 'remembered']) {
      const { headers, body } = await raw(`${edge}/app.js`, { 'accept-encoding': accepted });
      expect(headers['content-encoding']).toBe(encoding);
      expect(headers.vary).toBe('Accept-Encoding');
      expect(headers.etag).toMatch(/^W\//);
      expect(decode(body).toString()).toBe(SCRIPT);
      expect(body.length).toBeLessThan(SCRIPT.length);
    }
  });

  test('its weak ETag is good for a 304', async () => {
    const { headers } = await raw(`${edge}/app.js`, { 'accept-encoding': 'br' });
    const again = await raw(`${edge}/app.js`, {
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
    const { headers } = await raw(`${edge}${path}`, { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('a cache learns that the encoding varies from the uncompressed answer too', async () => {
    expect((await raw(`${edge}/app.js`)).headers.vary).toBe('Accept-Encoding');
  });

  test('a range is never compressed', async () => {
    const { status, headers } = await raw(`${edge}/app.js`, {
      'accept-encoding': 'br',
      range: 'bytes=0-1999',
    });
    expect([status, headers['content-encoding']]).toEqual([206, undefined]);
  });

  test('needs Compress', async () => {
    const { address } = await start(resources({}, { Compress: false }));
    expect(
      (await raw(`${address}/app.js`, { 'accept-encoding': 'br' })).headers['content-encoding'],
    ).toBeUndefined();
  });
});
