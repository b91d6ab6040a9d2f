import { hasCommits } from '../packages/has-commits.ts';
import { keeping } from '../quiz/keeping.ts';
import { hasBeats } from './has-beats.ts';

// What cannot be fetched now is sent from the next page.
const later = (): undefined => undefined;

/** Sends what an earlier page left, from any page; the script for it comes only when something was left. */
export const startSendingLeft = (): void => {
  addEventListener('load', () => {
    if (hasBeats(keeping))
      void import('./sending-beats.ts').then((sending) => sending.keepSendingBeats(), later);
    if (hasCommits(keeping))
      void import('../packages/sending-commits.ts').then((sending) => sending.sendLeft(), later);
  });
};
