import { Cron } from 'croner';
import { cronTimes } from './cron.ts';

/** When something falls due, in epoch milliseconds. */
export type Timetable = {
  /** The first due time strictly after `after`; undefined when there is none. */
  readonly next: (after: number) => number | undefined;
  /** A rate without a start date begins with its first run; a rule's rate begins with a wait. */
  readonly runsAtAnchor: boolean;
};

const UNIT_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

const rateTimes = (expression: string, anchor: number): Timetable['next'] => {
  const [, count, unit, plural] = /^rate\(([1-9]\d*) (minute|hour|day)(s?)\)$/.exec(expression) ?? [];
  if (!unit || (count === '1') === (plural === 's'))
    throw new Error(`Schedule ${expression}: a rate reads rate(1 minute), rate(5 hours), rate(7 days).`);
  const period = Number(count) * UNIT_MS[unit as keyof typeof UNIT_MS];
  return (after) => anchor + Math.max(0, Math.floor((after - anchor) / period) + 1) * period;
};

const onceAt = (expression: string, timeZone: string): Timetable['next'] => {
  const [, local] = /^at\((\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\)$/.exec(expression) ?? [];
  const time = local && new Cron(local, { timezone: timeZone, paused: true }).nextRun(new Date(0))?.getTime();
  if (!time) throw new Error(`Schedule ${expression}: a one-time schedule reads at(2026-11-22T08:00:00).`);
  return (after) => (time > after ? time : undefined);
};

/**
 * Reads `rate(…)`, `cron(…)` or `at(…)`. `anchor` (epoch ms) is what a rate counts from; it does not move the others.
 * Throws a sentence naming the expression when it is not valid.
 */
export function timetable(expression: string, timeZone: string, anchor: number): Timetable {
  if (expression.startsWith('rate(')) return { next: rateTimes(expression, anchor), runsAtAnchor: true };
  if (expression.startsWith('at(')) return { next: onceAt(expression, timeZone), runsAtAnchor: false };
  return { next: cronTimes(expression, timeZone), runsAtAnchor: false };
}

const HOUR_MS = 3_600_000;
const LOOK_BACK_MS = [HOUR_MS, 24 * HOUR_MS, 32 * 24 * HOUR_MS, 400 * 24 * HOUR_MS, Number.POSITIVE_INFINITY];

/**
 * The last due time in `after < time <= until`. Looks back in growing steps, so that a schedule of every minute does
 * not walk through a year in which the PC was off.
 */
export function latestDue(next: Timetable['next'], after: number, until: number): number | undefined {
  for (const back of LOOK_BACK_MS) {
    let latest: number | undefined;
    let candidate = next(Math.max(after, until - back));
    while (candidate !== undefined && candidate <= until) {
      latest = candidate;
      candidate = next(candidate);
    }
    if (latest !== undefined || until - back <= after) return latest;
  }
  return undefined;
}
