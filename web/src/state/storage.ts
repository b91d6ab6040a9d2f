/** What is kept on this device. Private windows and full disks refuse; the page then works without. */
type Kept = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const keptIn = (open: () => Storage | undefined) => {
  const storage = (): Kept | undefined => {
    try {
      return open();
    } catch {
      return undefined;
    }
  };
  return {
    read: (key: string): string | undefined => storage()?.getItem(key) ?? undefined,
    /** False when the device refused; the caller decides whether that matters. */
    write: (key: string, value: string): boolean => {
      try {
        storage()?.setItem(key, value);
        return storage() !== undefined;
      } catch {
        return false;
      }
    },
    remove: (key: string): void => storage()?.removeItem(key),
    /** Every key of this site; none where the device keeps nothing. */
    keys: (): readonly string[] => {
      const held = storage();
      return held ? Array.from({ length: held.length }, (_, at) => held.key(at) ?? '') : [];
    },
  };
};

export type ListedStorage = ReturnType<typeof keptIn>;
export type DeviceStorage = Omit<ListedStorage, 'keys'>;
/** Survives closing the browser. */
export const device = keptIn(() => globalThis.localStorage);
/** Lives as long as the tab. */
export const tab = keptIn(() => globalThis.sessionStorage);

/** Reads JSON that this site wrote; anything unreadable counts as absent. */
export const readJson = <T>(storage: DeviceStorage, key: string): T | undefined => {
  const text = storage.read(key);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as T;
  } catch {
    return undefined;
  }
};
