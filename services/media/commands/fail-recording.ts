import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import type { FailureCode } from '../domain/asset.ts';
import { advance } from '../domain/recording.ts';
import { pipelineCause, transcodeFailed } from '../events-out.ts';
import type { RecordingStore } from '../store.ts';

/** Gives a recording up, unless it is settled already. */
export async function failRecording(
  store: RecordingStore,
  assetId: string,
  code: FailureCode,
  cause: { readonly at: string; readonly causationId: string },
): Promise<void> {
  const outcome = await retryOnConflict(async () => {
    const was = await store.find(assetId);
    const advanced = was && advance(was, [{ type: 'fail', code }], cause.at);
    if (!was || !advanced?.ok || advanced.events.length === 0) return 'saved';
    const next = advanced.recording;
    const outbox = transcodeFailed(next, pipelineCause(next, cause.at, cause.causationId));
    return store.save(was, next, { outbox });
  });
  if (!outcome) throw new Error(`${assetId} kept changing while it was given up`);
}
