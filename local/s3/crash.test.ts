import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { ListObjectsV2Command, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serveS3 } from './test-server.ts';

const KIB = 1024;
const SIZE = 256 * KIB;
let child: ChildProcess | undefined;
afterEach(() => {
  child?.kill('SIGKILL');
});

const startChild = async (directory: string) => {
  child = fork(join(import.meta.dirname, 'crash-server.ts'), [directory], { execArgv: [] });
  const [endpoint] = await once(child, 'message');
  const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
  return new S3Client({ endpoint: String(endpoint), region: 'ap-southeast-1', credentials, maxAttempts: 1 });
};
/** A body that sends half of itself and then nothing more. */
const halfBody = (): Readable => {
  const body = new Readable({ read: () => undefined });
  body.push(Buffer.alloc(SIZE / 2, 'h'));
  return body;
};

describe('kill -9 during uploads', () => {
  it('leaves finished objects whole, and nothing of the others', { timeout: 10_000 }, async () => {
    const directory = mkdtempSync(join(tmpdir(), 's3-crash-'));
    const client = await startChild(directory);
    const put = (Key: string, Body: Readable | Buffer) =>
      client.send(new PutObjectCommand({ Bucket: 'crash', Key, Body, ContentLength: SIZE }));
    const finished: string[] = [];
    const halves = [1, 2, 3].map((n) => put(`half-${n}`, halfBody()).catch(() => 'cut'));
    await vi.waitFor(() =>
      expect(readdirSync(join(directory, 's3', 'incoming')).length).toBeGreaterThanOrEqual(3),
    );
    // One client that never stops, so that the kill falls anywhere between its writes and commits.
    const busy = (async () => {
      for (let n = 0; ; n += 1) {
        await put(`whole-${n}`, Buffer.alloc(SIZE, n));
        finished.push(`whole-${n}`);
      }
    })().catch(() => 'cut');
    await vi.waitFor(() => expect(finished.length).toBeGreaterThan(10), { timeout: 5000 });
    child?.kill('SIGKILL');
    expect(await Promise.all([busy, ...halves])).toEqual(['cut', 'cut', 'cut', 'cut']);
    client.destroy();

    const server = await serveS3({ directory });
    server.s3.ensureBucket({ name: 'crash' });
    const listed = await server.client.send(new ListObjectsV2Command({ Bucket: 'crash' }));
    const keys = (listed.Contents ?? []).map((object) => object.Key ?? '');
    expect(keys).toEqual(expect.arrayContaining(finished));
    // The last one may have been committed without its answer having arrived.
    expect(keys.length - finished.length).toBeLessThanOrEqual(1);
    for (const key of keys) {
      const { bytes } = await server.get('crash', key);
      expect(bytes.equals(Buffer.alloc(SIZE, Number(key.split('-')[1])))).toBe(true);
    }
    expect(server.files().incoming).toEqual([]);
    expect(server.files().objects).toHaveLength(keys.length);
    expect(server.log.join()).toContain('unfinished files');
    await server.close();
  });
});

describe('a client that goes away', () => {
  it('leaves nothing of its upload', async () => {
    const server = await serveS3();
    server.s3.ensureBucket({ name: 'crash' });
    const abort = new AbortController();
    const command = new PutObjectCommand({
      Bucket: 'crash',
      Key: 'gone',
      Body: halfBody(),
      ContentLength: SIZE,
    });
    const cut = server.client
      .send(command, { abortSignal: abort.signal })
      .catch((error: Error) => error.name);
    await vi.waitFor(() => expect(server.files().incoming).toHaveLength(1));
    abort.abort();
    expect(await cut).toBe('AbortError');
    await vi.waitFor(() => expect(server.files()).toEqual({ incoming: [], objects: [] }));
    expect(server.s3.describe()).toMatchObject([{ name: 'crash', objects: 0 }]);
    expect(server.log).toEqual([]);
    await server.close();
  });
});
