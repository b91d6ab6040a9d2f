import { sendLeft as sendCommits } from '../packages/sending-commits.ts';
import { keepSendingBeats } from './sending-beats.ts';

/** Sends whatever of both lies on the device. */
export const sendLeft = (): void => {
  keepSendingBeats();
  sendCommits();
};
