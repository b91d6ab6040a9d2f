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
export const namedFault = ({ code }: Problem): PlayFault | undefined => FAULT_OF_REFUSAL[code];

/** Whether a fault means that this person may not have the recording any more, wherever it lies. */
export const isTakenBack = (fault: PlayFault | undefined): fault is 'gone' | 'for-learners' =>
  fault === 'gone' || fault === 'for-learners';

/** Seconds that have to have been played since the last new start, or it has not helped. */
const HELPED_S = 1;

/**
 * What to do about a file that did not come, which may be for want of a pass: after a sleep, or because the service had
 * no time for one before. Asks for another pass (`askAnew`) and has it started anew, once at one place (`place` is in
 * seconds); otherwise tells the fault, by what the service says if it says anything.
 */
export const createRecovery = (askAnew: () => Promise<Problem | undefined>, place: () => number) => {
  let last: number | undefined;
  return async (fault: PlayFault): Promise<PlayFault | 'start-anew'> => {
    const refusal = await askAnew();
    if (refusal) return namedFault(refusal) ?? (refusal.status === 0 ? 'offline' : 'other');
    const now = place();
    const hasHelped = last === undefined || Math.abs(now - last) >= HELPED_S;
    last = now;
    return hasHelped ? 'start-anew' : fault;
  };
};
