import type { AccessStore } from '../access-store.ts';
import type { Publication } from '../domain/access.ts';
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
  const shown = isPaper(kind) ? extras?.poster : addressesOf(assetId, state.planHash).poster;
  return shown?.slice(1);
}

/**
 * Takes in what the library decided of an asset. Passes end by themselves; the poster, which needs none, is put aside or
 * shown again. Each step may be done twice: the copy is made before the original goes, and stays.
 */
export async function takePublication(
  { access, recordings, posters }: Tools,
  publication: Publication,
): Promise<void> {
  const { assetId } = publication;
  await access.savePublication(publication);
  // Of two decisions that arrive in the wrong order, the later one is acted on both times.
  const [standing, recording] = await Promise.all([
    access.findPublication(assetId),
    recordings.find(assetId),
  ]);
  const poster = posterOf(recording);
  if (!poster || !standing) return;
  if (standing.state === 'issued') {
    if (!standing.posterKept) return;
    await posters.copy(asideOf(poster), poster);
    // A withdrawal may have run whole since `standing` was read; its removal must not be undone by this copy.
    if ((await access.findPublication(assetId))?.state === 'withdrawn') await posters.remove(poster);
    return;
  }
  if (!standing.posterKept) await posters.copy(poster, asideOf(poster));
  await access.savePosterKept(assetId);
  await posters.remove(poster);
}
