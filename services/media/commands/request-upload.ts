import { PARTS_PER_ANSWER } from '../contract.ts';
import { awaitingUpload } from '../domain/asset.ts';
import type { AssetMetadata } from '../domain/asset-metadata.ts';
import type { Recording } from '../domain/recording.ts';
import { missingParts, partsOf } from '../domain/upload-parts.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

type Tools = { readonly store: RecordingStore; readonly uploads: Uploads };

export type RequestUpload = {
  readonly assetId: string;
  readonly title: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly courseId?: string | undefined;
  readonly lessonNo?: number | undefined;
  readonly metadata: AssetMetadata;
  readonly saidSha256?: string | undefined;
  readonly request: { readonly actor: string; readonly key: string; readonly at: string };
  readonly correlationId: string;
};

/** Announces a file and begins its upload; a repeat answers with what the first request announced. */
export async function requestUpload({ store, uploads }: Tools, command: RequestUpload): Promise<Recording> {
  const { request, courseId, lessonNo, saidSha256, ...file } = command;
  const identified = { ...request, route: 'request-upload' };
  const earlier = await findEarlier(store, identified);
  if (earlier) return earlier;
  const recording: Recording = {
    ...file,
    ...(courseId && { courseId }),
    ...(courseId && lessonNo && { lessonNo }),
    ...(saidSha256 && { saidSha256 }),
    uploadedBy: request.actor,
    createdAt: request.at,
    uploadId: await uploads.begin(file.assetId),
    version: 1,
    changedAt: request.at,
    movedAt: request.at,
    resends: 0,
    state: awaitingUpload(file.bytes),
  };
  const saved = await store.saveAnnounced(recording, identified);
  // Who lost to a repeat leaves an upload without parts, which the bucket removes in time.
  return saved === 'saved' ? recording : ((await findEarlier(store, identified)) ?? recording);
}

async function findEarlier(store: RecordingStore, request: Parameters<RecordingStore['findEarlier']>[0]) {
  const assetId = await store.findEarlier(request);
  return assetId ? store.find(assetId) : undefined;
}

/** The next parts to send, with their addresses, and the numbers of those that have arrived. Undefined when joined. */
export async function partsToSend(uploads: Uploads, recording: Recording) {
  const { assetId, uploadId, bytes, state } = recording;
  if (state.status !== 'awaiting-upload') return undefined;
  const stored = await uploads.stored(assetId, uploadId);
  if (!stored) return undefined;
  const planned = partsOf(bytes);
  const missing = missingParts(planned, stored);
  const numbers = new Set(missing.map(({ partNumber }) => partNumber));
  return {
    parts: await uploads.sign(assetId, uploadId, missing.slice(0, PARTS_PER_ANSWER)),
    done: planned.map(({ partNumber }) => partNumber).filter((number) => !numbers.has(number)),
  };
}
