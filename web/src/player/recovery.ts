import type { Problem } from '../api/types.ts';
import { namedFault, type PlayFault } from '../media-pass/play-fault.ts';

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
