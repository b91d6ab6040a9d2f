import type { Claims } from './access-token.ts';

type Held = { readonly access: string; readonly usableUntil: number };

/** A token this close to its end (ms) is replaced before it is used. */
const MARGIN_MS = 60_000;

/** Access tokens in the memory of one tab, each under its person. */
export class HeldTokens {
  readonly #now: () => number;
  readonly #held = new Map<string, Held>();
  readonly #renewing = new Map<string, Promise<string | undefined>>();

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The life of a token is counted by this device's clock, which may be wrong by years. */
  hold(access: string, { personId, expiresAt, issuedAt }: Claims): void {
    const usableUntil = this.#now() + (expiresAt - issuedAt) - MARGIN_MS;
    this.#held.set(personId, { access, usableUntil });
  }

  /** The token held last, usable or not. */
  last(personId: string): string | undefined {
    return this.#held.get(personId)?.access;
  }

  usable(personId: string): string | undefined {
    const held = this.#held.get(personId);
    return held && this.#now() < held.usableUntil ? held.access : undefined;
  }

  drop(personId: string): void {
    this.#held.delete(personId);
  }

  dropAllBut(people: ReadonlySet<string>): void {
    for (const personId of this.#held.keys()) if (!people.has(personId)) this.#held.delete(personId);
  }

  /** Runs a renewal; whoever asks while one of the same person is running gets its outcome. */
  renew(personId: string, run: () => Promise<string | undefined>): Promise<string | undefined> {
    const running = this.#renewing.get(personId);
    if (running) return running;
    const renewal = run().finally(() => this.#renewing.delete(personId));
    this.#renewing.set(personId, renewal);
    return renewal;
  }
}
