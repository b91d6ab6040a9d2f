import { framesToSeconds } from './frame-rate.ts';
import type { SoundFacts, TranscodePlan } from './plan.ts';

/** Seconds that one worker has for the sound of a recording, which is one part however long it is. */
export const SOUND_LIMIT_SECONDS = 840;
/** Bytes a second at which a worker passes through a source: Lambda's network, some 600 Mbit/s. */
const READ_BYTES = 75e6;
/** Processor seconds for a second of sound: 1.7 to 2 times what was measured (docs/benchmarks.md), for a slower processor. */
const WORK = 0.045;

/**
 * Whether the sound of a source of so many bytes can be made in the time there is. Asked before anything is encoded:
 * 3 hours as a phone films them in full HD fit, and 4 h 45 min of a recorded screen.
 */
export function fitsSoundTime(
  { rungs, sounds, frames, fps }: TranscodePlan,
  sourceBytes: number,
  sound?: SoundFacts,
): boolean {
  if (sounds.length === 0) return true;
  // Sound alone is read again to be encoded; from among pictures it is copied, where it can be.
  const passes = rungs.length > 0 && !sound?.isReadTwice ? 1 : 2;
  const seconds = (passes * sourceBytes) / READ_BYTES + WORK * framesToSeconds(frames, fps);
  return seconds <= SOUND_LIMIT_SECONDS;
}
