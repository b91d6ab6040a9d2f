import type { AssetFiles } from '../asset-files.ts';
import { type ExamineTools, examineUpload } from './examine-upload.ts';
import { type Arrival, receiveUpload } from './receive-upload.ts';

type Tools = ExamineTools & { readonly files: Pick<AssetFiles, 'removeUploaded'> };

/**
 * Takes in a file of whose arrival the bucket tells, which it does at least once: it is noted once, examined, and its
 * work sent out. Throws for what could not be looked at. One that its owner gave up while its parts were joined belongs to nobody, and is deleted.
 */
export async function takeArrival(
  tools: Tools,
  arrival: Arrival,
  cause: { readonly at: string; readonly causationId: string },
): Promise<'examined' | 'nobody' | 'conflict'> {
  const { assetId } = arrival;
  const received = await receiveUpload(tools.store, arrival, cause);
  if (!received) {
    await tools.files.removeUploaded(assetId);
    return 'nobody';
  }
  const examined = received === 'conflict' ? received : await examineUpload(tools, assetId, cause);
  if (examined === 'conflict') return examined;
  if (examined && 'failure' in examined) throw new Error(`${assetId}: ${examined.failure.detail}`);
  return 'examined';
}
