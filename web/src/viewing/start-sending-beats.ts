import { keeping } from '../quiz/keeping.ts';
import { hasBeats } from './beat-box.ts';

/** Sends what an earlier page left, from any page; the script for it comes only when something was left. */
export const startSendingBeats = (): void => {
  addEventListener('load', () => {
    if (!hasBeats(keeping)) return;
    // What cannot be fetched now is sent from the next page.
    void import('./sending-beats.ts').then(
      (sending) => sending.keepSendingBeats(),
      () => undefined,
    );
  });
};
