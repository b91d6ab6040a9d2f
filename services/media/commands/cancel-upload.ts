import type { AccessStore } from '../access-store.ts';
import { canGiveUp } from '../domain/access.ts';
import { advance, type Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

type Tools = {
  readonly store: RecordingStore;
  readonly uploads: Uploads;
  readonly access: Pick<AccessStore, 'findPublication'>;
};

/**
 * Gives up a file. Of one that was not sent whole nothing is kept; the others are deleted by the next sweep, which
 * gives their room back.
 */
export async function cancelUpload(
  { store, uploads, access }: Tools,
  recording: Recording,
  at: string,
): Promise<'cancelled' | 'upload-finished' | 'conflict'> {
  const { assetId, uploadId, state } = recording;
  const isAllowed = canGiveUp(recording, await access.findPublication(assetId));
  // A repeat finds it failed, as given up.
  if (!isAllowed && state.status !== 'failed') return 'upload-finished';
  if (state.status !== 'awaiting-upload') return giveUp(store, recording, at);
  // Forgotten first: a request that joins the parts meanwhile finds so, and what it made is deleted when it arrives.
  if ((await store.removeAnnounced(recording)) === 'conflict') return 'upload-finished';
  await uploads.abort(assetId, uploadId);
  return 'cancelled';
}

async function giveUp(
  store: RecordingStore,
  was: Recording,
  at: string,
): Promise<'cancelled' | 'upload-finished' | 'conflict'> {
  const advanced = advance(was, [{ type: 'give-up' }], at);
  if (!advanced.ok) return 'upload-finished';
  if (advanced.events.length === 0) return 'cancelled';
  return (await store.save(was, advanced.recording)) === 'saved' ? 'cancelled' : 'conflict';
}
