import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { captionRoutes, mediaRoutes } from '../contract.ts';
import { startHandledPipeline } from '../handled-pipeline.suite.ts';
import { at, delivered, eventsOf, type Pipeline } from '../pipeline.suite.ts';

const MASTER = '#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-STREAM-INF:BANDWIDTH=400000\n240p/index.m3u8\n';
const TEXT = 'WEBVTT\n\n00:01.000 --> 00:02.000\nXin chào\n';

let pipeline: Pipeline;
let captions: unknown;
let api: unknown;

beforeAll(async () => {
  pipeline = await startHandledPipeline();
  ({ handler: captions } = await import('./captions.ts'));
  ({ handler: api } = await import('./api.ts'));
});
afterAll(() => pipeline.stop());

const teacher = () => ({ personId: ulid(), roles: ['teacher'] as const });
type Actor = ReturnType<typeof teacher>;

/** A recording of ten seconds that can be watched, without what it is made of. */
async function recordingOf(actor: Actor, isReady = true): Promise<string> {
  const assetId = ulid();
  const { tools } = pipeline;
  const state = isReady
    ? ({ status: 'ready', planHash: 'plan', durationSeconds: 10 } as const)
    : ({ status: 'awaiting-upload', declaredBytes: 1 } as const);
  await tools.store.saveAnnounced(
    {
      ...{ assetId, state, title: 'Bài giảng', fileName: 'a.mp4', bytes: 1, uploadId: 'u', resends: 0 },
      ...{ uploadedBy: actor.personId, createdAt: at, changedAt: at, movedAt: at, version: 1 },
      correlationId: 'request',
    },
    { actor: actor.personId, key: assetId, at, route: 'request-upload' },
  );
  await tools.deliveries.put(`media/${assetId}/plan/master.m3u8`, MASTER);
  return assetId;
}

const save = (actor: Actor, assetId: string, version: number, text = TEXT, language: 'vi' | 'en' = 'vi') =>
  call(captions, captionRoutes.saveCaptions, {
    actor,
    params: { assetId, language },
    body: { version, text },
  });
const publish = (actor: Actor, assetId: string, version: number, language: 'vi' | 'en' = 'vi') =>
  call(captions, captionRoutes.publishCaptions, { actor, params: { assetId, language }, body: { version } });
const withdraw = (actor: Actor, assetId: string, language: 'vi' | 'en' = 'vi') =>
  call(captions, captionRoutes.withdrawCaptions, { actor, params: { assetId, language } });
const shown = async (actor: Actor, assetId: string) =>
  (await call(api, mediaRoutes.getMedia, { actor, params: { assetId } })).body as {
    playlist: string;
    captions?: { language: string; label: string; path: string }[];
  };

test('captions are a draft until they are published; then the recording is played from a master that names them', async () => {
  const actor = teacher();
  const assetId = await recordingOf(actor);
  expect(await save(actor, assetId, 0)).toMatchObject({ status: 200, body: { version: 1, cues: 1 } });
  expect(await shown(actor, assetId)).not.toHaveProperty('captions');

  const answer = await publish(actor, assetId, 1);
  expect(answer).toMatchObject({ status: 200, body: { published: { version: 1 } } });
  const { playlist, captions: tracks } = await shown(actor, assetId);
  expect(tracks).toMatchObject([{ language: 'vi', label: 'Tiếng Việt' }]);
  expect(playlist).toMatch(/\/plan\/master-[0-9a-f]{16}\.m3u8$/);
  const { deliveries } = pipeline.tools;
  expect(await deliveries.text(playlist.slice(1))).toContain('TYPE=SUBTITLES');
  expect(await deliveries.text(tracks?.[0]?.path.slice(1) ?? '')).toBe(TEXT);
  expect(await deliveries.text(`media/${assetId}/plan/master.m3u8`)).toBe(MASTER);
  expect(await eventsOf(pipeline, assetId)).toEqual(['CaptionsPublished.v1']);

  await publish(actor, assetId, 1);
  expect(await eventsOf(pipeline, assetId)).toHaveLength(1);
});

