import type { Outbox } from '#shared/messaging/outbox.ts';
import { withoutKeys } from '#shared/store/without-keys.ts';
import type { AssetPart } from './domain/asset.ts';
import type { Recording } from './domain/recording.ts';
import { recordingKey, uploaderKey } from './keys.ts';

export type Item = Record<string, unknown>;

/** A recording as the table holds it, with the events that its change brings. */
export const toItem = ({ state, ...recording }: Recording, outbox?: Outbox): Item => {
  const { done = [], ...rest } = { done: [] as readonly AssetPart[], ...state };
  const keys = {
    ...recordingKey(recording.assetId),
    ...uploaderKey(recording.uploadedBy, recording.assetId),
  };
  // An empty set cannot be stored.
  return { ...keys, ...recording, state: rest, ...(done.length > 0 && { done: new Set(done) }), ...outbox };
};

/** A recording as it was before it became an item. */
export const toRecording = (stored: Item): Recording => {
  const { done, ...item } = withoutKeys(stored);
  const recording = item as unknown as Recording;
  if (recording.state.status !== 'transcoding') return recording;
  return { ...recording, state: { ...recording.state, done: [...((done as Set<AssetPart>) ?? [])] } };
};
