import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Line } from '#shared/contract/values.ts';
import { LessonNo, MediaAsset, PlayableAsset } from './contract-asset.ts';
import { AssetMetadata, ContentHash, UploadQuota } from './contract-metadata.ts';

export type { MediaAsset, ReasonCode } from './contract-asset.ts';
export { captionRoutes } from './contract-captions.ts';
export { passRoutes } from './contract-delivery.ts';

/** The largest file taken: to pass through more, a worker has no time (`domain/sound-time.ts`). */
const MAX_UPLOAD_BYTES = 48 * 1024 ** 3;

/** So many signed addresses come with one answer; `renewUpload` has the next. */
export const PARTS_PER_ANSWER = 100;

const UploadPart = z.object({
  partNumber: z.int().min(1),
  url: z.string(),
  fromByte: z.int(),
  /** One past the last byte. */
  toByte: z.int(),
});

export const mediaRoutes = {
  requestUpload: route({
    method: 'POST',
    path: '/v1/media',
    roles: ['content-staff', 'teacher'],
    summary: 'Announce a file; the answer holds the signed addresses that its parts are sent to',
    headers: IdempotencyKey,
    body: z
      .strictObject({
        title: Line(120),
        fileName: Line(200),
        bytes: z.int().min(1).max(MAX_UPLOAD_BYTES),
        courseId: Id.optional(),
        lessonNo: LessonNo.optional(),
        ...AssetMetadata,
        ...ContentHash,
      })
      .refine(({ courseId, lessonNo }) => courseId !== undefined || lessonNo === undefined, {
        path: ['lessonNo'],
        error: 'a lesson is one of a course',
      }),
    answers: {
      201: z.object({
        /** With `duplicate` the one that has the same bytes; its parts are those it still waits for, mostly none. */
        asset: MediaAsset,
        duplicate: z.boolean().optional(),
        uploadId: z.string(),
        parts: z.array(UploadPart),
      }),
    },
    refusals: ['upload-finished', 'day-quota-reached', 'room-quota-reached'],
  }),
  cancelUpload: route({
    method: 'DELETE',
    path: '/v1/media/{assetId}',
    roles: ['content-staff', 'teacher'],
    summary:
      'Give up a file that has not been sent whole, could not be converted, or was withdrawn by the library; nothing is kept of it',
    params: z.object({ assetId: Id }),
    answers: { 204: z.undefined() },
    refusals: ['not-found', 'upload-finished', 'conflict'],
  }),
  retryMedia: route({
    method: 'POST',
    path: '/v1/media/{assetId}/retry',
    roles: ['content-staff', 'teacher'],
    summary: 'Begin again with a file that arrived and could not be converted',
    params: z.object({ assetId: Id }),
    answers: { 202: MediaAsset },
    refusals: ['not-found', 'nothing-to-retry', 'conflict'],
  }),
  getUploadQuota: route({
    method: 'GET',
    path: '/v1/upload-quota',
    roles: ['content-staff', 'teacher'],
    summary: 'How much the caller, and the whole centre, may still send today and keep in all',
    answers: { 200: UploadQuota },
  }),
  renewUpload: route({
    method: 'POST',
    path: '/v1/media/{assetId}/parts',
    roles: ['content-staff', 'teacher'],
    summary: 'Fresh addresses for the parts that have not arrived, to go on after a break',
    params: z.object({ assetId: Id }),
    answers: { 200: z.object({ uploadId: z.string(), parts: z.array(UploadPart), done: z.array(z.int()) }) },
    refusals: ['not-found', 'upload-finished'],
  }),
  completeUpload: route({
    method: 'POST',
    path: '/v1/media/{assetId}/completion',
    roles: ['content-staff', 'teacher'],
    summary:
      'Join the parts into the file, the parts named being what they should be; this starts the transcoding',
    params: z.object({ assetId: Id }),
    body: z.strictObject({
      parts: z.array(z.strictObject({ partNumber: z.int().min(1), etag: z.string().max(100) })).max(10_000),
    }),
    answers: { 202: MediaAsset },
    refusals: ['not-found', 'parts-do-not-fit'],
  }),
  listMedia: route({
    method: 'GET',
    path: '/v1/media',
    roles: ['content-staff', 'teacher', 'training-head', 'director'],
    summary: 'The upload queue, newest first; a teacher sees own uploads',
    query: z.object({ cursor: z.string().max(2000).optional() }),
    answers: { 200: z.object({ assets: z.array(MediaAsset), next: z.string().optional() }) },
    refusals: ['invalid-cursor'],
  }),
  getMedia: route({
    method: 'GET',
    path: '/v1/media/{assetId}',
    roles: ['content-staff', 'teacher', 'training-head', 'director'],
    summary: 'One recording and how far its transcoding is',
    params: z.object({ assetId: Id }),
    answers: { 200: MediaAsset },
    refusals: ['not-found'],
  }),
  getPlayable: route({
    method: 'GET',
    path: '/v1/media/{assetId}/playable',
    roles: 'public',
    summary: 'What it takes to play or show one file of the library; a pass opens the files themselves',
    params: z.object({ assetId: Id }),
    answers: { 200: PlayableAsset },
    refusals: ['not-found'],
  }),
  previewMedia: route({
    method: 'GET',
    path: '/v1/media/{assetId}/preview',
    roles: ['content-staff', 'teacher', 'training-head', 'director'],
    summary: 'The same for a file that nobody has appraised yet, or that was withdrawn',
    params: z.object({ assetId: Id }),
    answers: { 200: PlayableAsset },
    refusals: ['not-found'],
  }),
  listCourseMedia: route({
    method: 'GET',
    path: '/v1/courses/{courseId}/media',
    roles: 'anyone',
    summary: 'The recordings of a course that can be watched: ready, and issued by the library',
    params: z.object({ courseId: Id }),
    answers: { 200: z.object({ media: z.array(PlayableAsset) }) },
  }),
};
