import type { Cause } from '#shared/messaging/outbox.ts';
import type { About, AssetFile } from '../domain/edition.ts';
import type { FileStore } from '../file-store.ts';
import type { MaterialStore } from '../store.ts';
import type { TranscriptStore } from '../transcript-store.ts';
import { takeReadyAsset } from './take-ready-asset.ts';

type Tools = {
  readonly files: Pick<FileStore, 'saveNews'>;
  readonly materials: MaterialStore;
  readonly transcripts: Pick<TranscriptStore, 'settle'>;
};
type ReadyFile = { readonly about: About; readonly file: AssetFile; readonly version: number };

/**
 * Notes that a file is there, also one that was given up and is wanted all the same, and makes its material; words that
 * came before it follow. They come last: whatever they do, the material is there.
 */
export async function takeReadyFile(
  { files, materials, transcripts }: Tools,
  { about, file, version }: ReadyFile,
  at: string,
  cause: Cause,
): Promise<void> {
  const { assetId } = file;
  await files.saveNews({ assetId, isGone: false, version });
  await takeReadyAsset(materials, about, file, cause);
  await transcripts.settle(assetId, at);
}
