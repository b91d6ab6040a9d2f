import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetObjectCommand, PutObjectCommand, type PutObjectCommandInput, S3Client } from '@aws-sdk/client-s3';
import { systemClock } from '../core/clock.ts';
import { Database } from '../core/database.ts';
import type { CreateFile } from './blob-store.ts';
import type { ObjectEvent } from './object-events.ts';
import { S3 } from './s3.ts';

const credentials = { accessKeyId: 'AKIDLOCAL', secretAccessKey: 'local-secret' };
const region = 'ap-southeast-1';

type Options = {
  readonly directory?: string;
  readonly createFile?: CreateFile;
  readonly allow?: (accessKeyId: string, action: string, arn: string) => boolean;
};

/** S3 alone on a loopback port with an SDK client for it and what it emitted: for the tests of this folder. */
export async function serveS3(options: Options = {}) {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), 's3-'));
  const db = new Database(join(directory, 'local.db'));
  const events: ObjectEvent[] = [];
  const log: string[] = [];
  const bytes = join(directory, 's3');
  const s3 = new S3({
    db,
    clock: systemClock(),
    directory: bytes,
    region,
    account: '000000000000',
    secretFor: (id) => (id === credentials.accessKeyId ? credentials.secretAccessKey : undefined),
    allow: options.allow ?? (() => true),
    emit: (event) => void events.push(event),
    log: (line) => void log.push(line),
    ...(options.createFile && { createFile: options.createFile }),
  });
  const server = createServer((request, response) => void s3.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new S3Client({ endpoint: address, region, credentials, maxAttempts: 1 });
  const put = (Bucket: string, Key: string, Body: PutObjectCommandInput['Body'], more = {}) =>
    client.send(new PutObjectCommand({ Bucket, Key, Body, ...more }));
  const get = async (Bucket: string, Key: string, more = {}) => {
    const answer = await client.send(new GetObjectCommand({ Bucket, Key, ...more }));
    return { ...answer, bytes: Buffer.from((await answer.Body?.transformToByteArray()) ?? []) };
  };
  const files = () => ({
    incoming: readdirSync(join(bytes, 'incoming')),
    objects: readdirSync(join(bytes, 'objects')),
  });
  const close = async () => {
    client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
    db.close();
    await rm(directory, { recursive: true });
  };
  return { s3, address, client, put, get, files, events, log, directory, close };
}
