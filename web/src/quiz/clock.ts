/** The device's two clocks at one moment, in ms: `wall` can be set by hand, `mono` may stand still while it sleeps. */
export type Reading = { readonly wall: number; readonly mono: number };
type Anchor = {
  readonly deadline?: string | undefined;
  readonly serverTime: string;
  /** The wall clock when `serverTime` came. */
  readonly receivedAt: number;
};

/** Where the wall clock runs ahead by more than this (ms), the device has slept. */
const SLEPT_MS = 5_000;

export const readClocks = (): Reading => ({ wall: Date.now(), mono: performance.now() });

/** Time passed since `since`: by the steady clock, unless the device slept and it stood still. Never negative. */
const passed = (since: Reading, now: Reading): number => {
  const steady = now.mono - since.mono;
  const wall = now.wall - since.wall;
  return Math.max(0, wall > steady + SLEPT_MS ? wall : steady);
};

/**
 * Milliseconds left of an attempt by the server's clock, however wrong the phone's is: only differences of its clocks
 * count. `opened` was read when this page took the anchor up. Undefined without a deadline; 0 when time is up.
 */
export const timeLeft = (
  { deadline, serverTime, receivedAt }: Anchor,
  opened: Reading,
  now: Reading,
): number | undefined => {
  if (!deadline) return undefined;
  const whileClosed = Math.max(0, opened.wall - receivedAt);
  return Math.max(0, Date.parse(deadline) - Date.parse(serverTime) - whileClosed - passed(opened, now));
};

/** Milliseconds from the start of an attempt until `now`, counted like `timeLeft`. */
export const timeSinceStart = (
  {
    startedAt,
    serverTime,
    receivedAt,
  }: Pick<Anchor, 'serverTime' | 'receivedAt'> & { readonly startedAt: string },
  opened: Reading,
  now: Reading,
): number => {
  const whileClosed = Math.max(0, opened.wall - receivedAt);
  return Math.round(Date.parse(serverTime) - Date.parse(startedAt) + whileClosed + passed(opened, now));
};

/** What is said once when so little is left, in minutes. */
const ANNOUNCED_MINUTES = [1, 5, 10] as const;

/** The announcement that holds with `left` ms to go: the smallest mark not yet passed; undefined before the first. */
export const announcedMinutes = (left: number): number | undefined =>
  ANNOUNCED_MINUTES.find((minutes) => left <= minutes * 60_000);
