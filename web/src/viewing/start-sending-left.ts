import { device } from '../state/storage.ts';

/** What was watched, and what packages of interactive lessons want kept. */
const LEFT = /^hvs\.(viewing\.[^.]+\.beat|package)\./;

/** Sends what an earlier page left, from any page; the script for it comes only when something was left. */
export const startSendingLeft = (): void => {
  addEventListener('load', () => {
    if (!device.keys().some((key) => LEFT.test(key))) return;
    // What cannot be fetched now is sent from the next page.
    void import('./send-left.ts').then(
      ({ sendLeft }) => sendLeft(),
      () => undefined,
    );
  });
};
