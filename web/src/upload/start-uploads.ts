import { api, apiAs } from '../api/api.ts';
import { currentPersonId, session } from '../session/session.ts';
import { device } from '../state/storage.ts';
import { createStore } from '../state/store.ts';
import { beginUnfinished } from '../state/unfinished.ts';
import { frameNote } from '../ui/chrome.ts';
import { digestOf } from './digest.ts';
import { indicatorFor } from './indicator.tsx';
import { forgetHandles, keepHandle, reopen } from './kept-handles.ts';
import { KeptUploads } from './kept-uploads.ts';
import { Lanes } from './lanes.ts';
import { pause } from './pause.ts';
import { putPart } from './put-part.ts';
import type { Asset } from './send-file.ts';
import { isMoving } from './upload.ts';
import { Uploads } from './uploads.ts';

/** Changes whenever something stands elsewhere in the queue, for a page that shows it. */
export const queueMoves = createStore(0);

const surroundingsOf = (personId: string) => ({
  api: apiAs(personId),
  lanes: new Lanes(putPart),
  pause,
  kept: new KeptUploads(device, personId),
  keepHandle,
  reopen,
  digest: digestOf,
  findAsset: async (assetId: string): Promise<Asset | 'none' | undefined> => {
    const answer = await api.getMedia({ params: { assetId } });
    if (answer.ok) return answer.body;
    return answer.problem.status === 404 ? 'none' : undefined;
  },
  cancel: (assetId: string) => void apiAs(personId).cancelUpload({ params: { assetId } }),
  locks: navigator.locks,
  now: () => Date.now(),
  onMoved: () => queueMoves.set(queueMoves.get() + 1),
});

/** The tab is asked about before it is closed, and a new version of the site waits, while something is on its way. */
const guard = (uploads: Uploads): (() => void) => {
  let release: (() => void) | undefined;
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  const look = (): void => {
    const isBusy = uploads.list.shown.get().some(isMoving);
    if (isBusy === (release !== undefined)) return;
    release?.();
    release = isBusy ? beginUnfinished() : undefined;
    if (isBusy) addEventListener('beforeunload', ask);
    else removeEventListener('beforeunload', ask);
  };
  const unfollow = uploads.list.shown.listen(look);
  return () => {
    unfollow();
    release?.();
    removeEventListener('beforeunload', ask);
  };
};

type Open = { readonly personId: string; readonly uploads: Uploads; readonly close: () => void };
let open: Open | undefined;

const begin = (personId: string): Open => {
  const around = surroundingsOf(personId);
  const uploads = new Uploads(around);
  const unguard = guard(uploads);
  const follow = ({ key }: StorageEvent): void => {
    const id = around.kept.idOf(key);
    if (id !== undefined) uploads.follow(id);
  };
  addEventListener('storage', follow);
  const unfollow = session.listen(() => {
    if (currentPersonId() !== personId) open?.close();
  });
  frameNote.set(indicatorFor(uploads.list));
  const close = (): void => {
    frameNote.set(undefined);
    uploads.stopAll();
    unguard();
    unfollow();
    removeEventListener('storage', follow);
    open = undefined;
  };
  void uploads.restore();
  void forgetHandles((id) => device.keys().some((key) => key.endsWith(`.${id}`)));
  return { personId, uploads, close };
};

/**
 * The uploads of a person in this tab, which go on while other pages of the site are open. Those of whoever was here
 * before are stopped, and wait on the device for their owner.
 */
export const uploadsOf = (personId: string): Uploads => {
  if (open?.personId !== personId) {
    open?.close();
    open = begin(personId);
  }
  return open.uploads;
};
