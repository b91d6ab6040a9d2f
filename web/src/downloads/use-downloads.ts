import { useEffect } from 'preact/hooks';
import { session } from '../session/session.ts';
import { useStore } from '../state/store.ts';
import type { Download } from './download.ts';
import { downloads, isVisibleTo, readShelf } from './shelf.ts';

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
