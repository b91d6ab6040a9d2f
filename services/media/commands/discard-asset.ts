import type { AssetFiles } from '../asset-files.ts';
import type { Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';

export type DiscardTools = { readonly store: RecordingStore; readonly files: AssetFiles };

/**
 * Deletes the files of what is dropped, and only then gives their room back. Stopped anywhere, it is done again; in
 * case of a conflict too, by the next sweep.
 */
export async function discardAsset(
  { store, files }: DiscardTools,
  recording: Recording,
  at: string,
): Promise<void> {
  const { assetId } = recording;
  await Promise.all([files.removeUploaded(assetId), files.removeDelivered(assetId)]);
  await store.saveDiscarded(recording, at);
}
