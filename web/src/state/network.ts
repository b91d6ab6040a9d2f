import { createStore } from './store.ts';

/** Before the first look for a network that seems gone, and the longest time between two, in ms. */
const FIRST_LOOK_MS = 4_000;
const LONGEST_MS = 60_000;

/**
 * Whether the site can be reached. A device on a network without internet calls itself online, so what happens to
 * requests corrects what it says: one that got no answer means no, one that did means yes.
 */
export const network = createStore<boolean>(globalThis.navigator?.onLine ?? true);

/** Milliseconds before the look that follows `looks` of them: doubling, for a phone may lie without a network all day. */
export const pauseBeforeLook = (looks: number): number => Math.min(FIRST_LOOK_MS * 2 ** looks, LONGEST_MS);

let looks = 0;
let next: ReturnType<typeof setTimeout> | undefined;
/** How often the device has told of a network lost or found. */
let turns = 0;

/**
 * To be called as a call begins; what it gives notes how the call ended, by its status: 0 is no answer, any other says
 * that there is a network. Not so 401, which whoever has no sign-in left is told without a request, nor the end of a call
 * that began before the device last told of a change: an answer that was on its way knows nothing of the line since.
 */
export const followCall = (): ((status: number) => void) => {
  const before = turns;
  return (status) => {
    if (status === 401 || before !== turns) return;
    if (status !== 0) looks = 0;
    network.set(status !== 0);
  };
};

/** A device that knows it is off every network says so itself when that ends; a hidden page has nobody to tell. */
const look = async (): Promise<void> => {
  if (network.get() || document.hidden || !navigator.onLine) return;
  looks += 1;
  try {
    // A HEAD is never answered from a cache of ours. That it arrives does not yet say that the API answers, so the
    // pause before the next look is not made short again by it.
    await fetch('/config.json', { method: 'HEAD', cache: 'no-store' });
    network.set(true);
  } catch {
    lookLater();
  }
};

const lookLater = (): void => {
  clearTimeout(next);
  next = setTimeout(() => void look(), pauseBeforeLook(looks));
};

const lookAnew = (): void => {
  if (network.get()) return;
  looks = 0;
  lookLater();
};

/** Follows the device and, while the network seems gone, looks for it less and less often. */
export const followNetwork = (): void => {
  addEventListener('online', () => {
    looks = 0;
    turns += 1;
    network.set(true);
  });
  addEventListener('offline', () => {
    turns += 1;
    network.set(false);
  });
  document.addEventListener('visibilitychange', lookAnew);
  network.listen(() => {
    if (network.get()) clearTimeout(next);
    else lookLater();
  });
  if (!network.get()) lookLater();
};

/** Calls `then` each time the network comes back. Returns the function that stops it. */
export const onReconnect = (then: () => void): (() => void) =>
  network.listen(() => {
    if (network.get()) then();
  });

/**
 * Calls `then` each time the network comes back, and at once when it is there: another call may have found it again
 * between an answer that never came and whoever waits for it. Returns the function that stops it.
 */
export const onceReachable = (then: () => void): (() => void) => {
  if (network.get()) then();
  return onReconnect(then);
};
