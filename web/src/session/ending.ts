import type { Surroundings } from './surroundings.ts';

/** Ends sign-ins at the pool, which may be out of reach: the device has let them go before. */
export class Ending {
  readonly #pool: Surroundings['pool'];

  constructor(pool: Surroundings['pool']) {
    this.#pool = pool;
  }

  /** Best effort: a token that is not revoked ends by itself. */
  async revoke(refresh: string): Promise<void> {
    await this.#pool.revoke(refresh).catch(() => undefined);
  }

  /**
   * All sign-ins of the person on all devices. The pool does it only for an access token that still lives; none is held
   * after a reload or a long pause.
   */
  async everywhere(refresh: string, livingAccess: string | undefined): Promise<boolean> {
    if (livingAccess !== undefined) return this.#pool.signOutEverywhere(livingAccess);
    const renewed = await this.#pool.refreshTokens(refresh);
    return typeof renewed !== 'string' && this.#pool.signOutEverywhere(renewed.access);
  }
}
