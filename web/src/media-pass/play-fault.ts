import type { Problem } from '../api/types.ts';

/** Why nothing plays: no network, not to be had (any more), not for this person, or not for this device. */
export type PlayFault = 'offline' | 'gone' | 'refused' | 'for-learners' | 'undecodable' | 'other';

/** What the service says when it gives no pass. */
const FAULT_OF_REFUSAL: Readonly<Record<string, PlayFault>> = {
  'enrolment-needed': 'for-learners',
  'not-found': 'gone',
  'sign-in-needed': 'refused',
};

/** Undefined for a refusal that says nothing of the recording, as of a service that has no time. */
export const namedFault = ({ code }: Pick<Problem, 'code'>): PlayFault | undefined => FAULT_OF_REFUSAL[code];

/** Whether a fault means that this person may not have the recording any more, wherever it lies. */
export const isTakenBack = (fault: PlayFault | undefined): fault is 'gone' | 'for-learners' =>
  fault === 'gone' || fault === 'for-learners';
