import type { AccessStore } from '../access-store.ts';
import { isShown } from '../domain/access.ts';
import { advance, kept, type Recording } from '../domain/recording.ts';
import { keptOut, pipelineCause } from '../events-out.ts';
import type { RecordingStore } from '../store.ts';
import { type DiscardTools, discardAsset } from './discard-asset.ts';

type Tools = DiscardTools & {
  readonly store: RecordingStore;
  readonly access: Pick<AccessStore, 'findPublication'>;
};

/**
 * Deletes what was ready when its owner gave it up. The library may have listed it again before it heard of that; then
 * it stays, and is told of as ready once more.
 */
export async function letGo(
  tools: Tools,
  was: Recording,
  { at, causationId }: { readonly at: string; readonly causationId: string },
): Promise<void> {
  const { store, access } = tools;
  if (isShown(await access.findPublication(was.assetId))) {
    const next = kept(was, at);
    await store.save(was, next, { outbox: keptOut(next, pipelineCause(next, at, causationId)) });
    return;
  }
  const advanced = advance(was, [{ type: 'give-up' }], at);
  if (!advanced.ok) throw new Error(`${was.assetId} cannot be given up: ${advanced.reason}`);
  const { recording } = advanced;
  if ((await store.save(was, recording)) === 'saved') await discardAsset(tools, recording, at);
}