test('two languages stand side by side, and one that is withdrawn leaves the other', async () => {
  const actor = teacher();
  const assetId = await recordingOf(actor);
  await Promise.all([
    save(actor, assetId, 0),
    save(actor, assetId, 0, TEXT.replace('Xin chào', 'Hello'), 'en'),
  ]);
  const published = await Promise.all([publish(actor, assetId, 1), publish(actor, assetId, 1, 'en')]);
  expect(published.map(({ status }) => status)).toEqual([200, 200]);
  const both = await shown(actor, assetId);
  expect(both.captions?.map(({ language }) => language)).toEqual(['en', 'vi']);

  expect(await withdraw(actor, assetId, 'en')).toMatchObject({ status: 200, body: { version: 1 } });
  const one = await shown(actor, assetId);
  expect(one.captions?.map(({ language }) => language)).toEqual(['vi']);
  await withdraw(actor, assetId);
  expect(await shown(actor, assetId)).toMatchObject({ playlist: `/media/${assetId}/plan/master.m3u8` });
  expect(await withdraw(actor, assetId)).toMatchObject({ status: 200 });
  // What somebody is watching does not go away under them.
  expect(Object.keys(await delivered(pipeline, assetId)).filter((key) => key.endsWith('.vtt'))).toHaveLength(
    2,
  );
  expect((await eventsOf(pipeline, assetId)).filter((type) => type === 'CaptionsWithdrawn.v1')).toHaveLength(
    2,
  );
});

test('of two people who work on the same version the second is refused, and loses nothing', async () => {
  const actor = teacher();
  const staff = { personId: ulid(), roles: ['content-staff'] as const };
  const assetId = await recordingOf(actor);
  const saves = await Promise.all([
    save(actor, assetId, 0),
    save(actor, assetId, 0, TEXT.replace('chào', 'mời')),
  ]);
  expect(saves.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(
    await call(captions, captionRoutes.saveCaptions, {
      actor: staff,
      params: { assetId, language: 'vi' },
      body: { version: 0, text: TEXT },
    }),
  ).toMatchObject({ status: 409, body: { code: 'conflict' } });
  expect(await save(actor, assetId, 1, TEXT.replace('Xin', 'Kính'))).toMatchObject({ body: { version: 2 } });
  // The answer got lost and the phone sends it again.
  expect(await save(actor, assetId, 1, TEXT.replace('Xin', 'Kính'))).toMatchObject({ body: { version: 2 } });
  expect(await publish(staff as unknown as Actor, assetId, 1)).toMatchObject({
    status: 409,
    body: { code: 'conflict' },
  });
});

test('what cannot be read, or shown, is refused with its line', async () => {
  const actor = teacher();
  const assetId = await recordingOf(actor);
  expect(await save(actor, assetId, 0, 'WEBVTT\n\n00:03.000 --> 00:01.000\nngược\n')).toMatchObject({
    status: 422,
    body: { code: 'captions-unreadable', errors: [{ detail: 'line 3: backwards' }] },
  });
  await save(actor, assetId, 0, '1\n00:00:11,000 --> 00:00:12,000\nSau khi hết\n');
  expect(await publish(actor, assetId, 1)).toMatchObject({ body: { code: 'captions-beyond-end' } });
  await save(actor, assetId, 1, '');
  expect(await publish(actor, assetId, 2)).toMatchObject({ body: { code: 'captions-empty' } });
  expect(await publish(actor, assetId, 2, 'en')).toMatchObject({ status: 404 });
  const coming = await recordingOf(actor, false);
  await save(actor, coming, 0);
  expect(await publish(actor, coming, 1)).toMatchObject({ body: { code: 'not-ready' } });
});

test('teachers come to the captions of own recordings alone', async () => {
  const actor = teacher();
  const assetId = await recordingOf(actor);
  await save(actor, assetId, 0);
  const other = teacher();
  const params = { assetId, language: 'vi' } as const;
  const answers = [
    await save(other, assetId, 1),
    await publish(other, assetId, 1),
    await withdraw(other, assetId),
    await call(captions, captionRoutes.getCaptions, { actor: other, params }),
    await call(captions, captionRoutes.listCaptions, { actor: other, params: { assetId } }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  expect(await call(captions, captionRoutes.getCaptions, { actor, params })).toMatchObject({
    body: { text: TEXT },
  });
  expect(await call(captions, captionRoutes.listCaptions, { actor, params: { assetId } })).toMatchObject({
    body: { tracks: [{ language: 'vi', version: 1 }] },
  });
});
