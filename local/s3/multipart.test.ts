import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Writable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  ListMultipartUploadsCommand,
  ListObjectVersionsCommand,
  ListPartsCommand,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { serveS3 } from './test-server.ts';

const MIB = 1024 ** 2;
const md5 = (data: Uint8Array) => createHash('md5').update(data).digest();
let bytesLeft = Number.POSITIVE_INFINITY;
/** A disk that is full after `bytesLeft` more bytes. */
const createFile = (path: string) => {
  const file = createWriteStream(path, { flags: 'wx' });
  // Destroyed in the middle of a write, it reports the write that it could not finish.
  file.on('error', () => undefined);
  return new Writable({
    write(chunk: Buffer, _, done) {
      bytesLeft -= chunk.length;
      if (bytesLeft < 0) done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
      else file.write(chunk, done);
    },
    final: (done) => void file.end(done),
    destroy: (error, done) => {
      file.destroy();
      done(error);
    },
  });
};
let server: Awaited<ReturnType<typeof serveS3>>;
beforeAll(async () => {
  server = await serveS3({ createFile });
  server.s3.ensureBucket({ name: 'plain', eventBridge: true });
  server.s3.ensureBucket({ name: 'versioned', versioned: true, eventBridge: true });
});
afterAll(() => server.close());
beforeEach(() => {
  server.events.length = 0;
});
const start = async (Key: string) =>
  (
    await server.client.send(
      new CreateMultipartUploadCommand({ Bucket: 'plain', Key, ContentType: 'video/mp4' }),
    )
  ).UploadId;
const complete = (
  Key: string,
  UploadId: string | undefined,
  Parts: { PartNumber: number; ETag?: string | undefined }[],
) =>
  server.client.send(
    new CompleteMultipartUploadCommand({
      Bucket: 'plain',
      Key,
      UploadId,
      MultipartUpload: { Parts },
      ChecksumCRC32: 'AAAAAA==-2',
    }),
  );
const sendPart = (Key: string, UploadId: string | undefined, PartNumber: number, Body: Uint8Array) =>
  server.client.send(new UploadPartCommand({ Bucket: 'plain', Key, UploadId, PartNumber, Body }));

describe('multipart uploads', () => {
  it('by the SDK: bytes, ETag of the parts, checksum of the checksums, one event', async () => {
    const data = randomBytes(12 * MIB);
    const params = { Bucket: 'plain', Key: 'sdk', Body: data, ContentType: 'video/mp4' };
    const done = await new Upload({ client: server.client, params, partSize: 5 * MIB }).done();
    const digests = [0, 5, 10].map((at) => md5(data.subarray(at * MIB, (at + 5) * MIB)));
    expect(done.ETag).toBe(`"${md5(Buffer.concat(digests)).toString('hex')}-3"`);
    const got = await server.get('plain', 'sdk', { ChecksumMode: 'ENABLED' });
    expect(got.bytes.equals(data)).toBe(true);
    expect(got).toMatchObject({ ContentType: 'video/mp4', ChecksumType: 'COMPOSITE' });
    expect(got.ChecksumCRC32).toMatch(/-3$/);
    expect(server.events.map((e) => [e.detailType, e.detail.reason])).toEqual([
      ['Object Created', 'CompleteMultipartUpload'],
    ]);
  });

  it('by presigned parts, sent again and out of order', async () => {
    const UploadId = await start('browser');
    const put = async (PartNumber: number, body: Buffer) => {
      const command = new UploadPartCommand({ Bucket: 'plain', Key: 'browser', UploadId, PartNumber });
      const url = await getSignedUrl(server.client, command, { expiresIn: 60 });
      const answer = await fetch(url, { method: 'PUT', body: new Uint8Array(body) });
      return { PartNumber, ETag: answer.headers.get('etag') ?? '' };
    };
    const last = await put(2, Buffer.from('the end'));
    await put(1, Buffer.alloc(5 * MIB, 'x'));
    const first = await put(1, Buffer.alloc(5 * MIB, 'y'));
    const listed = await server.client.send(
      new ListPartsCommand({ Bucket: 'plain', Key: 'browser', UploadId }),
    );
    expect(listed.Parts?.map((p) => [p.PartNumber, p.Size])).toEqual([
      [1, 5 * MIB],
      [2, 7],
    ]);
    await complete('browser', UploadId, [first, last]);
    const { bytes } = await server.get('plain', 'browser', { Range: `bytes=${5 * MIB - 1}-` });
    expect(bytes.toString()).toBe('ythe end');
    await expect(complete('browser', UploadId, [first, last])).rejects.toMatchObject({
      name: 'NoSuchUpload',
    });
  });

  it('refuses parts that are missing, out of order or too small', async () => {
    const UploadId = await start('wrong');
    const one = { PartNumber: 1, ETag: (await sendPart('wrong', UploadId, 1, Buffer.from('small'))).ETag };
    const two = { PartNumber: 2, ETag: (await sendPart('wrong', UploadId, 2, Buffer.from('also'))).ETag };
    const refused: [string, (typeof one)[]][] = [
      ['EntityTooSmall', [one, two]],
      ['InvalidPartOrder', [two, one]],
      ['InvalidPart', [{ ...one, ETag: two.ETag }]],
      ['InvalidPart', [{ ...one, PartNumber: 3 }]],
    ];
    for (const [name, parts] of refused)
      await expect(complete('wrong', UploadId, parts)).rejects.toMatchObject({ name });
    await expect(sendPart('wrong', UploadId, 10_001, Buffer.from('x'))).rejects.toMatchObject({
      name: 'InvalidArgument',
    });
    await expect(server.get('plain', 'wrong')).rejects.toMatchObject({ name: 'NoSuchKey' });
  });

  it('is aborted with its bytes, by request or by age', async () => {
    const UploadId = await start('aborted');
    const before = server.files().objects.length;
    await sendPart('aborted', UploadId, 1, Buffer.from('x'));
    await server.client.send(new AbortMultipartUploadCommand({ Bucket: 'plain', Key: 'aborted', UploadId }));
    await vi.waitFor(() => expect(server.files().objects).toHaveLength(before));
    await start('old');
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 8 * 86_400_000);
    server.s3.ensureBucket({ name: 'plain', eventBridge: true, abortIncompleteAfterDays: 7 });
    vi.restoreAllMocks();
    const list = new ListMultipartUploadsCommand({ Bucket: 'plain' });
    expect((await server.client.send(list)).Uploads).toBeUndefined();
  });
});

