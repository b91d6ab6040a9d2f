import { createStore, delMany, get, keys, set } from 'idb-keyval';
import { keyOf, type Ref } from './entries.ts';
import { keeping } from './keeping.ts';

let opened: ReturnType<typeof createStore> | undefined;
const files = () => {
  opened ??= createStore('hvs-quiz-files', 'files');
  return opened;
};

/** Ids have no spaces. */
const keyFor = ({ personId, attemptId }: Ref, fileId: string): string => `${personId} ${attemptId} ${fileId}`;
const refIn = (key: string): Ref => {
  const [personId = '', attemptId = ''] = key.split(' ');
  return { personId, attemptId };
};

/** Keeps a file on the device beside the draft of an attempt. False when the device refuses. */
export const shelve = async (ref: Ref, fileId: string, file: Blob): Promise<boolean> => {
  try {
    await set(keyFor(ref, fileId), file, files());
    return true;
  } catch {
    return false;
  }
};

/** A file of an attempt; undefined when this device has none. */
export const shelved = (ref: Ref, fileId: string): Promise<Blob | undefined> =>
  get<Blob>(keyFor(ref, fileId), files()).catch(() => undefined);

/** Removes the files of all attempts that are not drafts on this device any more: a file lives as long as its paper. */
export const clearShelf = async (): Promise<void> => {
  try {
    const all = await keys<string>(files());
    await delMany(
      all.filter((key) => keeping.read(keyOf.paper(refIn(key))) === undefined),
      files(),
    );
  } catch {
    // A private window has no shelf to clear.
  }
};
