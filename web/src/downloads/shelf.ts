import { createStore as createIdbStore, del, entries, promisifyRequest, set } from 'idb-keyval';
import { isOfStranger } from '../kept/keeping.ts';
import { createStore } from '../state/store.ts';
import type { Download } from './download.ts';

/** Every download on this device, newest first; undefined until it was looked. Whoever shows them asks `isVisibleTo`. */
export const downloads = createStore<readonly Download[] | undefined>(undefined);

/** Whether a download may be seen by whoever is signed in: their own, and those that are everybody's. */
export const isVisibleTo = (key: string, personId: string | undefined): boolean =>
  !isOfStranger(key, new Set(personId ? [personId] : []));

let opened: ReturnType<typeof createIdbStore> | undefined;
const shelf = () => {
  opened ??= createIdbStore('hvs-downloads', 'downloads');
  return opened;
};

/** Tabs tell each other that something changed; what it is they read from the device. */
const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel('hvs.downloads') : undefined;

const show = (list: readonly Download[]): void => downloads.set(list.toSorted((a, b) => b.at - a.at));

/** Reads what is on the device; nothing where the browser keeps nothing. */
export const readShelf = async (): Promise<void> => {
  try {
    show((await entries<string, Download>(shelf())).map(([, download]) => download));
  } catch {
    show([]);
  }
};

const changed = async (): Promise<void> => {
  await readShelf();
  channel?.postMessage('changed');
};

/** Follows what other tabs do. */
export const followShelf = (): void => channel?.addEventListener('message', () => void readShelf());

/** Rejects when the device refuses. */
export const addDownload = async (download: Download): Promise<void> => {
  await set(download.key, download, shelf());
  await changed();
};

/** Changes a download if it is still there, in one transaction; the download after that. */
export const changeDownload = async (
  key: string,
  change: (was: Download) => Download,
): Promise<Download | undefined> => {
  const next = await shelf()('readwrite', async (records) => {
    const was: Download | undefined = await promisifyRequest(records.get(key));
    if (!was) return undefined;
    const after = change(was);
    await promisifyRequest(records.put(after, key));
    return after;
  });
  await changed();
  return next;
};

export const dropDownload = async (key: string): Promise<void> => {
  await del(key, shelf());
  await changed();
};
