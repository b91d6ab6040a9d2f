import { ListObjectsV2Command } from '@aws-sdk/client-s3';
import { ulid } from 'ulid';
import { describe, expect, test, vi } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { AccessStore } from '../access-store.ts';
import { completeUpload } from '../commands/complete-upload.ts';
import { sweep } from '../commands/sweep.ts';
import { mediaRoutes } from '../contract.ts';
import type { AssetCommand } from '../domain/asset.ts';
import { advance } from '../domain/recording.ts';
import {
  type Actor,
  type Announced,
  announce,
  cancel,
  clear,
  deliver,
  handler,
  lecture,
  lying,
  pipeline,
  request,
  send,
  show,
  teacher,
  useIntake,
} from '../intake.suite.ts';
import { arrive, at, DELIVERED, delivered, eventsOf, takeWork } from '../pipeline.suite.ts';

useIntake();

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
    await sweep(pipeline.tools, { at, causationId: 'sweep' });
    await pipeline.tools.deliveries.put(`media/${assetId}/h/late.m4s`, 'of a worker that was still at it');
    await clear();
    expect([await lying(assetId), await delivered(pipeline, assetId), await room(actor)]).toEqual([
      [],
      {},
      0,
    ]);
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
    expect((await cancel(actor, assetId)).status, 'again').toBe(204);
    expect(await show(actor, assetId)).toMatchObject({ reason: 'GIVEN_UP', canGiveUp: false });
    await access.savePublication({ assetId, state: 'issued', access: 'open', version: 3 });
    await clear();
    expect(await show(actor, assetId), 'issued again meanwhile').toMatchObject({ status: 'ready' });
    expect(await lying(assetId)).toHaveLength(1);
    await access.savePublication({ assetId, state: 'withdrawn', version: 4 });
    expect((await cancel(actor, assetId)).status).toBe(204);
    await clear();
    expect([await lying(assetId), await delivered(pipeline, assetId)]).toEqual([[], {}]);
    expect(await eventsOf(pipeline, assetId)).toContain('MediaGivenUp.v1');
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
