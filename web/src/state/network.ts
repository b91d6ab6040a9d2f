import { createStore } from './store.ts';

/** Between two looks for the network while it seems gone, in ms. */
const LOOK_EVERY_MS = 8_000;

/**
 * Whether the site can be reached. A device on a network without internet calls itself online, so what happens to
 * requests corrects what it says: one that got no answer means no, one that did means yes.
 */
export const network = createStore<boolean>(globalThis.navigator?.onLine ?? true);

/**
 * Notes how a call ended, by its status: 0 is no answer, any other says that there is a network. Not so 401, which
 * whoever has no sign-in left is told without a request.
 */
export const noteAnswer = (status: number): void => {
  if (status !== 401) network.set(status !== 0);
};

const look = async (): Promise<void> => {
  if (network.get() || document.hidden || !navigator.onLine) return;
  try {
    // A HEAD is never answered from a cache of ours.
    await fetch('/config.json', { method: 'HEAD', cache: 'no-store' });
    network.set(true);
  } catch {
    // Still gone; the next look follows.
  }
};

/** Follows the device and, while the network seems gone, looks for it. */
export const followNetwork = (): void => {
  addEventListener('online', () => network.set(true));
  addEventListener('offline', () => network.set(false));
  document.addEventListener('visibilitychange', () => void look());
  setInterval(() => void look(), LOOK_EVERY_MS);
};

/** Calls `then` each time the network comes back. Returns the function that stops it. */
export const onReconnect = (then: () => void): (() => void) =>
  network.listen(() => {
    if (network.get()) then();
  });
