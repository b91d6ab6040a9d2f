import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ListObjectsV2Command, ListObjectVersionsCommand } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { pointHandlersAt } from '../../../tests/support/service-table.ts';
import { AccessStore } from '../access-store.ts';
import { completeUpload } from '../commands/complete-upload.ts';
import { sweep } from '../commands/sweep.ts';
import { type MediaAsset, mediaRoutes } from '../contract.ts';
import type { AssetCommand } from '../domain/asset.ts';
import { advance } from '../domain/recording.ts';
import {
  arrive,
  at,
  DELIVERED,
  delivered,
  type Pipeline,
  QUEUE,
  startPipeline,
  takeWork,
  UPLOADS,
} from '../pipeline.suite.ts';

const GIB = 1024 ** 3;
const lecture = readFileSync(path.join(import.meta.dirname, '../../../local/demo/content/lecture.mp4'));

let pipeline: Pipeline;
let handler: unknown;

beforeAll(async () => {
  pipeline = await startPipeline();
  const { s3, sqs, service } = pipeline;
  const { accessKeyId, secretAccessKey } = await s3.client.config.credentials();
  pointHandlersAt(service, {
    UPLOAD_BUCKET: UPLOADS,
    WORK_QUEUE_URL: sqs.sqs.queueUrl(QUEUE),
    AWS_ENDPOINT_URL_S3: s3.address,
    AWS_ENDPOINT_URL_SQS: sqs.address,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  });
  ({ handler } = await import('./api.ts'));
});
afterAll(() => pipeline.stop());

type Actor = { personId: string; roles: ('teacher' | 'content-staff')[] };
const teacher = (): Actor => ({ personId: ulid(), roles: ['teacher'] });
const staff: Actor = { personId: ulid(), roles: ['content-staff'] };
type Announced = {
  asset: MediaAsset;
  duplicate?: boolean;
  parts: { url: string; fromByte: number; toByte: number }[];
};

const hashOf = (file: Buffer) => createHash('sha256').update(file).digest('hex');

const request = (actor: Actor, bytes: number, more: object = {}, when = at, key = ulid()) =>
  call(handler, mediaRoutes.requestUpload, {
    actor,
    at: when,
    headers: { 'idempotency-key': key },
    body: { title: 'Bài giảng', fileName: 'bai.mp4', bytes, ...more },
  });

async function announce(actor: Actor, file: Buffer, more: object = {}): Promise<Announced> {
  const answer = await request(actor, file.length, more);
  expect(answer.status).toBe(201);
  return answer.body as Announced;
}

async function send(file: Buffer, { parts }: Announced): Promise<void> {
  for (const { url, fromByte, toByte } of parts) {
    const body = new Uint8Array(file.subarray(fromByte, toByte));
    expect((await fetch(url, { method: 'PUT', body })).status).toBe(200);
  }
}

/** Sends a file whole; its arrival as S3 tells of it. */
async function deliver(actor: Actor, file: Buffer, more: object = {}) {
  const announced = await announce(actor, file, more);
  const { assetId } = announced.asset;
  await send(file, announced);
  await call(handler, mediaRoutes.completeUpload, { actor, params: { assetId }, body: { parts: [] } });
  const objectVersion = (await pipeline.tools.store.find(assetId))?.joinedVersion ?? '';
  return { actor, assetId, objectVersion, bytes: file.length };
}

const show = async (actor: Actor, assetId: string) =>
  (await call(handler, mediaRoutes.getMedia, { actor, params: { assetId } })).body as MediaAsset;
const cancel = (actor: Actor, assetId: string) =>
  call(handler, mediaRoutes.cancelUpload, { actor, params: { assetId } });

/** Versions of the file that lie in the bucket. */
async function lying(assetId: string): Promise<(string | undefined)[]> {
  const list = new ListObjectVersionsCommand({ Bucket: UPLOADS, Prefix: `uploads/${assetId}/` });
  const { Versions = [], DeleteMarkers = [] } = await pipeline.s3.client.send(list);
  return [...Versions, ...DeleteMarkers].map(({ VersionId }) => VersionId);
}

const clear = () => sweep(pipeline.tools, { at, causationId: 'sweep' });

