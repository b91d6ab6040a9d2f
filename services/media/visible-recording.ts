import { type Actor, hasRole } from '#shared/auth/actor.ts';
import type { Recording } from './domain/recording.ts';
import type { RecordingStore } from './store.ts';

/** A teacher who holds no other role that may see recordings knows only of own ones. */
export const seesAll = (actor: Actor): boolean =>
  hasRole(actor, 'content-staff', 'training-head', 'director');

/** Whether somebody else uploaded something is nobody's business, so a foreign recording is "not found". */
export async function visibleRecording(
  store: RecordingStore,
  actor: Actor,
  assetId: string,
): Promise<Recording | undefined> {
  const recording = await store.find(assetId);
  return recording && (seesAll(actor) || recording.uploadedBy === actor.personId) ? recording : undefined;
}

/** A recording as a reader may hear of it: that somebody else's file holds the same bytes is told without saying whose. */
export async function knownTo(store: RecordingStore, actor: Actor, recording: Recording): Promise<Recording> {
  const { state } = recording;
  const original = state.status === 'rejected' ? state.rejection.duplicateOf : undefined;
  if (state.status !== 'rejected' || !original || (await visibleRecording(store, actor, original)))
    return recording;
  const { duplicateOf: _, ...rejection } = state.rejection;
  return { ...recording, state: { ...state, rejection } };
}
