import { ulid } from 'ulid';
import type { Actor } from '#shared/auth/actor.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';
import { CaptionStore } from '../caption-store.ts';
import { completeUpload } from '../commands/complete-upload.ts';
import { partsToSend, requestUpload } from '../commands/request-upload.ts';
import { mediaRoutes } from '../contract.ts';
import { isShown } from '../domain/access.ts';
import type { Recording } from '../domain/recording.ts';
import { mediaProblems } from '../problems.ts';
import { withCaptions } from '../queries/captions.ts';
import { shownOf } from '../queries/shown-media.ts';
import { assetView } from '../queries/views.ts';
import { RecordingStore } from '../store.ts';
import { Uploads } from '../uploads.ts';
import { seesAll, visibleRecording } from '../visible-recording.ts';

const db = connect();
const tools = { store: new RecordingStore(db, tableName()), uploads: new Uploads() };
const { store, uploads } = tools;
const captions = new CaptionStore(db, tableName());
const access = new AccessStore(db, tableName());

const findFor = (actor: Actor, assetId: string) => visibleRecording(store, actor, assetId);

async function announce({ body, headers, actor, at, requestId }: Call<typeof mediaRoutes.requestUpload>) {
  const request = { actor: actor.personId, key: headers['idempotency-key'], at };
  const { title, fileName, bytes, courseId, lessonNo, sha256, ...said } = body;
  const file = { title, fileName, bytes, courseId, lessonNo, saidSha256: sha256, metadata: said };
  const command = { ...file, assetId: ulid(), request, correlationId: requestId };
  const recording = await requestUpload(tools, command);
  const left = await partsToSend(uploads, recording);
  const { uploadId } = recording;
  return { status: 201, body: { asset: assetView(recording), uploadId, parts: left?.parts ?? [] } } as const;
}

async function renew({ actor, params }: Call<typeof mediaRoutes.renewUpload>) {
  const recording = await findFor(actor, params.assetId);
  if (!recording) return refuse('not-found');
  const left = await partsToSend(uploads, recording);
  if (!left) return refuse('upload-finished');
  return { status: 200, body: { uploadId: recording.uploadId, ...left } } as const;
}

async function complete({ actor, params, body, at }: Call<typeof mediaRoutes.completeUpload>) {
  const recording = await findFor(actor, params.assetId);
  if (!recording) return refuse('not-found');
  const completed = await completeUpload(tools, recording, body.parts, at);
  if (completed === 'parts-do-not-fit') return refuse(completed, '/body/parts');
  return { status: 202, body: assetView(completed) } as const;
}

async function playable(recording: Recording | undefined) {
  const found = recording && (await store.findPlayable(recording));
  return found && withCaptions(found, await captions.findSet(found.assetId));
}

export const handler = serviceApi(mediaRoutes, mediaProblems, {
  requestUpload: announce,
  renewUpload: renew,
  completeUpload: complete,
  listMedia: async ({ actor, query }) => {
    const uploader = seesAll(actor) ? undefined : actor.personId;
    const page = await store.listRecordings({ uploader, cursor: query.cursor });
    if (page === 'invalid-cursor') return refuse(page, '/query/cursor');
    const { recordings, ...rest } = page;
    return { status: 200, body: { ...rest, assets: recordings.map(assetView) } };
  },
  getMedia: async ({ actor, params }) => {
    const recording = await findFor(actor, params.assetId);
    if (!recording) return refuse('not-found');
    const asset = assetView(recording);
    return { status: 200, body: withCaptions(asset, await captions.findSet(asset.assetId)) };
  },
  getPlayable: async ({ params }) => {
    const publication = await access.findPublication(params.assetId);
    const body = isShown(publication) ? await playable(await store.find(params.assetId)) : undefined;
    return body ? { status: 200, body } : refuse('not-found');
  },
  previewMedia: async ({ actor, params }) => {
    const body = await playable(await findFor(actor, params.assetId));
    return body ? { status: 200, body } : refuse('not-found');
  },
  listCourseMedia: async ({ params }) => {
    const ready = await store.listOfCourse(params.courseId);
    const media = shownOf(ready, await access.findPublications(ready.map(({ assetId }) => assetId)));
    const sets = await captions.findSets(media.map(({ assetId }) => assetId));
    const setOf = (assetId: string) => sets.find((set) => set.assetId === assetId);
    return { status: 200, body: { media: media.map((one) => withCaptions(one, setOf(one.assetId))) } };
  },
});
