import type { AccessStore } from '../access-store.ts';
import type { AssetFiles } from '../asset-files.ts';
import { attentionFor } from '../domain/attention.ts';
import type { Recording } from '../domain/recording.ts';
import type { RecordingLists } from '../recording-lists.ts';
import { discardAsset } from './discard-asset.ts';
import { type ExamineTools, sendWork } from './examine-upload.ts';
import { failRecording } from './fail-recording.ts';
import { letGo } from './let-go.ts';

type Tools = Pick<ExamineTools, 'store' | 'parts' | 'queue' | 'papers' | 'paperQueue'> & {
  readonly lists: Pick<RecordingLists, 'open'>;
  readonly files: AssetFiles;
  readonly access: Pick<AccessStore, 'findPublication'>;
};
type Cause = { readonly at: string; readonly causationId: string };
export type Sweep = { readonly attended: number; readonly failures: readonly unknown[] };

/** Attends to everything that is not settled at `cause.at`. One that fails does not keep the others waiting. */
export async function sweep(tools: Tools, cause: Cause): Promise<Sweep> {
  let attended = 0;
  const failures: unknown[] = [];
  for await (const page of tools.lists.open()) {
    for (const assetId of page) {
      try {
        if (await attend(tools, assetId, cause)) attended += 1;
      } catch (failure) {
        failures.push(failure);
      }
    }
  }
  return { attended, failures };
}

async function attend(tools: Tools, assetId: string, cause: Cause): Promise<boolean> {
  const recording = await tools.store.find(assetId);
  if (!recording) return false;
  const attention = attentionFor(recording, cause.at);
  if (attention.type === 'none') return false;
  if (attention.type === 'fail') {
    await failRecording(tools.store, assetId, attention.code, cause);
    return true;
  }
  if (attention.type === 'discard') {
    await discardAsset(tools, recording, cause.at);
    return true;
  }
  if (attention.type === 'let-go') {
    await letGo(tools, recording, cause);
    return true;
  }
  if (attention.type === 'resend') await sendWork(tools, recording);
  else await tools.queue.send([examination(recording)]);
  await tools.store.saveResent(recording, cause.at);
  return true;
}

/** A worker looks, not the sweeper: a file that brings its reader down must not keep the others waiting. */
const examination = ({ assetId, source, joinedVersion = '' }: Recording) => ({
  assetId,
  objectVersion: source?.objectVersion ?? joinedVersion,
  task: 'examine' as const,
});
