import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { call } from '../../../tests/support/api-event.ts';
import { type MediaAsset, mediaRoutes } from '../contract.ts';
import { SMALLEST_PART_BYTES as PART_BYTES } from '../domain/upload-parts.ts';
import { startHandledPipeline } from '../handled-pipeline.suite.ts';
import { arrive, type Pipeline } from '../pipeline.suite.ts';

let pipeline: Pipeline;
let handler: unknown;

beforeAll(async () => {
  pipeline = await startHandledPipeline();
  ({ handler } = await import('./api.ts'));
});
afterAll(() => pipeline.stop());

const teacher = () => ({ personId: ulid(), roles: ['teacher'] as const });
const staff = { personId: ulid(), roles: ['content-staff'] as const };
type Actor = ReturnType<typeof teacher> | typeof staff;
type Announced = {
  asset: MediaAsset;
  uploadId: string;
  parts: { partNumber: number; url: string; fromByte: number; toByte: number }[];
};

async function announce(actor: Actor, bytes: number, key = ulid()): Promise<Announced> {
  const body = { title: 'Bài giảng', fileName: '../đường lạ/bài 1.mp4', bytes };
  const headers = { 'idempotency-key': key };
  const answer = await call(handler, mediaRoutes.requestUpload, { actor, headers, body });
  expect(answer.status).toBe(201);
  return answer.body as Announced;
}

async function send(file: Buffer, { url, fromByte, toByte }: Announced['parts'][number]): Promise<string> {
  const sent = await fetch(url, { method: 'PUT', body: new Uint8Array(file.subarray(fromByte, toByte)) });
  expect(sent.status).toBe(200);
  return sent.headers.get('etag') ?? '';
}

const renew = (actor: Actor, assetId: string) =>
  call(handler, mediaRoutes.renewUpload, { actor, params: { assetId } });
const complete = (actor: Actor, assetId: string, parts: { partNumber: number; etag: string }[]) =>
  call(handler, mediaRoutes.completeUpload, { actor, params: { assetId }, body: { parts } });
const show = (actor: Actor, assetId: string) =>
  call(handler, mediaRoutes.getMedia, { actor, params: { assetId } });

test('an upload that broke off goes on with the parts that are missing, and is joined once', async () => {
  const actor = teacher();
  const file = Buffer.alloc(2 * PART_BYTES + 100, 7);
  const { asset, parts } = await announce(actor, file.length);
  expect(asset).toMatchObject({ status: 'awaiting-upload', percent: 0, uploadedBy: actor.personId });
  expect(parts.map(({ toByte }) => toByte)).toEqual([PART_BYTES, 2 * PART_BYTES, file.length]);
  expect(parts.every(({ url }) => url.includes(`/uploads/${asset.assetId}/source?`))).toBe(true);
  const etag = await send(file, parts[1]!);
  expect((await complete(actor, asset.assetId, [{ partNumber: 2, etag }])).body?.code).toBe(
    'parts-do-not-fit',
  );
  const renewed = (await renew(actor, asset.assetId)).body as Announced & { done: number[] };
  expect(renewed.done).toEqual([2]);
  expect(renewed.parts.map(({ partNumber }) => partNumber)).toEqual([1, 3]);
  const rest = await Promise.all(
    renewed.parts.map(async (part) => ({ partNumber: part.partNumber, etag: await send(file, part) })),
  );
  const wrong = await complete(actor, asset.assetId, [{ partNumber: 1, etag: '"another"' }]);
  expect(wrong.status).toBe(409);
  const all = await Promise.all([0, 1, 2].map(() => complete(actor, asset.assetId, rest)));
  expect(all.map(({ status }) => status)).toEqual([202, 202, 202]);
  expect((await complete(actor, asset.assetId, rest)).body).toMatchObject({ status: 'received' });
  expect((await renew(actor, asset.assetId)).body).toMatchObject({ code: 'upload-finished' });
  expect(
    pipeline.s3.events.filter(({ detail }) => JSON.stringify(detail).includes(asset.assetId)),
  ).toHaveLength(1);
});

