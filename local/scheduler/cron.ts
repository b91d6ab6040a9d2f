import { Cron } from 'croner';

const FIELDS = 6;
/** A repeated hour has 60 minutes that are all refused before the next candidate; leap gaps need far fewer. */
const LONGEST_SEARCH = 200;
/** No zone of the tz database moves its clock by more than this at once, day changes apart. */
const LONGEST_SHIFT_MS = 3 * 3_600_000;

/** How far local time is ahead of UTC, in milliseconds; `format` carries the zone and is slow to build. */
const offsetAt = (time: number, format: Intl.DateTimeFormat): number => {
  const parts = format.formatToParts(time);
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT(?:([+-])(\d+):(\d+))?/.exec(name) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000;
};

/** True when this local time has been on the clock before: the second 02:30 of an autumn night. */
const isRepeated = (time: number, format: Intl.DateTimeFormat): boolean => {
  const offset = offsetAt(time, format);
  const shift = offsetAt(time - LONGEST_SHIFT_MS, format) - offset;
  return shift > 0 && offsetAt(time - shift, format) === offset + shift;
};

/** AWS cron: minute hour day-of-month month day-of-week(1 = Sunday) year, one of the two days being `?`. */
const translate = (expression: string): string => {
  const fields = expression
    .replace(/^cron\((.*)\)$/, '$1')
    .trim()
    .split(/\s+/);
  const [minute, hour, day, month, weekday, year] = fields;
  if (fields.length !== FIELDS || (day === '?') === (weekday === '?'))
    throw new Error(`${expression}: a cron expression has six fields, and ? in one of the two for days.`);
  return ['0', minute, hour, day === '?' ? '*' : day, month, weekday === '?' ? '*' : weekday, year].join(' ');
};

/**
 * The first time after `after` (epoch milliseconds) at which an AWS cron expression falls due in its zone.
 * As EventBridge Scheduler documents it, a local time that the clock skips is skipped, and one that it repeats
 * counts once. Throws a sentence naming the expression when it is not valid.
 */
export function cronTimes(expression: string, timeZone: string): (after: number) => number | undefined {
  const options = {
    timezone: timeZone,
    mode: '7-part',
    sloppyRanges: true,
    alternativeWeekdays: true,
  } as const;
  let cron: Cron;
  try {
    cron = new Cron(translate(expression), { ...options, paused: true });
  } catch (error) {
    throw new Error(`Schedule ${expression}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  return (after) => {
    let candidate = cron.nextRun(new Date(after));
    for (let n = 0; candidate && n < LONGEST_SEARCH; n += 1) {
      // croner moves a time inside the spring gap to its end, where it no longer matches.
      if (cron.match(candidate) && !isRepeated(candidate.getTime(), format)) return candidate.getTime();
      candidate = cron.nextRun(candidate);
    }
    return undefined;
  };
}
