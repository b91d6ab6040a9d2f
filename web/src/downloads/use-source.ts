import { useOnline } from '../state/use-online.ts';
import { keptRecording } from './download.ts';
import { downloadedSource, isSoundAlone } from './playlist.ts';
import { useDownloads } from './use-downloads.ts';

type Playable = { readonly assetId?: string | undefined; readonly playlist?: string | undefined };

/**
 * Where a recording is played from: the device when its pictures are here, or when there is no network and its sound is;
 * otherwise the site.
 */
export const useSource = ({ assetId, playlist }: Playable): string | undefined => {
  const online = useOnline();
  const kept = keptRecording(useDownloads() ?? [], assetId ?? '');
  if (!kept || (online && isSoundAlone(kept.rendition))) return playlist;
  return downloadedSource(kept.playlist, kept.rendition);
};
