import { advance, type Recording } from '../domain/recording.ts';
import { pipelineCause, uploadReceived } from '../events-out.ts';
import type { RecordingStore } from '../store.ts';

export type Arrival = {
  readonly assetId: string;
  readonly objectVersion: string;
  readonly bytes: number;
  /** Taken for the job unless this file has one. */
  readonly jobId: string;
};

/** Takes note of a file that arrived, once. Undefined when no recording waits for it. */
export async function receiveUpload(
  store: RecordingStore,
  { assetId, objectVersion, bytes, jobId }: Arrival,
  cause: { readonly at: string; readonly causationId: string },
): Promise<Recording | undefined | 'conflict'> {
  const was = await store.find(assetId);
  if (!was) return undefined;
  const advanced = advance(was, [{ type: 'receive-upload', bytes }], cause.at);
  if (!advanced.ok || advanced.events.length === 0) return was;
  const next = { ...advanced.recording, source: { objectVersion, jobId } };
  const outbox = uploadReceived(next, bytes, pipelineCause(next, cause.at, cause.causationId));
  return (await store.save(was, next, { outbox })) === 'saved' ? next : 'conflict';
}
