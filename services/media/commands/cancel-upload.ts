import type { Cause } from '#shared/messaging/outbox.ts';
import type { AccessStore } from '../access-store.ts';
import { canGiveUp } from '../domain/access.ts';
import { givenUp, type Recording } from '../domain/recording.ts';
import { givenUpOut } from '../events-out-given-up.ts';
import type { RecordingStore } from '../store.ts';
import type { Uploads } from '../uploads.ts';

type Tools = {
  readonly store: RecordingStore;
  readonly uploads: Uploads;
  readonly access: Pick<AccessStore, 'findPublication'>;
};

/**
 * Gives up a file. Of one that was not sent whole nothing is kept; the others are deleted by a later sweep,
 * which gives their room back.
 */
export async function cancelUpload(
  { store, uploads, access }: Tools,
  recording: Recording,
  cause: Cause,
): Promise<'cancelled' | 'upload-finished' | 'conflict'> {
  const { assetId, uploadId, state, givenUpAt } = recording;
  if (givenUpAt) return 'cancelled';
  const isAllowed = canGiveUp(recording, await access.findPublication(assetId));
  // A repeat finds it failed, as given up.
  if (!isAllowed && state.status !== 'failed') return 'upload-finished';
  if (state.status !== 'awaiting-upload') return giveUp(store, recording, cause);
  // Forgotten first: a request that joins the parts meanwhile finds so, and what it made is deleted when it arrives.
  if ((await store.removeAnnounced(recording)) === 'conflict') return 'upload-finished';
  await uploads.abort(assetId, uploadId);
  return 'cancelled';
}

async function giveUp(
  store: RecordingStore,
  was: Recording,
  cause: Cause,
): Promise<'cancelled' | 'upload-finished' | 'conflict'> {
  const next = givenUp(was, cause.at);
  if (!next) return 'upload-finished';
  if (next === was) return 'cancelled';
  const saved = await store.save(was, next, { outbox: givenUpOut(next, cause) });
  return saved === 'saved' ? 'cancelled' : 'conflict';
}
