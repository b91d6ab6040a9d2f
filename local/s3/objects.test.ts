import { createHash, randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import {
  CopyObjectCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetBucketLocationCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
} from '@aws-sdk/client-s3';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveS3 } from './test-server.ts';

const B = 'objects';
let server: Awaited<ReturnType<typeof serveS3>>;
const denied = new Set<string>();
beforeAll(async () => {
  server = await serveS3({ allow: (_, action, arn) => !denied.has(action) && !arn.endsWith('/forbidden') });
  server.s3.ensureBucket({ name: B, eventBridge: true });
  server.s3.ensureBucket({ name: 'quiet' });
});
afterAll(() => server.close());
const httpStatus = (status: number) => ({ $metadata: { httpStatusCode: status } });

describe('put and get', () => {
  it('keeps bytes, type and metadata under any key', async () => {
    for (const key of ['a/b c+ü.txt', 'a//../b', "q?&=#%'()*!", 'chào/Bình dân']) {
      const sent = await server.put(B, key, 'hello', { ContentType: 'text/plain', Metadata: { who: 'me' } });
      const got = await server.get(B, key);
      expect(got.bytes.toString()).toBe('hello');
      expect(got).toMatchObject({ ContentType: 'text/plain', Metadata: { who: 'me' }, ETag: sent.ETag });
    }
    expect((await server.get(B, 'a//../b')).ETag).toBe(
      `"${createHash('md5').update('hello').digest('hex')}"`,
    );
  });

  it('takes a stream (aws-chunked with a checksum trailer)', async () => {
    const data = randomBytes(300_000);
    const body = Readable.from([data.subarray(0, 100_000), data.subarray(100_000)]);
    const sent = await server.put(B, 'stream', body, { ContentLength: data.length });
    expect(sent.ChecksumCRC32).toBeDefined();
    const got = await server.get(B, 'stream', { ChecksumMode: 'ENABLED' });
    expect(got.bytes.equals(data)).toBe(true);
    expect(got).toMatchObject({ ChecksumCRC32: sent.ChecksumCRC32, ChecksumType: 'FULL_OBJECT' });
    expect(got.ContentEncoding).toBeUndefined();
  });

  it('verifies checksums and stores nothing that fails', async () => {
    const wrong = { ChecksumSHA256: createHash('sha256').update('other').digest('base64') };
    await expect(server.put(B, 'bad', 'body', wrong)).rejects.toMatchObject({ name: 'BadDigest' });
    const md5 = { ContentMD5: createHash('md5').update('other').digest('base64') };
    await expect(server.put(B, 'bad', 'body', md5)).rejects.toMatchObject({ name: 'BadDigest' });
    await expect(server.put(B, 'bad', 'body', { ChecksumAlgorithm: 'SHA256' })).resolves.toMatchObject({
      ChecksumSHA256: createHash('sha256').update('body').digest('base64'),
    });
    expect(server.files().incoming).toEqual([]);
  });

  it.each([
    ['bytes=2-5', '2345', 'bytes 2-5/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=8-100', '89', 'bytes 8-9/10'],
  ])('answers range %s', async (Range, body, ContentRange) => {
    await server.put(B, 'digits', '0123456789');
    const got = await server.get(B, 'digits', { Range });
    expect(got.bytes.toString()).toBe(body);
    expect(got).toMatchObject({ ContentRange, ...httpStatus(206) });
  });

  it('refuses a range outside the object', async () => {
    await server.put(B, 'digits', '0123456789');
    await expect(server.get(B, 'digits', { Range: 'bytes=50-60' })).rejects.toMatchObject(httpStatus(416));
  });

  it('judges conditions of reads and writes', async () => {
    const { ETag } = await server.put(B, 'c', 'one');
    await expect(server.get(B, 'c', { IfNoneMatch: ETag })).rejects.toMatchObject(httpStatus(304));
    await expect(server.get(B, 'c', { IfMatch: '"x"' })).rejects.toMatchObject(httpStatus(412));
    await expect(server.put(B, 'c', 'two', { IfNoneMatch: '*' })).rejects.toMatchObject(httpStatus(412));
    await expect(server.put(B, 'c', 'two', { IfMatch: '"x"' })).rejects.toMatchObject(httpStatus(412));
    await expect(server.put(B, 'absent', 'x', { IfMatch: ETag })).rejects.toMatchObject(httpStatus(404));
    await server.put(B, 'c', 'two', { IfMatch: ETag });
    expect((await server.get(B, 'c')).bytes.toString()).toBe('two');
  });

  it('lets one of several concurrent creations win', async () => {
    const all = ['1', '2', '3', '4'].map((body) => server.put(B, 'race', body, { IfNoneMatch: '*' }));
    const results = await Promise.allSettled(all);
    expect(results.filter((r) => r.status === 'fulfilled')).toHaveLength(1);
  });

  it('tells what is missing, and not to those who may not list', async () => {
    const head = await server.client.send(new HeadObjectCommand({ Bucket: B, Key: 'digits' }));
    expect(head.ContentLength).toBe(10);
    await expect(server.get(B, 'nope')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(server.client.send(new HeadObjectCommand({ Bucket: B, Key: 'nope' }))).rejects.toMatchObject(
      { name: 'NotFound' },
    );
    await expect(server.get('nowhere', 'x')).rejects.toMatchObject({ name: 'NoSuchBucket' });
    await expect(server.get(B, 'forbidden')).rejects.toMatchObject({ name: 'AccessDenied' });
    denied.add('s3:ListBucket');
    await expect(server.get(B, 'nope')).rejects.toMatchObject({ name: 'AccessDenied' });
    denied.clear();
  });

  it('is readable in process with ranges and conditions', async () => {
    const { ETag = '' } = await server.put(B, 'inner', 'abcdef');
    const part = server.s3.read(B, 'inner', { range: 'bytes=1-2' });
    expect(part.status).toBe(206);
    expect(await new Response(Readable.toWeb(part.body as Readable) as ReadableStream).text()).toBe('bc');
    expect(server.s3.read(B, 'inner', { 'if-none-match': ETag }).status).toBe(304);
    expect(server.s3.read(B, 'inner', {}, 'HEAD')).toMatchObject({ status: 200, headers: { etag: ETag } });
    expect(server.s3.read(B, 'absent').status).toBe(404);
  });
});

describe('copy and delete', () => {
  it('copies with or without new metadata', async () => {
    await server.put(B, 'from ü', 'data', { Metadata: { a: '1' } });
    const CopySource = `${B}/${encodeURIComponent('from ü')}`;
    await server.client.send(new CopyObjectCommand({ Bucket: B, Key: 'to', CopySource }));
    expect(await server.get(B, 'to')).toMatchObject({ Metadata: { a: '1' } });
    const replaced = { MetadataDirective: 'REPLACE', Metadata: { b: '2' } } as const;
    await server.client.send(new CopyObjectCommand({ Bucket: B, Key: 'to', CopySource, ...replaced }));
    expect((await server.get(B, 'to')).Metadata).toEqual({ b: '2' });
    const gone = new CopyObjectCommand({ Bucket: B, Key: 'to', CopySource: `${B}/nope` });
    await expect(server.client.send(gone)).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('deletes one or many, each as far as it is allowed', async () => {
    await server.put(B, 'd1', 'x');
    await server.put(B, 'd<&>2', 'x');
    await server.client.send(new DeleteObjectCommand({ Bucket: B, Key: 'd1' }));
    const Objects = ['d1', 'd<&>2', 'forbidden'].map((Key) => ({ Key }));
    const deleted = await server.client.send(new DeleteObjectsCommand({ Bucket: B, Delete: { Objects } }));
    expect(deleted.Deleted?.map((d) => d.Key)).toEqual(['d1', 'd<&>2']);
    expect(deleted.Errors).toMatchObject([{ Key: 'forbidden', Code: 'AccessDenied' }]);
    await expect(server.get(B, 'd<&>2')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('leaves no file of what was replaced or deleted', async () => {
    const before = server.files().objects.length;
    await server.put('quiet', 'f', '1');
    await server.put('quiet', 'f', '2');
    await server.client.send(new DeleteObjectCommand({ Bucket: 'quiet', Key: 'f' }));
    await vi.waitFor(() => expect(server.files().objects).toHaveLength(before));
  });

  it('emits an event for each change, in order, only where the bucket asks for it', async () => {
    server.events.length = 0;
    const { ETag } = await server.put(B, 'e', 'five!');
    await server.put('quiet', 'e', 'x');
    await server.client.send(new DeleteObjectCommand({ Bucket: B, Key: 'e' }));
    const [created, deleted, ...more] = server.events;
    expect(more).toEqual([]);
    const etag = ETag?.replaceAll('"', '');
    expect(created).toMatchObject({
      source: 'aws.s3',
      detailType: 'Object Created',
      resources: [`arn:aws:s3:::${B}`],
      detail: { version: '0', bucket: { name: B }, object: { key: 'e', size: 5, etag }, reason: 'PutObject' },
    });
    expect(deleted).toMatchObject({
      detailType: 'Object Deleted',
      detail: { object: { key: 'e' }, reason: 'DeleteObject', 'deletion-type': 'Permanently Deleted' },
    });
    const order = (event: typeof created) =>
      (event?.detail.object as { sequencer: string } | undefined)?.sequencer ?? '';
    expect(order(created) < order(deleted)).toBe(true);
  });
});

describe('buckets', () => {
  it('answers what a client asks of a bucket', async () => {
    await expect(server.client.send(new HeadBucketCommand({ Bucket: B }))).resolves.toBeDefined();
    await expect(server.client.send(new HeadBucketCommand({ Bucket: 'nowhere' }))).rejects.toMatchObject(
      httpStatus(404),
    );
    const location = await server.client.send(new GetBucketLocationCommand({ Bucket: B }));
    expect(location.LocationConstraint).toBe('ap-southeast-1');
  });

  it('refuses by name what it does not offer', async () => {
    const acl = new PutObjectAclCommand({ Bucket: B, Key: 'k', ACL: 'private' });
    await expect(server.client.send(acl)).rejects.toMatchObject({ name: 'NotImplemented', message: /acl/ });
    await expect(server.client.send(new ListObjectsCommand({ Bucket: B }))).rejects.toMatchObject({
      name: 'NotImplemented',
    });
    await expect(server.put(B, 'k', 'x', { Tagging: 'a=b' })).rejects.toThrow('x-amz-tagging');
    await expect(
      server.put(B, 'k', 'x', { ChecksumAlgorithm: 'SHA1', ChecksumCRC64NVME: 'AAAA' }),
    ).rejects.toThrow(/crc64nvme/);
  });

  it('pages through keys and common prefixes without loss or repetition', async () => {
    const key = fc.string({
      unit: fc.constantFrom('a', '/', 'é', '\u{1F600}', '\uFFFD'),
      minLength: 1,
      maxLength: 5,
    });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(key, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom('', '/'),
        async (keys, MaxKeys, delimiter) => {
          round += 1;
          const Prefix = `p${round}-`;
          for (const k of keys) await server.put('quiet', Prefix + k, 'x');
          const seen: string[] = [];
          let ContinuationToken: string | undefined;
          do {
            const command = new ListObjectsV2Command({
              Bucket: 'quiet',
              Prefix,
              MaxKeys,
              Delimiter: delimiter || undefined,
              ContinuationToken,
            });
            const page = await server.client.send(command);
            const names = [
              ...(page.Contents ?? []).map((c) => c.Key),
              ...(page.CommonPrefixes ?? []).map((p) => p.Prefix),
            ];
            expect(names).toHaveLength(page.KeyCount ?? -1);
            seen.push(...names.map((name) => name ?? ''));
            ContinuationToken = page.NextContinuationToken;
          } while (ContinuationToken);
          const folded = keys.map((k) => (delimiter && k.includes('/') ? k.slice(0, k.indexOf('/') + 1) : k));
          const expected = [...new Set(folded)].map((k) => Prefix + k);
          expect(seen.toSorted()).toEqual(expected.toSorted());
        },
      ),
      { numRuns: 15 },
    );
  });
});
