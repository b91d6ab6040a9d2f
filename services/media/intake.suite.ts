import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect } from 'vitest';
import { call } from '../../tests/support/api-event.ts';
import { sweep } from './commands/sweep.ts';
import { type MediaAsset, mediaRoutes } from './contract.ts';
import { startHandledPipeline } from './handled-pipeline.suite.ts';
import { at, type Pipeline, UPLOADS } from './pipeline.suite.ts';

export const GIB = 1024 ** 3;
export const lecture = readFileSync(path.join(import.meta.dirname, '../../local/demo/content/lecture.mp4'));

export let pipeline: Pipeline;
export let handler: unknown;

/** The API before a pipeline of its own, for the tests of the file that asks for it. */
export function useIntake(): void {
  beforeAll(async () => {
    pipeline = await startHandledPipeline();
    ({ handler } = await import('./handlers/api.ts'));
  });
  afterAll(() => pipeline?.stop());
}

export type Actor = { personId: string; roles: ('teacher' | 'content-staff')[] };
export const teacher = (): Actor => ({ personId: ulid(), roles: ['teacher'] });
export const staff: Actor = { personId: ulid(), roles: ['content-staff'] };
export type Announced = {
  asset: MediaAsset;
  duplicate?: boolean;
  parts: { url: string; fromByte: number; toByte: number }[];
};

export const hashOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');

export const request = (actor: Actor, bytes: number, more: object = {}, when = at, key = ulid()) =>
  call(handler, mediaRoutes.requestUpload, {
    actor,
    at: when,
    headers: { 'idempotency-key': key },
    body: { title: 'Bài giảng', fileName: 'bai.mp4', bytes, ...more },
  });

export async function announce(actor: Actor, file: Buffer, more: object = {}): Promise<Announced> {
  const answer = await request(actor, file.length, more);
  expect(answer.status).toBe(201);
  return answer.body as Announced;
}

export async function send(file: Buffer, { parts }: Announced): Promise<void> {
  for (const { url, fromByte, toByte } of parts) {
    const body = new Uint8Array(file.subarray(fromByte, toByte));
    expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
  }
}

/** Sends a file whole; its arrival as S3 tells of it. */
export async function deliver(actor: Actor, file: Buffer, more: object = {}) {
  const announced = await announce(actor, file, more);
  const { assetId } = announced.asset;
  await send(file, announced);
  await call(handler, mediaRoutes.completeUpload, { actor, params: { assetId }, body: { parts: [] } });
  const objectVersion = (await pipeline.tools.store.find(assetId))?.joinedVersion ?? '';
  return { actor, assetId, objectVersion, bytes: file.length };
}

export const show = async (actor: Actor, assetId: string) =>
  (await call(handler, mediaRoutes.getMedia, { actor, params: { assetId } })).body as MediaAsset;
export const cancel = (actor: Actor, assetId: string) =>
  call(handler, mediaRoutes.cancelUpload, { actor, params: { assetId } });

/** Versions of the file that lie in the bucket. */
export async function lying(assetId: string): Promise<(string | undefined)[]> {
  const list = new ListObjectVersionsCommand({ Bucket: UPLOADS, Prefix: `uploads/${assetId}/` });
  const { Versions = [], DeleteMarkers = [] } = await pipeline.s3.client.send(list);
  return [...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId);
}

/** The sweep after which no worker is at anything that was dropped until now. */
export const clear = () =>
  sweep(pipeline.tools, { at: new Date(Date.parse(at) + 20 * 60_000).toISOString(), causationId: 'sweep' });
