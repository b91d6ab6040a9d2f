import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

const HEADER = 'x-admission-key';

/**
 * Who is let in to the one address. While a platform is made ready that is only whoever carries the key of this
 * process, as the loader of the demo does: a visitor would meet an empty site or half of the data.
 */
export class Admission {
  readonly #key = randomUUID();
  readonly #since = performance.now();
  #isOpen: boolean;

  constructor(isOpen: boolean) {
    this.#isOpen = isOpen;
  }

  /** Headers that are let in while nobody else is. */
  get pass(): Readonly<Record<string, string>> {
    return { [HEADER]: this.#key };
  }

  /** Milliseconds since the visitors began to wait. */
  get waited(): number {
    return performance.now() - this.#since;
  }

  open(): void {
    this.#isOpen = true;
  }

  admits(headers: IncomingHttpHeaders): boolean {
    return this.#isOpen || headers[HEADER] === this.#key;
  }
}
