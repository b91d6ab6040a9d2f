import type { AccessStore } from '../access-store.ts';
import { isShown, type Publication } from '../domain/access.ts';
import { addressesOf, asideOf } from '../domain/delivery-path.ts';
import { isPaper } from '../domain/paper-plan.ts';
import type { Recording } from '../domain/recording.ts';
import type { Posters } from '../posters.ts';
import type { RecordingStore } from '../store.ts';

type Tools = {
  readonly access: AccessStore;
  readonly recordings: Pick<RecordingStore, 'find'>;
  readonly posters: Posters;
};

/** The key of what is shown of an asset without a pass: a recording's poster, a document's cover. */
function posterOf(recording: Recording | undefined): string | undefined {
  if (recording?.state.status !== 'ready') return undefined;
  const { assetId, kind, extras, state } = recording;
  if (isPaper(kind)) return extras?.poster?.slice(1);
  // Both are made of the pictures, where there are any.
  return extras?.storyboard && addressesOf(assetId, state.planHash).poster.slice(1);
}

/**
 * Takes in what the library decided of an asset. Passes end by themselves; the poster, which needs none, is shown by a
 * copy of it, or the copy is taken away. Each step may be done twice.
 */
export async function takePublication(
  { access, recordings, posters }: Tools,
  publication: Publication,
): Promise<void> {
  const { assetId } = publication;
  await access.savePublication(publication);
  const poster = posterOf(await recordings.find(assetId));
  if (!poster) return;
  // Of two decisions that arrive in the wrong order, the later one is acted on both times.
  const isIssued = async () => isShown(await access.findPublication(assetId));
  if (await isIssued()) {
    await posters.copy(asideOf(poster), poster);
    // A withdrawal may have run whole meanwhile; its removal must not be undone by this copy.
    if (await isIssued()) return;
  }
  await posters.remove(poster);
}
