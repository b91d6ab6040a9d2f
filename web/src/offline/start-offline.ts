import { forgetStrangers, sweepAnswers } from '../kept/kept-answers.ts';
import { peopleHere } from '../session/session.ts';
import { followNetwork } from '../state/network.ts';
import { startWorker } from './updates.ts';

/** What the site does on this device beside the page that is shown; what is not urgent waits until the page stands. */
export const startOffline = (): void => {
  followNetwork();
  peopleHere.listen(() => void forgetStrangers());
  addEventListener('load', () => {
    void forgetStrangers();
    void sweepAnswers(new Set());
    void startWorker();
  });
};
