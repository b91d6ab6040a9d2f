import type { Clock } from '../core/clock.ts';

/** Requests per second, and how many may come at once. */
export type ThrottleSettings = { readonly rate: number; readonly burst: number };

/** A token bucket for each route. */
export class Throttle {
  readonly #clock: Clock;
  readonly #buckets = new Map<string, { tokens: number; at: number }>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes one token of the route's bucket; false when it is empty. */
  admits(routeKey: string, { rate, burst }: ThrottleSettings): boolean {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(routeKey) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + (rate * (now - bucket.at)) / 1000);
    const admitted = tokens >= 1;
    this.#buckets.set(routeKey, { tokens: admitted ? tokens - 1 : tokens, at: now });
    return admitted;
  }
}
