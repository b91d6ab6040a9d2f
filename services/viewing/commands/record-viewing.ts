import { type Cause, outboxWith } from '#shared/messaging/outbox.ts';
import { changeOf } from '../domain/audience.ts';
import { afterBeats, type Beat, newViewing } from '../domain/viewing.ts';
import { viewingRecorded } from '../events-out.ts';
import type { ViewingStore } from '../store.ts';

export type BeatOfAsset = Beat & { readonly assetId: string };

/**
 * Takes in what a person saw: one write and one event per recording, however many beats tell of it, and none when all of
 * it was known. 'conflict' when another device wrote in between.
 */
async function recordOne(
  store: ViewingStore,
  { personId, assetId, beats }: { personId: string; assetId: string; beats: readonly Beat[] },
  cause: Cause,
): Promise<number | 'conflict'> {
  const [asset, found] = await Promise.all([store.findAsset(assetId), store.find(personId, assetId)]);
  if (!asset) return 0;
  const before = found ?? newViewing(personId, asset);
  const after = afterBeats(before, beats);
  if (after === before) return 0;
  const outbox = outboxWith(viewingRecorded(before, after, cause));
  const saved = await store.save(after, changeOf(before, after), outbox);
  return saved === 'saved' ? 1 : 'conflict';
}

/** How many recordings something new was seen of. 'conflict' when another device wrote in between: to be done again. */
export async function recordViewing(
  store: ViewingStore,
  { personId, beats }: { personId: string; beats: readonly BeatOfAsset[] },
  cause: Cause,
): Promise<number | 'conflict'> {
  let recorded = 0;
  for (const [assetId, own = []] of Object.entries(Object.groupBy(beats, (beat) => beat.assetId))) {
    const one = await recordOne(store, { personId, assetId, beats: own }, cause);
    if (one === 'conflict') return one;
    recorded += one;
  }
  return recorded;
}
