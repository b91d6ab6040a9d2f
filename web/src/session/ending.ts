import type { Surroundings } from './surroundings.ts';

type Pool = Surroundings['pool'];

/** Ends one sign-in at the pool. Best effort: the device has let it go before, and a token ends by itself. */
export const endOne = (pool: Pool, refresh: string): Promise<void> =>
  pool.revoke(refresh).catch(() => undefined);

/**
 * Ends all sign-ins of the person. The pool does it only for an access token that still lives; none is held after a
 * reload or a long pause.
 */
export const endAll = async (pool: Pool, refresh: string, living: string | undefined): Promise<boolean> => {
  if (living) return pool.signOutEverywhere(living);
  const renewed = await pool.refreshTokens(refresh);
  return typeof renewed !== 'string' && pool.signOutEverywhere(renewed.access);
};
