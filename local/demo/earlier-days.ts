import { randomUUID } from 'node:crypto';
import { type Clock, systemClock } from '../core/clock.ts';

const DAY_MS = 86_400_000;
const HEADER = 'x-demo-days-ago';

/** How long ago a request of the demo is to have been made, and the headers by which the gateway believes it. */
export type DaysAgo = { readonly days: number; readonly headers: Readonly<Record<string, string>> };

/**
 * The clock of a cloud whose demo begins some weeks ago: gateways date back the requests with which the demo loads, so
 * that classes have people who studied yesterday and people who have not been seen for nine days. Those requests carry
 * a secret of this process, so everybody else who is at work meanwhile keeps real time, and so does everything else.
 */
export class EarlierDays implements Clock {
  readonly #clock = systemClock();
  readonly #secret = randomUUID();

  readonly now = (): number => this.#clock.now();
  readonly delay = (awsMilliseconds: number): number => this.#clock.delay(awsMilliseconds);
  readonly requestTime: NonNullable<Clock['requestTime']> = (headers) => {
    const [secret, days] = String(headers[HEADER]).split(' ');
    return this.now() - (secret === this.#secret ? Number(days) * DAY_MS : 0);
  };

  daysAgo(days: number): DaysAgo {
    return { days, headers: { [HEADER]: `${this.#secret} ${days}` } };
  }
}
