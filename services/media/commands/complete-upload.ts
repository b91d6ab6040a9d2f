import type { Recording } from '../domain/recording.ts';
import { partsFit, partsOf, type StoredPart } from '../domain/upload-parts.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

type Tools = { readonly store: RecordingStore; readonly uploads: Uploads };
type Named = Pick<StoredPart, 'partNumber' | 'etag'>;

/**
 * Joins the parts into the file. What is joined is what the bucket holds, once it is the whole file; a repeat, and
 * a request that lost to another, answer with the recording as it is. One that lost to its owner's giving the file up
 * finds none.
 */
export async function completeUpload(
  { store, uploads }: Tools,
  recording: Recording,
  named: readonly Named[],
  at: string,
): Promise<Recording | 'parts-do-not-fit' | 'not-found'> {
  const { assetId, uploadId, bytes } = recording;
  if (recording.state.status !== 'awaiting-upload') return recording;
  const stored = await uploads.stored(assetId, uploadId);
  if (stored && !partsFit(partsOf(bytes), stored, named)) return 'parts-do-not-fit';
  const joined = stored && (await uploads.join(assetId, uploadId, stored));
  if (joined) await store.saveJoined(assetId, joined, at);
  return (await store.find(assetId)) ?? 'not-found';
}
