import { ulid } from 'ulid';
import type { Actor } from '#shared/auth/actor.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { AccessStore } from '../access-store.ts';
import { CaptionStore } from '../caption-store.ts';
import { cancelUpload } from '../commands/cancel-upload.ts';
import { completeUpload } from '../commands/complete-upload.ts';
import { partsToSend, requestUpload } from '../commands/request-upload.ts';
import { retryRecording } from '../commands/retry-recording.ts';
import { ContentStore } from '../content-store.ts';
import { mediaRoutes } from '../contract.ts';
import { canGiveUp, isShown } from '../domain/access.ts';
import { leftOf, type QuotaHolder, type QuotaSpan } from '../domain/quota.ts';
import type { Recording } from '../domain/recording.ts';
import { mediaProblems } from '../problems.ts';
import { withCaptions } from '../queries/captions.ts';
import { shownOf, withAppraisedWords, withPoster } from '../queries/shown-media.ts';
import { assetView } from '../queries/views.ts';
import { QuotaStore } from '../quota-store.ts';
import { RecordingLists } from '../recording-lists.ts';
import { RecordingStore } from '../store.ts';
import { Uploads } from '../uploads.ts';
import { knownTo, seesAll, visibleRecording } from '../visible-recording.ts';
import { WorkQueue } from '../work-queue.ts';

const db = connect();
const tools = {
  store: new RecordingStore(db, tableName()),
  contents: new ContentStore(db, tableName()),
  uploads: new Uploads(),
  queue: new WorkQueue(),
  access: new AccessStore(db, tableName()),
};
const { store, uploads, access } = tools;
const lists = new RecordingLists(db, tableName());
const quotas = new QuotaStore(db, tableName());
const captions = new CaptionStore(db, tableName());

const findFor = (actor: Actor, assetId: string) => visibleRecording(store, actor, assetId);
const viewFor = async (actor: Actor, recording: Recording) =>
  assetView(await knownTo(store, actor, recording));

const SPENT = { day: 'day-quota-reached', room: 'room-quota-reached' } as const;

async function announce({ body, headers, actor, at, requestId }: Call<typeof mediaRoutes.requestUpload>) {
  const request = { actor: actor.personId, key: headers['idempotency-key'], at };
  const { title, fileName, bytes, courseId, lessonNo, sha256, ...said } = body;
  const file = { title, fileName, bytes, courseId, lessonNo, saidSha256: sha256, metadata: said };
  const command = { ...file, assetId: ulid(), request, correlationId: requestId, seesAll: seesAll(actor) };
  const requested = await requestUpload(tools, command);
  if (!requested.ok) {
    if (requested.reason !== 'quota') return refuse(requested.reason);
    const quota = await quotas.find(requested.quota, actor.personId, at);
    const errors = [{ pointer: '/body/bytes', detail: String(leftOf(quota)) }];
    return { refusal: SPENT[requested.quota.span], errors };
  }
  const { recording, isDuplicate } = requested;
  const left = await partsToSend(uploads, recording);
  const { uploadId } = recording;
  const answer = { asset: await viewFor(actor, recording), uploadId, parts: left?.parts ?? [] };
  return { status: 201, body: { ...answer, ...(isDuplicate && { duplicate: true }) } } as const;
}

async function cancel({ actor, params, cause }: Call<typeof mediaRoutes.cancelUpload>) {
  const recording = await findFor(actor, params.assetId);
  if (!recording) return refuse('not-found');
  const cancelled = await cancelUpload(tools, recording, cause);
  return cancelled === 'cancelled' ? ({ status: 204, body: undefined } as const) : refuse(cancelled);
}

async function retry({ actor, params, at }: Call<typeof mediaRoutes.retryMedia>) {
  const recording = await findFor(actor, params.assetId);
  if (!recording) return refuse('not-found');
  const retried = await retryRecording(tools, recording, at);
  if (typeof retried === 'string') return refuse(retried);
  return { status: 202, body: await viewFor(actor, retried) } as const;
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
  if (completed === 'not-found') return refuse(completed);
  return { status: 202, body: await viewFor(actor, completed) } as const;
}

async function playable(recording: Recording | undefined) {
  const found = recording && (await store.findPlayable(recording));
  return found && withCaptions(found, await captions.findSet(found.assetId));
}

export const handler = serviceApi(mediaRoutes, mediaProblems, {
  requestUpload: announce,
  cancelUpload: cancel,
  retryMedia: retry,
  getUploadQuota: async ({ actor, at }) => {
    const spans = async (holder: QuotaHolder) => {
      const find = (span: QuotaSpan) => quotas.find({ holder, span }, actor.personId, at);
      return { day: await find('day'), room: await find('room') };
    };
    return { status: 200, body: { person: await spans('person'), centre: await spans('centre') } };
  },
  renewUpload: renew,
  completeUpload: complete,
  listMedia: async ({ actor, query }) => {
    const uploader = seesAll(actor) ? undefined : actor.personId;
    const page = await lists.listRecordings({ uploader, cursor: query.cursor });
    if (page === 'invalid-cursor') return refuse(page, '/query/cursor');
    const { recordings, ...rest } = page;
    const publications = await access.findPublications(recordings.map(({ assetId }) => assetId));
    const publicationOf = (assetId: string) => publications.find((one) => one.assetId === assetId);
    const viewed = await Promise.all(recordings.map((recording) => viewFor(actor, recording)));
    const assets = viewed.map((asset) => withPoster(asset, publicationOf(asset.assetId)));
    return { status: 200, body: { ...rest, assets } };
  },
  getMedia: async ({ actor, params }) => {
    const recording = await findFor(actor, params.assetId);
    if (!recording) return refuse('not-found');
    const asset = await viewFor(actor, recording);
    const [set, publication] = await Promise.all([
      captions.findSet(asset.assetId),
      access.findPublication(asset.assetId),
    ]);
    const shown = withPoster(withCaptions(asset, set), publication);
    return { status: 200, body: { ...shown, canGiveUp: canGiveUp(recording, publication) } };
  },
  getPlayable: async ({ params }) => {
    const publication = await access.findPublication(params.assetId);
    const body = isShown(publication) ? await playable(await store.find(params.assetId)) : undefined;
    return body ? { status: 200, body: withAppraisedWords(body, publication) } : refuse('not-found');
  },
  previewMedia: async ({ actor, params }) => {
    const body = await playable(await findFor(actor, params.assetId));
    if (!body) return refuse('not-found');
    return { status: 200, body: withPoster(body, await access.findPublication(params.assetId)) };
  },
  listCourseMedia: async ({ params }) => {
    const ready = await lists.listOfCourse(params.courseId);
    const media = shownOf(ready, await access.findPublications(ready.map(({ assetId }) => assetId)));
    const sets = await captions.findSets(media.map(({ assetId }) => assetId));
    const setOf = (assetId: string) => sets.find((set) => set.assetId === assetId);
    return { status: 200, body: { media: media.map((one) => withCaptions(one, setOf(one.assetId))) } };
  },
});
