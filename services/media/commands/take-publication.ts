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
  return addressesOf(assetId, state.planHash, extras).poster?.slice(1);
}

/**
 * Takes in what the library decided of an asset. Passes end by themselves; the poster, which needs none, is shown by a
 * copy of it, or the copy is taken away. Each step may be done twice.
 */
export async function takePublication(
  { access, recordings, posters }: Tools,
  publication: Publication,
): Promise<void> {
  const { assetId, state, version } = publication;
  const poster = posterOf(await recordings.find(assetId));
  const show = async () => poster && posters.copy(asideOf(poster), poster);
  const known = await access.findPublication(assetId);
  // Before it is listed: whoever sees the list at once would be refused the picture, and the edge keep the refusal.
  if (state === 'issued' && (known?.version ?? 0) <= version) await show();
  await access.savePublication(publication);
  // Of two decisions that arrive in the wrong order, the later one is acted on both times.
  const isIssued = async () => isShown(await access.findPublication(assetId));
  if (!poster || (await isIssued())) return;
  await posters.remove(poster);
  // A later one to issue may have run whole meanwhile; its copy must not stay away by this removal.
  if (await isIssued()) await show();
}
