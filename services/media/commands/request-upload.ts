import type { ContentStore } from '../content-store.ts';
import { PARTS_PER_ANSWER } from '../contract.ts';
import { awaitingUpload } from '../domain/asset.ts';
import type { AssetMetadata } from '../domain/asset-metadata.ts';
import { EVERY_QUOTA, type OneQuota, QUOTAS } from '../domain/quota.ts';
import type { Recording } from '../domain/recording.ts';
import { missingParts, partsOf } from '../domain/upload-parts.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';
import { findSame } from './find-same.ts';

type Tools = { readonly store: RecordingStore; readonly contents: ContentStore; readonly uploads: Uploads };

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
  /** Whether the actor may be told of files of others. */
  readonly seesAll?: boolean;
};

/** `isDuplicate` when the file is here already, as this recording, or is on its way. */
export type Requested =
  | { readonly ok: true; readonly recording: Recording; readonly isDuplicate: boolean }
  | { readonly ok: false; readonly reason: 'upload-finished' }
  | { readonly ok: false; readonly reason: 'quota'; readonly quota: OneQuota };

const found = (recording: Recording, isDuplicate = false): Requested => ({
  ok: true,
  recording,
  isDuplicate,
});

/**
 * Announces a file and begins its upload; a repeat answers with what the first request announced. A file whose bytes
 * are here, or that the same person has begun to send, is not announced again.
 */
export async function requestUpload(
  { store, contents, uploads }: Tools,
  command: RequestUpload,
  limits = QUOTAS,
): Promise<Requested> {
  const { request, bytes } = command;
  const identified = { ...request, route: 'request-upload' };
  const earlier = await findEarlier(store, identified);
  if (earlier) return found(earlier);
  const same = await findSame({ store, contents }, command);
  if (same) return found(same, true);
  const tooMuch = EVERY_QUOTA.find(({ holder, span }) => bytes > limits[holder][span]);
  if (tooMuch) return { ok: false, reason: 'quota', quota: tooMuch };
  const recording = announced(command, await uploads.begin(command.assetId));
  const saved = await store.saveAnnounced(recording, identified, limits);
  if (saved === 'saved') return found(recording);
  // What was begun for nothing has no parts; the bucket removes it in time.
  if (saved !== 'repeated') return { ok: false, reason: 'quota', quota: saved };
  const winner = await findEarlier(store, identified);
  // Without one the recording of this key was given up.
  return winner ? found(winner) : { ok: false, reason: 'upload-finished' };
}

const announced = (
  { request, courseId, lessonNo, saidSha256, seesAll, ...file }: RequestUpload,
  uploadId: string,
): Recording => ({
  ...file,
  ...(courseId && { courseId }),
  ...(courseId && lessonNo && { lessonNo }),
  ...(saidSha256 && { saidSha256 }),
  isCounted: true,
  uploadedBy: request.actor,
  createdAt: request.at,
  uploadId,
  version: 1,
  changedAt: request.at,
  movedAt: request.at,
  resends: 0,
  state: awaitingUpload(file.bytes),
});

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
