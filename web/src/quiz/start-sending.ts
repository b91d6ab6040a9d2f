import { hasEntries, isEntry } from './entries.ts';
import { keeping } from './keeping.ts';

/**
 * Sends what was left to be sent from any page, once the page has loaded: nothing on it waits for that. Its script is
 * fetched when a quiz has left something on this device, now or later, in this tab or another; most pages never need it.
 */
export const startSending = (): void => {
  addEventListener('storage', ({ key }) => {
    if (key === null || isEntry(key)) keeping.changed();
  });
  const begin = (): void => {
    if (!hasEntries(keeping)) return;
    unfollow();
    // What cannot be fetched now is sent from the next page.
    void import('./sending.ts').then(
      (sending) => sending.keepSending(),
      () => undefined,
    );
  };
  const unfollow = keeping.listen(begin);
  addEventListener('load', begin);
};
