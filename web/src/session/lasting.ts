import type { Role } from '../../../shared/contract/roles.ts';

/** Whoever can see the register, the money or other people's papers types the password again. */
const OFFICE_ROLES: ReadonlySet<Role> = new Set(['director', 'training-head', 'finance-head', 'clerk']);

/** Without a touch for this long (ms), a sign-in that does not last is over. A lesson in the next room takes 45 minutes. */
export const IDLE_MS = 30 * 60_000;

/** Whether the sign-in may outlive the browser: not for office roles, and not on somebody else's phone. */
export const mayLast = (roles: readonly Role[], isBorrowed: boolean): boolean =>
  !isBorrowed && !roles.some((role) => OFFICE_ROLES.has(role));

/** Whether nobody touched the device for too long. A device that never noted a touch is not idle. */
export const isIdle = (touchedAt: number | undefined, now: number): boolean =>
  touchedAt !== undefined && now - touchedAt > IDLE_MS;
