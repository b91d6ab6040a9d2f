import { advance, type Recording } from '../domain/recording.ts';
import type { RecordingStore } from '../store.ts';
import type { WorkQueue } from '../work-queue.ts';

type Tools = { readonly store: RecordingStore; readonly queue: WorkQueue };

/** Begins again with a file that could not be converted. A repeat finds it waiting, and asks for it once more. */
export async function retryRecording(
  { store, queue }: Tools,
  was: Recording,
  at: string,
): Promise<Recording | 'nothing-to-retry' | 'conflict'> {
  const { assetId, source, bytes } = was;
  const advanced = advance(was, [{ type: 'retry', bytes }], at);
  if (!advanced.ok || !source) return 'nothing-to-retry';
  const { recording, events } = advanced;
  if (events.length > 0 && (await store.save(was, recording)) === 'conflict') return 'conflict';
  if (recording.state.status !== 'received') return recording;
  await queue.send([{ assetId, objectVersion: source.objectVersion, task: 'examine' }]);
  return recording;
}
