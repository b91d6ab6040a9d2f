/**
 * Milliseconds that loading waits for what one step has set going. A batch whose function did not answer in time, on a
 * machine with other work, comes again only after the minute for which its queue hides it.
 */
export const SETTLE_MS = 180_000;
