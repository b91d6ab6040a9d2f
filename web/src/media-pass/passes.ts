import type { Problem } from '../api/types.ts';
import { type Moment, msBetween } from '../state/moment.ts';

/** Asked for anew when less than this is left, ms: a request that is on its way then still arrives in time. */
const SPARE_MS = 10_000;

type Granted = { readonly ok: true; readonly body: { readonly validForSeconds: number } };
export type PassAnswer = Granted | { readonly ok: false; readonly problem: Problem };

type Parts = {
  readonly ask: (assetId: string) => Promise<PassAnswer>;
  /** Whose cookies these are: another person's pass is no pass. */
  readonly person: () => string | undefined;
  readonly now: () => Moment;
};

const assetIn = (address: string): string | undefined => /^\/media\/([^/]+)\//.exec(address)?.[1];

/**
 * Passes to recordings, by the asset. The cookies themselves are out of reach; what is kept here is until when they
 * hold, counted from before they were asked for, so that neither a slow line nor a wrong clock makes one look longer.
 */
export class Passes {
  readonly #parts: Parts;
  readonly #held = new Map<string, { readonly from: Moment; readonly forMs: number }>();
  readonly #asked = new Map<string, Promise<Problem | undefined>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /**
   * Has the pass that files at an address of this site need; at once while one holds. The refusal when there is none to
   * be had (`offline` without a network); undefined otherwise, also for addresses that need none.
   */
  async obtain(address: string, anew = false): Promise<Problem | undefined> {
    const assetId = assetIn(address);
    if (assetId === undefined) return undefined;
    const key = `${this.#parts.person() ?? ''} ${assetId}`;
    const held = this.#held.get(key);
    if (!anew && held && msBetween(held.from, this.#parts.now()) < held.forMs - SPARE_MS) return undefined;
    const asked = this.#asked.get(key) ?? this.#ask(key, assetId);
    this.#asked.set(key, asked);
    return asked.finally(() => this.#asked.delete(key));
  }

  async #ask(key: string, assetId: string): Promise<Problem | undefined> {
    const from = this.#parts.now();
    const answer = await this.#parts.ask(assetId);
    if (!answer.ok) return answer.problem;
    this.#held.set(key, { from, forMs: answer.body.validForSeconds * 1000 });
    return undefined;
  }
}
