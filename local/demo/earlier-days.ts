import { type Clock, systemClock } from '../core/clock.ts';

const DAY_MS = 86_400_000;

/**
 * The clock of a cloud whose demo begins some weeks ago: gateways date requests back while it loads, so that classes
 * have people who studied yesterday and people who have not been seen for nine days. Everything else keeps real time.
 */
export class EarlierDays implements Clock {
  readonly #clock = systemClock();
  #days = 0;

  readonly now = (): number => this.#clock.now();
  readonly delay = (awsMilliseconds: number): number => this.#clock.delay(awsMilliseconds);
  readonly requestTime = (): number => this.now() - this.#days * DAY_MS;

  /** Does `work` as if it were done so many days ago. One at a time. */
  async daysAgo<T>(days: number, work: () => Promise<T>): Promise<T> {
    this.#days = days;
    try {
      return await work();
    } finally {
      this.#days = 0;
    }
  }
}
