import { createStore, delMany, get, keys, set } from 'idb-keyval';

/** A way back to a file on this computer, where the browser gives one (Chromium's File System Access). */
export type Handle = {
  readonly getFile: () => Promise<File>;
  readonly queryPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>;
  readonly requestPermission?: (wanted: { mode: 'read' }) => Promise<PermissionState>;
};

let opened: ReturnType<typeof createStore> | undefined;
const handles = () => {
  opened ??= createStore('hvs-uploads', 'handles');
  return opened;
};

/** Keeps the way back to the file of an upload. A device that keeps nothing has the file chosen again. */
export const keepHandle = async (id: string, handle: Handle): Promise<void> => {
  try {
    await set(id, handle, handles());
  } catch {
    // As in a private window: the file is chosen again.
  }
};

const handleOf = (id: string): Promise<Handle | undefined> =>
  get<Handle>(id, handles()).catch(() => undefined);

/** Forgets the ways back to the files of uploads that are not kept any more, whosever they were. */
export const forgetHandles = async (isKept: (id: string) => boolean): Promise<void> => {
  try {
    const all = await keys<string>(handles());
    await delMany(
      all.filter((id) => !isKept(id)),
      handles(),
    );
  } catch {
    // Nothing is kept, so nothing is to be forgotten.
  }
};

/** The file where it was; `allow` when the browser has to be asked first, which takes a press; `choose` without a way back. */
export type Reopened = File | 'allow' | 'choose';

/** Opens the file of an upload again. `ask` only right after a press: browsers refuse the question otherwise. */
export const reopen = async (id: string, ask: boolean): Promise<Reopened> => {
  const handle = await handleOf(id);
  if (!handle) return 'choose';
  const read = { mode: 'read' } as const;
  try {
    const now = ask ? await handle.requestPermission?.(read) : await handle.queryPermission?.(read);
    if (now === 'prompt') return 'allow';
    return now === 'denied' ? 'choose' : await handle.getFile();
  } catch {
    // Moved, renamed or deleted.
    return 'choose';
  }
};