describe('the same bytes', () => {
  test('sent again by the same person are named, and nothing is to be sent', async () => {
    const actor = teacher();
    const file = ownCopy(lecture);
    const said = { sha256: hashOf(file) };
    const first = await deliver(actor, file, said);
    const again = await announce(actor, file, said);
    expect(again).toMatchObject({ duplicate: true, parts: [], asset: { assetId: first.assetId } });
    const joined = await call(handler, mediaRoutes.completeUpload, {
      actor,
      params: { assetId: again.asset.assetId },
      body: { parts: [] },
    });
    expect(joined.status).toBe(202);
  });

  test('whose sending broke off go on where they were', async () => {
    const actor = teacher();
    const file = Buffer.concat([ownCopy(lecture), Buffer.alloc(9 * 1024 ** 2)]);
    const said = { sha256: hashOf(file) };
    const first = await announce(actor, file, said);
    await send(file, { ...first, parts: first.parts.slice(0, 1) });
    const again = await announce(actor, file, said);
    expect(again).toMatchObject({ duplicate: true, asset: { assetId: first.asset.assetId } });
    expect(again.parts).toHaveLength(first.parts.length - 1);
  });

  test('of another teacher are told to nobody who may not know of them', async () => {
    const file = ownCopy(lecture);
    const said = { sha256: hashOf(file) };
    await deliver(teacher(), file, said);
    const other = await announce(teacher(), file, said);
    expect(other.duplicate).toBeUndefined();
    expect(other.parts).toHaveLength(1);
  });

  test('are not what somebody else merely said they sent', async () => {
    const file = ownCopy(lecture);
    const liar = teacher();
    await deliver(liar, ownCopy(lecture), { sha256: hashOf(file) });
    const honest = await announce(staff, file, { sha256: hashOf(file) });
    expect(honest.duplicate).toBeUndefined();
  });

  test('that somebody else sends for another course, or for none, are taken: nothing is there instead', async () => {
    const file = ownCopy(lecture);
    const mine = teacher();
    const other = teacher();
    const senders: [Actor, object][] = [
      [mine, { courseId: ulid() }],
      [other, { courseId: ulid() }],
      [teacher(), {}],
      [staff, { courseId: ulid() }],
    ];
    for (const [actor, place] of senders) {
      const arrival = await deliver(actor, file, { ...place, sha256: hashOf(file) });
      await arrive(pipeline, arrival);
      expect(await show(actor, arrival.assetId)).toMatchObject({ status: 'transcoding' });
    }
    const again = await deliver(mine, file, { courseId: ulid() });
    await arrive(pipeline, again);
    expect(await show(mine, again.assetId)).toMatchObject({ reason: 'DUPLICATE' });
    await takeWork(pipeline);
  });

  test('that arrive twice for one course are converted once, whoever sent them', async () => {
    const file = ownCopy(lecture);
    const place = { courseId: ulid() };
    const arrivals = await Promise.all([deliver(teacher(), file, place), deliver(teacher(), file, place)]);
    await Promise.all(arrivals.map((arrival) => arrive(pipeline, arrival)));
    const assets = await Promise.all(arrivals.map(({ assetId }) => show(staff, assetId)));
    expect(assets.map(({ status }) => status).sort()).toEqual(['rejected', 'transcoding']);
    const taken = assets.find(({ status }) => status === 'transcoding');
    expect(assets).toContainEqual(
      expect.objectContaining({ reason: 'DUPLICATE', duplicateOf: taken?.assetId }),
    );
    const late = await deliver(teacher(), file, place);
    await arrive(pipeline, late);
    expect(await show(staff, late.assetId)).toMatchObject({ duplicateOf: taken?.assetId });
    const toldSender = await show(late.actor, late.assetId);
    expect(toldSender, 'whose it is stays unsaid').toMatchObject({ reason: 'DUPLICATE' });
    expect(toldSender).not.toHaveProperty('duplicateOf');
    const { body } = await call(handler, mediaRoutes.listMedia, { actor: late.actor });
    expect(JSON.stringify(body)).not.toContain(taken?.assetId);
    const known = await announce(staff, file, { ...place, sha256: hashOf(file) });
    expect(known).toMatchObject({ duplicate: true, asset: { assetId: taken?.assetId } });
    await takeWork(pipeline);
  });

  test('come through once the one that had them was refused', async () => {
    const file = Buffer.from('đây không phải phim, gửi hai lần');
    for (const actor of [teacher(), teacher()]) {
      const arrival = await deliver(actor, file);
      await arrive(pipeline, arrival);
      expect(await show(actor, arrival.assetId)).toMatchObject({ reason: 'UNRECOGNISED' });
    }
  });
});

describe('the same bytes after a failure', () => {
  test('are another try for anybody, and the first gives way when it is tried again too late', async () => {
    const file = ownCopy(lecture);
    const place = { courseId: ulid() };
    const first = await deliver(teacher(), file, place);
    await arrive(pipeline, first);
    const was = (await pipeline.tools.store.find(first.assetId)) ?? expect.fail('gone');
    const failed = advance(was, [{ type: 'fail', code: 'ENGINE' }], at);
    await pipeline.tools.store.save(was, failed.ok ? failed.recording : expect.fail(failed.reason));
    const second = await deliver(teacher(), file, place);
    await arrive(pipeline, second);
    expect(await show(staff, second.assetId)).toMatchObject({ status: 'transcoding' });
    await call(handler, mediaRoutes.retryMedia, { actor: staff, params: { assetId: first.assetId } });
    await arrive(pipeline, first);
    expect(await show(staff, first.assetId)).toMatchObject({ duplicateOf: second.assetId });
    await takeWork(pipeline);
  });
});

