import { isOfStranger } from '../kept/keeping.ts';
import { keepPlayer, PlayerMissing } from '../offline/keep-player.ts';
import { currentPersonId, peopleHere } from '../session/session.ts';
import { network, onReconnect } from '../state/network.ts';
import { type Choice, newDownload } from './choices.ts';
import { type Download, filesOnlyOf, type Subject } from './download.ts';
import { fetchFiles, removeFiles, Unavailable } from './fetch-files.ts';
import { prepare } from './prepare.ts';
import { addDownload, changeDownload, downloads, dropDownload, readShelf } from './shelf.ts';
import { removeWithdrawn } from './withdrawn.ts';

export { removeMaterial } from './withdrawn.ts';

/** Between two notes of how far a download is (ms): each rewrites its record, and has every tab read all of them. */
const NOTE_EVERY_MS = 1_000;

/** Downloads that this tab is at work on. */
const atWork = new Map<string, AbortController>();

const find = (key: string): Download | undefined => downloads.get()?.find((one) => one.key === key);

/** Downloads that this tab has taken up, in a browser without locks. */
const taken = new Set<string>();

/** One tab works on a download at a time; another goes on with it when that tab is closed. */
const alone = async (key: string, work: () => Promise<void>): Promise<void> => {
  if (navigator.locks) return navigator.locks.request(`hvs-download ${key}`, work);
  if (taken.has(key)) return;
  taken.add(key);
  await work().finally(() => taken.delete(key));
};

/** Fetches files and notes now and then, and when it ends, how far it is; the bytes that are here then. */
const fetchNoting = async (key: string, files: readonly string[], stop: AbortController): Promise<number> => {
  let doneBytes = 0;
  let notedAt = Date.now();
  const note = () => changeDownload(key, (was) => ({ ...was, doneBytes }));
  try {
    await fetchFiles(files, stop.signal, async (bytes) => {
      doneBytes += bytes;
      // Paused or removed, perhaps in another tab, which told this one.
      if (find(key)?.state !== 'running') stop.abort();
      if (Date.now() - notedAt < NOTE_EVERY_MS) return;
      notedAt = Date.now();
      await note();
    });
  } catch (error) {
    await note().catch(() => undefined);
    throw error;
  }
  return doneBytes;
};

const fetchAll = async (download: Download, stop: AbortController): Promise<void> => {
  const { key } = download;
  const parts = await prepare(download, stop.signal);
  if (download.recordings.some(({ file }) => !file)) await keepPlayer(stop.signal);
  await changeDownload(key, (was) => ({ ...was, ...parts }));
  const doneBytes = await fetchNoting(key, parts.files, stop);
  await changeDownload(key, (was) => ({ ...was, state: 'ready', doneBytes: Math.max(doneBytes, was.bytes) }));
};

/** What an interruption means. Without a network nothing: it goes on when that is back. */
const stateAfter = (error: unknown): Download['state'] | undefined => {
  if ((error as Error).name === 'QuotaExceededError') return 'full';
  if (error instanceof PlayerMissing) return network.get() ? 'failed' : undefined;
  return error instanceof Unavailable ? 'failed' : undefined;
};

const run = (key: string): Promise<void> =>
  alone(key, async () => {
    // Waiting for its turn, it may have been finished or stopped.
    await readShelf();
    const download = find(key);
    if (download?.state !== 'running') return;
    const stop = new AbortController();
    atWork.set(key, stop);
    try {
      await fetchAll(download, stop);
    } catch (error) {
      const state = stop.signal.aborted ? undefined : stateAfter(error);
      if (state) await changeDownload(key, (was) => ({ ...was, state })).catch(() => undefined);
    } finally {
      atWork.delete(key);
    }
  });

/** Begins a download for whoever is signed in. False when the device keeps nothing. */
export const startDownload = async (subject: Subject, choice: Choice): Promise<boolean> => {
  const download = newDownload(subject, choice, currentPersonId(), Date.now());
  // Without one the site itself does not open when the network is gone.
  if (!('serviceWorker' in navigator)) return false;
  try {
    // Asked for when there is something to lose; the browser may say no and still keep it.
    await navigator.storage?.persist?.();
    await addDownload(download);
  } catch {
    return false;
  }
  void run(download.key);
  return true;
};

export const pauseDownload = async (key: string): Promise<void> => {
  await changeDownload(key, (was) => ({ ...was, state: 'paused' }));
  atWork.get(key)?.abort();
};

export const resumeDownload = async (key: string): Promise<void> => {
  await changeDownload(key, (was) => ({ ...was, state: 'running' }));
  void run(key);
};

/** Stops a download and removes what no other one needs. */
export const removeDownload = async (key: string): Promise<void> => {
  const gone = find(key);
  atWork.get(key)?.abort();
  await dropDownload(key);
  if (gone) await removeFiles(filesOnlyOf(gone, downloads.get() ?? []));
};

const removeStrangers = async (): Promise<void> => {
  const here = new Set(peopleHere.get().map(({ personId }) => personId));
  for (const { key } of downloads.get() ?? []) if (isOfStranger(key, here)) await removeDownload(key);
};

const goOn = (): void => {
  for (const { key, state } of downloads.get() ?? []) if (state === 'running') void run(key);
};

const catchUp = (): void => {
  goOn();
  // What could not be asked now is asked the next time.
  void removeWithdrawn().catch(() => undefined);
};

/**
 * Once the shelf was read: goes on with what was interrupted, and removes what belongs to people who left this device
 * and what was withdrawn.
 */
export const startDownloads = async (): Promise<void> => {
  await removeStrangers();
  peopleHere.listen(() => void removeStrangers());
  onReconnect(catchUp);
  catchUp();
};
