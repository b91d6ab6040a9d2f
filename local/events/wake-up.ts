import type { Clock } from '../core/clock.ts';

/** Timers stand still while a PC sleeps, so none is trusted for longer. */
const LONGEST_TIMER_MS = 60_000;

/** Runs `work` when something is due: soon (once for all the asking of a turn) or at a time, never after `stop`. */
export class WakeUp {
  readonly #clock: Pick<Clock, 'now'>;
  readonly #work: () => void;
  #timer: NodeJS.Timeout | undefined;
  #immediate: NodeJS.Immediate | undefined;
  #stopped = false;

  constructor(clock: Pick<Clock, 'now'>, work: () => void) {
    this.#clock = clock;
    this.#work = work;
  }

  soon(): void {
    if (this.#stopped) return;
    clearTimeout(this.#timer);
    this.#immediate ??= setImmediate(() => {
      this.#immediate = undefined;
      this.#work();
    });
  }

  /** `time` in epoch milliseconds replaces an earlier one; it may wake up to look before that. undefined: not at all. */
  at(time: number | undefined): void {
    clearTimeout(this.#timer);
    if (time === undefined || this.#stopped) return;
    const wait = Math.max(1, Math.min(time - this.#clock.now(), LONGEST_TIMER_MS));
    this.#timer = setTimeout(() => this.#work(), wait);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearImmediate(this.#immediate);
  }
}
