import { network, onReconnect } from '../state/network.ts';

/**
 * Resolves after about so long (ms), sooner when the network comes back, at once when stopped. A device that knows that
 * it is off every network waits for that to end. One that only got no answer tries again: nobody looks for the network
 * in a tab that is not looked at, and what is sent again is the look.
 */
export const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      unfollow();
      signal.removeEventListener('abort', go);
      resolve();
    };
    const timer = setTimeout(() => (network.get() || navigator.onLine) && go(), ms);
    const unfollow = onReconnect(go);
    signal.addEventListener('abort', go);
  });
