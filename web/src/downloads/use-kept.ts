import type { Captions, Source } from '../player/source.ts';
import { useOnline } from '../state/use-online.ts';
import { removeMaterial } from './actions.ts';
import { keptPaper, keptRecording } from './download.ts';
import { downloadedSource, isSoundAlone } from './playlist.ts';
import { useDownloads } from './use-downloads.ts';

type Kept = {
  readonly source: Source;
  readonly captions: readonly Captions[];
  /** For when it turns out that it may not be had any more. */
  readonly remove: () => void;
};

/**
 * A recording as it is played from the device: when its pictures are here, or when there is no network and its sound
 * is. Undefined when it is played from the site.
 */
export const useKept = ({ assetId }: { readonly assetId?: string | undefined }): Kept | undefined => {
  const online = useOnline();
  const kept = keptRecording(useDownloads() ?? [], assetId ?? '');
  if (!kept || (online && isSoundAlone(kept.rendition))) return undefined;
  const { file, playlist, rendition, captions = [] } = kept;
  const source: Source = file
    ? { kind: 'file', address: file, isKept: true }
    : { kind: 'list', address: downloadedSource(playlist, rendition), isKept: true };
  return { source, captions, remove: () => void removeMaterial(kept.assetId) };
};

/** The width in which a document or picture lies on the device, which costs nothing to look at; undefined elsewhere. */
export const useKeptRendition = (assetId: string | undefined): string | undefined =>
  keptPaper(useDownloads() ?? [], assetId ?? '')?.rendition;
