import { ulid } from 'ulid';
import { describe, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { ownCopy } from '../../../tests/support/own-copy.ts';
import { mediaRoutes } from '../contract.ts';
import { advance } from '../domain/recording.ts';
import {
  type Actor,
  type Announced,
  announce,
  cancel,
  clear,
  deliver,
  GIB,
  handler,
  hashOf,
  lecture,
  lying,
  pipeline,
  request,
  send,
  show,
  staff,
  teacher,
  useIntake,
} from '../intake.suite.ts';
import { arrive, at, takeWork } from '../pipeline.suite.ts';

useIntake();

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
    expect(toldSender, 'whose it is stays unsaid').toMatchObject({ reason: 'DUPLICATE', kind: 'video' });
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
    const large = 40 * GIB;
    const first = (await request(actor, large)).body as Announced;
    expect((await request(actor, large)).status).toBe(201);
    expect(await quotaOf(actor)).toMatchObject({ person: { day: { limit: 100 * GIB, used: 80 * GIB } } });
    const refused = await request(actor, large);
    expect(refused).toMatchObject({ status: 429, body: { code: 'day-quota-reached' } });
    expect(refused.body?.errors).toEqual([{ pointer: '/body/bytes', detail: String(20 * GIB) }]);
    expect((await request(teacher(), large)).status).toBe(201);
    expect((await request(actor, large, {}, '2026-11-24T02:00:00.000Z')).status).toBe(201);
    expect((await cancel(actor, first.asset.assetId)).status).toBe(204);
    expect((await request(actor, large)).status).toBe(201);
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
