import { device, type ListedStorage } from '../state/storage.ts';

/** What a quiz leaves on the device. Every tab of the site reads and writes the same entries. */
export type Keeping = {
  readonly read: (key: string) => string | undefined;
  /** Takes effect at once; `isDurable` says whether it would outlive this page. */
  readonly write: (key: string, value: string) => void;
  readonly remove: (key: string) => void;
  readonly keys: (prefix: string) => readonly string[];
  /** False when the device refused what was written last, so that only this page knows it. */
  readonly isDurable: (key: string) => boolean;
  /** Calls back after every change, of this tab or another. */
  readonly listen: (listener: () => void) => () => void;
  /** To be called when another tab has written. */
  readonly changed: () => void;
};

/**
 * Entries on the device, each read back after it was written: a full disk or a private window refuses without a word
 * on some phones. What was refused lives in memory, so that the page goes on by network, until another tab finds room
 * for the same entry: what that one wrote is newer.
 */
export const createKeeping = (storage: ListedStorage): Keeping => {
  const refused = new Map<string, { readonly value: string; readonly held: string | undefined }>();
  const listeners = new Set<() => void>();
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  const refusedOf = (key: string): string | undefined => {
    const one = refused.get(key);
    return one?.held === storage.read(key) ? one?.value : undefined;
  };
  return {
    read: (key) => refusedOf(key) ?? storage.read(key),
    write: (key, value) => {
      if (refusedOf(key) === undefined && storage.read(key) === value) return;
      if (storage.write(key, value) && storage.read(key) === value) refused.delete(key);
      else refused.set(key, { value, held: storage.read(key) });
      changed();
    },
    remove: (key) => {
      refused.delete(key);
      storage.remove(key);
      changed();
    },
    keys: (prefix) => [
      ...new Set([...storage.keys(), ...refused.keys()].filter((key) => key.startsWith(prefix))),
    ],
    isDurable: (key) => refusedOf(key) === undefined,
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed,
  };
};

/** The entries of this device. */
export const keeping = createKeeping(device);
