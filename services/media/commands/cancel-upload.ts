import type { Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

type Tools = { readonly store: RecordingStore; readonly uploads: Uploads };

/** Gives up a file that has not been sent whole: its parts, and all that is known of it. */
export async function cancelUpload(
  { store, uploads }: Tools,
  recording: Recording,
): Promise<'cancelled' | 'upload-finished'> {
  const { assetId, uploadId, joinedVersion, state } = recording;
  if (state.status !== 'awaiting-upload' || joinedVersion) return 'upload-finished';
  await uploads.abort(assetId, uploadId);
  const removed = await store.removeAnnounced(recording);
  return removed === 'removed' ? 'cancelled' : 'upload-finished';
}