describe('a quota', () => {
  const quotaOf = async (actor: Actor, when = at) =>
    (await call(handler, mediaRoutes.getUploadQuota, { actor, at: when })).body;

  test('of a day is told with what is left, given back when a file is given up, and new the next day', async () => {
    const actor = teacher();
    const first = (await request(actor, 60 * GIB)).body as Announced;
    expect(await quotaOf(actor)).toMatchObject({ person: { day: { limit: 100 * GIB, used: 60 * GIB } } });
    const refused = await request(actor, 60 * GIB);
    expect(refused).toMatchObject({ status: 429, body: { code: 'day-quota-reached' } });
    expect(refused.body?.errors).toEqual([{ pointer: '/body/bytes', detail: String(40 * GIB) }]);
    expect((await request(teacher(), 60 * GIB)).status).toBe(201);
    expect((await request(actor, 60 * GIB, {}, '2026-11-24T02:00:00.000Z')).status).toBe(201);
    expect((await cancel(actor, first.asset.assetId)).status).toBe(204);
    expect((await request(actor, 60 * GIB)).status).toBe(201);
  });

  test('of room comes back with a file that was refused, once it is deleted', async () => {
    const actor = teacher();
    const file = Buffer.from('chữ thường, không phải phim, của riêng bài này');
    const arrival = await deliver(actor, file);
    await arrive(pipeline, arrival);
    const held = { day: { used: file.length }, room: { used: file.length } };
    expect(await quotaOf(actor)).toMatchObject({ person: held });
    expect(await lying(arrival.assetId)).toHaveLength(1);
    for (let times = 0; times < 2; times += 1) await clear();
    expect(await lying(arrival.assetId)).toEqual([]);
    expect(await quotaOf(actor)).toMatchObject({ person: { ...held, room: { used: 0 } } });
    expect(await show(actor, arrival.assetId), 'why stays to be read').toMatchObject({
      reason: 'UNRECOGNISED',
    });
  });
});

describe('what its owner gives up', () => {
  const room = async (actor: Actor) => {
    const { body } = await call(handler, mediaRoutes.getUploadQuota, { actor, at });
    return (body as { person: { room: { used: number } } }).person.room.used;
  };
  const advanced = async (assetId: string, ...commands: AssetCommand[]) => {
    const was = (await pipeline.tools.store.find(assetId)) ?? expect.fail('gone');
    const next = advance(was, commands, at);
    await pipeline.tools.store.save(was, next.ok ? next.recording : expect.fail(next.reason));
  };

  test('is a file that could not be converted: deleted, forgotten, and its room given back', async () => {
    const actor = teacher();
    const arrival = await deliver(actor, ownCopy(lecture));
    const { assetId } = arrival;
    await arrive(pipeline, arrival);
    await takeWork(pipeline);
    expect((await cancel(actor, assetId)).body).toMatchObject({ code: 'upload-finished' });
    await advanced(assetId, { type: 'fail', code: 'ENGINE' });
    expect(await show(actor, assetId)).toMatchObject({ canRetry: true, canGiveUp: true });
    expect((await cancel(teacher(), assetId)).status).toBe(404);
    const twice = [await cancel(actor, assetId), await cancel(actor, assetId)];
    expect(twice.map(({ status }) => status)).toEqual([204, 204]);
    expect(await show(actor, assetId)).toMatchObject({ reason: 'GIVEN_UP', canGiveUp: false });
    await clear();
    expect([await lying(assetId), await room(actor)]).toEqual([[], 0]);
    expect((await cancel(actor, assetId)).status).toBe(404);
  });

  test('is a recording that the library withdrew, with all that was made of it, and none that is shown', async () => {
    const actor = teacher();
    const arrival = await deliver(actor, ownCopy(lecture));
    const { assetId } = arrival;
    await arrive(pipeline, arrival);
    await takeWork(pipeline);
    const { state } = (await pipeline.tools.store.find(assetId)) ?? expect.fail('gone');
    if (state.status !== 'transcoding') return expect.fail(state.status);
    for (let part = 0; part < state.total; part += 1)
      await pipeline.tools.store.completePart(assetId, state.planHash, `chunk-${part}`, at);
    await advanced(assetId, { type: 'publish', planHash: state.planHash, durationSeconds: 9 });
    await pipeline.tools.deliveries.put(`media/${assetId}/${state.planHash}/master.m3u8`, '#EXTM3U');
    await pipeline.tools.deliveries.put(`packages/${assetId}/${state.planHash}/index.html`, '<p>');
    const access = new AccessStore(pipeline.service.db, pipeline.service.table);
    await access.savePublication({ assetId, state: 'issued', access: 'open', version: 1 });
    expect((await cancel(actor, assetId)).body).toMatchObject({ code: 'upload-finished' });
    await access.savePublication({ assetId, state: 'withdrawn', version: 2 });
    expect((await cancel(actor, assetId)).status).toBe(204);
    await clear();
    expect([await lying(assetId), await delivered(pipeline, assetId)]).toEqual([[], {}]);
    const unpacked = { Bucket: DELIVERED, Prefix: `packages/${assetId}/` };
    expect((await pipeline.s3.client.send(new ListObjectsV2Command(unpacked))).KeyCount).toBe(0);
    expect(await room(actor)).toBe(0);
  });
});