test('the same key announces the same file, one upload, and fresh addresses', async () => {
  const actor = teacher();
  const key = ulid();
  const answers = [await announce(actor, 10, key), await announce(actor, 10, key)];
  expect(new Set(answers.map(({ asset }) => asset.assetId)).size).toBe(1);
  expect(new Set(answers.map(({ uploadId }) => uploadId)).size).toBe(1);
  const list = await call(handler, mediaRoutes.listMedia, { actor });
  expect(list.body?.assets).toHaveLength(1);
});

test('an answer holds a hundred addresses, in order from the first part missing', async () => {
  const { parts } = await announce(staff, 150 * PART_BYTES);
  expect(parts.map(({ partNumber }) => partNumber)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
});

test('a file beyond what a worker can hold is refused', async () => {
  const body = { title: 'Bài', fileName: 'a.mp4', bytes: 65 * 1024 ** 3 };
  const headers = { 'idempotency-key': ulid() };
  const answer = await call(handler, mediaRoutes.requestUpload, { actor: staff, headers, body });
  expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
});

test('a recording keeps the lesson of its course; a lesson without a course is refused', async () => {
  const file = { title: 'Bài', fileName: 'a.mp4', bytes: 10 };
  const headers = () => ({ 'idempotency-key': ulid() });
  const body = { ...file, courseId: ulid(), lessonNo: 3 };
  const answer = await call(handler, mediaRoutes.requestUpload, { actor: staff, headers: headers(), body });
  const { asset } = answer.body as Announced;
  expect((await show(staff, asset.assetId)).body).toMatchObject({ lessonNo: 3 });
  const lost = { ...file, lessonNo: 3 };
  const refused = await call(handler, mediaRoutes.requestUpload, {
    actor: staff,
    headers: headers(),
    body: lost,
  });
  expect(refused).toMatchObject({ status: 422, body: { code: 'invalid-request' } });
});

test('a teacher finds nothing of others, whatever is tried; staff see all', async () => {
  const owner = teacher();
  const stranger = teacher();
  const { asset, parts } = await announce(owner, 10);
  const { assetId } = asset;
  const etag = await send(Buffer.alloc(10), parts[0]!);
  const tried = [
    await show(stranger, assetId),
    await renew(stranger, assetId),
    await complete(stranger, assetId, [{ partNumber: 1, etag }]),
    await show(owner, ulid()),
  ];
  expect(tried.map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  expect((await call(handler, mediaRoutes.listMedia, { actor: stranger })).body?.assets).toEqual([]);
  expect((await show(owner, assetId)).body).toMatchObject({ status: 'awaiting-upload' });
  expect((await show(staff, assetId)).status).toBe(200);
  const list = await call(handler, mediaRoutes.listMedia, { actor: staff });
  expect(list.body?.assets).toContainEqual(expect.objectContaining({ assetId }));
  const learner = { personId: ulid(), roles: ['learner'] as const };
  expect((await call(handler, mediaRoutes.listMedia, { actor: learner })).status).toBe(403);
});

test('a refused file tells its reason, and is no recording of its course', async () => {
  const file = Buffer.from('chữ thường, không phải video');
  const { asset, parts } = await announce(staff, file.length);
  const { assetId } = asset;
  await send(file, parts[0]!);
  await complete(staff, assetId, []);
  const { joinedVersion = '' } = (await pipeline.tools.store.find(assetId)) ?? {};
  await arrive(pipeline, { assetId, objectVersion: joinedVersion, bytes: file.length });
  expect((await show(staff, assetId)).body).toMatchObject({
    status: 'rejected',
    reason: 'UNRECOGNISED',
    percent: 0,
  });
  const learner = { personId: ulid(), roles: ['learner'] as const };
  const params = { courseId: ulid() };
  const course = await call(handler, mediaRoutes.listCourseMedia, { actor: learner, params });
  expect(course.body).toEqual({ media: [] });
});