describe('a full disk', () => {
  it('answers InsufficientStorage and leaves nothing behind', async () => {
    const before = server.files();
    bytesLeft = MIB;
    const failed = server.put('plain', 'full', randomBytes(3 * MIB));
    await expect(failed).rejects.toMatchObject({
      name: 'InsufficientStorage',
      message: expect.stringContaining('disk of this machine is full'),
      $metadata: { httpStatusCode: 507 },
    });
    bytesLeft = Number.POSITIVE_INFINITY;
    // Files that earlier tests left to be removed may still go meanwhile; none may come.
    const after = server.files();
    expect(after.incoming).toEqual([]);
    expect(before.objects).toEqual(expect.arrayContaining(after.objects));
    await expect(server.get('plain', 'full')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await server.put('plain', 'full', 'fits again');
  });
});

describe('versions', () => {
  const B = 'versioned';
  it('keeps what is overwritten or deleted, and says so in its events', async () => {
    const one = await server.put(B, 'k', 'one');
    const two = await server.put(B, 'k', 'two');
    expect((await server.get(B, 'k')).VersionId).toBe(two.VersionId);
    expect((await server.get(B, 'k', { VersionId: one.VersionId })).bytes.toString()).toBe('one');
    const marker = await server.client.send(new DeleteObjectCommand({ Bucket: B, Key: 'k' }));
    expect(marker.DeleteMarker).toBe(true);
    await expect(server.get(B, 'k')).rejects.toMatchObject({ name: 'NoSuchKey' });
    await expect(server.get(B, 'k', { VersionId: marker.VersionId })).rejects.toMatchObject({
      name: 'MethodNotAllowed',
    });
    const listed = await server.client.send(new ListObjectVersionsCommand({ Bucket: B }));
    expect(listed.Versions?.map((v) => [v.VersionId, v.IsLatest])).toEqual([
      [two.VersionId, false],
      [one.VersionId, false],
    ]);
    expect(listed.DeleteMarkers?.map((v) => [v.VersionId, v.IsLatest])).toEqual([[marker.VersionId, true]]);
    const removeMarker = { Bucket: B, Key: 'k', VersionId: marker.VersionId };
    await server.client.send(new DeleteObjectCommand(removeMarker));
    expect((await server.get(B, 'k')).bytes.toString()).toBe('two');
    await server.client.send(new DeleteObjectCommand({ Bucket: B, Key: 'k', VersionId: two.VersionId }));
    expect((await server.get(B, 'k')).bytes.toString()).toBe('one');
    const told = server.events.map((e) => [
      e.detail['deletion-type'] ?? e.detail.reason,
      (e.detail.object as Record<string, unknown>)['version-id'],
    ]);
    expect(told).toEqual([
      ['PutObject', one.VersionId],
      ['PutObject', two.VersionId],
      ['Delete Marker Created', marker.VersionId],
      ['Permanently Deleted', marker.VersionId],
      ['Permanently Deleted', two.VersionId],
    ]);
  });

  it('are listed page by page', async () => {
    for (const key of ['p/1', 'p/2']) for (const body of ['a', 'b']) await server.put(B, key, body);
    const seen: string[] = [];
    let marker: { KeyMarker?: string | undefined; VersionIdMarker?: string | undefined } = {};
    do {
      const command = new ListObjectVersionsCommand({ Bucket: B, Prefix: 'p/', MaxKeys: 1, ...marker });
      const page = await server.client.send(command);
      seen.push(...(page.Versions ?? []).map((v) => `${v.Key} ${v.IsLatest}`));
      marker = { KeyMarker: page.NextKeyMarker, VersionIdMarker: page.NextVersionIdMarker };
    } while (marker.KeyMarker);
    expect(seen).toEqual(['p/1 true', 'p/1 false', 'p/2 true', 'p/2 false']);
  });
});