describe('a file on its way', () => {
  test('is given up with its parts, by its owner alone, and once sent no more', async () => {
    const actor = teacher();
    const file = ownCopy(lecture);
    const key = ulid();
    const announced = (await request(actor, file.length, {}, at, key)).body as Announced;
    const { assetId } = announced.asset;
    await send(file, announced);
    expect((await cancel(teacher(), assetId)).status).toBe(404);
    expect((await cancel(actor, assetId)).status).toBe(204);
    expect((await cancel(actor, assetId)).status).toBe(404);
    expect((await fetch(announced.parts[0]?.url ?? '', { method: 'PUT', body: 'x' })).status).toBe(404);
    expect((await request(actor, file.length, {}, at, key)).body).toMatchObject({ code: 'upload-finished' });
    const sent = await deliver(actor, file);
    expect((await cancel(actor, sent.assetId)).body).toMatchObject({ code: 'upload-finished' });
  });
});

describe('a file that is given up while its parts are joined', () => {
  test('is gone for both, and nothing of it is kept uncounted', async () => {
    const actor = teacher();
    const file = ownCopy(lecture);
    const announced = await announce(actor, file);
    const { assetId } = announced.asset;
    await send(file, announced);
    const { store } = pipeline.tools;
    const was = (await store.find(assetId)) ?? expect.fail('gone');
    let objectVersion = '';
    const late = vi.spyOn(store, 'saveJoined').mockImplementationOnce(async (...args) => {
      [, objectVersion] = args;
      expect((await cancel(actor, assetId)).status).toBe(204);
      late.mockRestore();
      return store.saveJoined(...args);
    });
    expect(await completeUpload(pipeline.tools, was, [], at)).toBe('not-found');
    expect(await lying(assetId)).toEqual([objectVersion]);
    expect(await arrive(pipeline, { assetId, objectVersion, bytes: file.length })).toBe('nobody');
    expect(await lying(assetId)).toEqual([]);
  });
});

describe('a file that could not be converted', () => {
  const retry = (actor: Actor, assetId: string) =>
    call(handler, mediaRoutes.retryMedia, { actor, params: { assetId } });

  test('is tried again on demand, from its examination on', async () => {
    const actor = teacher();
    const arrival = await deliver(actor, ownCopy(lecture));
    await arrive(pipeline, arrival);
    expect((await retry(actor, arrival.assetId)).body).toMatchObject({ status: 'transcoding' });
    const was = (await pipeline.tools.store.find(arrival.assetId)) ?? expect.fail('gone');
    const failed = advance(was, [{ type: 'fail', code: 'TIMEOUT' }], at);
    await pipeline.tools.store.save(was, failed.ok ? failed.recording : expect.fail(failed.reason));
    expect(await show(actor, arrival.assetId)).toMatchObject({ status: 'failed', canRetry: true });
    await takeWork(pipeline);
    const again = await retry(actor, arrival.assetId);
    expect(again).toMatchObject({ status: 202, body: { status: 'received', percent: 0 } });
    const { assetId, objectVersion } = arrival;
    expect(await takeWork(pipeline)).toEqual([{ assetId, objectVersion, task: 'examine' }]);
    await arrive(pipeline, arrival);
    expect(await show(actor, assetId)).toMatchObject({ status: 'transcoding' });
    await takeWork(pipeline);
  });

  test('because it was refused, or never came, is not', async () => {
    const actor = teacher();
    const arrival = await deliver(actor, Buffer.from('không phải phim, cũng không thử lại được'));
    await arrive(pipeline, arrival);
    expect(await retry(actor, arrival.assetId)).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-retry' },
    });
    const waiting = await announce(actor, ownCopy(lecture));
    expect((await retry(actor, waiting.asset.assetId)).status).toBe(409);
    expect((await retry(teacher(), arrival.assetId)).status).toBe(404);
  });
});
