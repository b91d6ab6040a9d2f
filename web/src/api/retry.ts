/** How often a call that may be repeated is tried in all. */
export const ATTEMPTS = 4;

/** Milliseconds before attempt `attempt` (2 is the first repetition): doubling from 300, up to half of it at random. */
export const pauseBefore = (attempt: number, random: () => number = Math.random): number =>
  300 * 2 ** (attempt - 2) * (1 + random() / 2);

/** Answers that say nothing was decided: another try may succeed. Too many wrong codes are over in an hour, not soon. */
export const isTransient = (status: number, code: string): boolean =>
  code !== 'too-many-codes' && (status === 0 || status === 429 || status >= 500 || code === 'conflict');
