/** How often a call that may be repeated is tried in all. */
export const ATTEMPTS = 4;

/** Milliseconds before attempt `attempt` (2 is the first repetition): doubling from 300, up to half of it at random. */
export const pauseBefore = (attempt: number, random: () => number = Math.random): number =>
  300 * 2 ** (attempt - 2) * (1 + random() / 2);

/** Over in an hour or on another day, not soon. */
const NOT_SOON: ReadonlySet<string> = new Set(['too-many-codes', 'day-quota-reached']);

/** Answers that say nothing was decided: another try may succeed. */
export const isTransient = (status: number, code: string): boolean =>
  !NOT_SOON.has(code) && (status === 0 || status === 429 || status >= 500 || code === 'conflict');
