import { useEffect } from 'preact/hooks';
import { session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import { useOnline } from '../state/use-online.ts';
import { type Download, isVisibleTo, keptRecording } from './download.ts';
import { downloadedSource } from './playlist.ts';
import { downloads, readShelf } from './shelf.ts';

/** The downloads that whoever is signed in may see, newest first; undefined until the device was asked. */
export const useDownloads = (): readonly Download[] | undefined => {
  const who = useStore(session);
  const all = useStore(downloads);
  const personId = who.state === 'in' ? who.personId : undefined;
  useEffect(() => {
    if (downloads.get() === undefined) void readShelf();
  }, []);
  return all?.filter(({ key }) => isVisibleTo(key, personId));
};

type Playable = { readonly assetId?: string | undefined; readonly playlist?: string | undefined };

/**
 * Where a recording is played from: the device when its pictures are here, or when there is no network and its sound is;
 * otherwise the site.
 */
export const useSource = ({ assetId, playlist }: Playable): string | undefined => {
  const online = useOnline();
  const kept = keptRecording(useDownloads() ?? [], assetId ?? '');
  if (!kept || (online && kept.rendition === 'audio')) return playlist;
  return downloadedSource(kept.playlist, kept.rendition);
};
