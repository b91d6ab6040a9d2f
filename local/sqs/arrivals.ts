/** Wakes long polls: whoever waits on a queue resumes when something there may have become visible. */
export class Arrivals {
  readonly #waiting = new Map<string, Set<() => void>>();
  #closed = false;

  signal(queue: string): void {
    for (const wake of [...(this.#waiting.get(queue) ?? [])]) wake();
  }

  /** True once closed: polls return what they have. */
  get closed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    for (const queue of this.#waiting.keys()) this.signal(queue);
  }

  /** Resolves on a signal, after `timeoutMs`, or when `stop` aborts, whichever is first. */
  wait(queue: string, timeoutMs: number, stop?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const waiting = this.#waiting.get(queue) ?? new Set();
    this.#waiting.set(queue, waiting);
    const wake = () => {
      clearTimeout(timer);
      waiting.delete(wake);
      stop?.removeEventListener('abort', wake);
      resolve();
    };
    const timer = setTimeout(wake, timeoutMs);
    waiting.add(wake);
    stop?.addEventListener('abort', wake, { once: true });
    return promise;
  }
}
