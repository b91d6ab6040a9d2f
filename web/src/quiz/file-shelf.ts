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

/** Attempts whose files this page has to do with: as soon as one of them has ended, its files go. */
const followed = new Map<string, Ref>();
let isFollowing = false;

const forgetEnded = (): void => {
  const ended = [...followed].filter(([, ref]) => keeping.read(keyOf.paper(ref)) === undefined);
  for (const [key] of ended) followed.delete(key);
  if (ended.length > 0) void clearShelf();
};

const follow = (ref: Ref): void => {
  followed.set(keyOf.paper(ref), ref);
  if (!isFollowing) keeping.listen(forgetEnded);
  isFollowing = true;
};

/** Keeps a file on the device beside the draft of an attempt. False when the device refuses. */
export const shelve = async (ref: Ref, fileId: string, file: Blob): Promise<boolean> => {
  follow(ref);
  try {
    await set(keyFor(ref, fileId), file, files());
    return true;
  } catch {
    return false;
  }
};

/** A file of an attempt; undefined when this device has none. */
export const shelved = (ref: Ref, fileId: string): Promise<Blob | undefined> => {
  follow(ref);
  return get<Blob>(keyFor(ref, fileId), files()).catch(() => undefined);
};

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
