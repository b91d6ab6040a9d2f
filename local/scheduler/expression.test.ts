import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { latestDue, timetable } from './expression.ts';

const VIET_NAM = 'Asia/Ho_Chi_Minh';
const BERLIN = 'Europe/Berlin';
const SANTIAGO = 'America/Santiago';

const times = (expression: string, zone: string, from: string, count: number) => {
  const { next } = timetable(expression, zone, Date.parse(from));
  const found: string[] = [];
  let after = Date.parse(from);
  for (let n = 0; n < count; n += 1) {
    const time = next(after);
    if (time === undefined) break;
    found.push(new Date(time).toISOString().slice(0, 16));
    after = time;
  }
  return found;
};

const CASES: [string, string, string, string, string[]][] = [
  [
    'daily in Viet Nam',
    'cron(0 6 * * ? *)',
    VIET_NAM,
    '2026-11-22T00:00Z',
    ['2026-11-22T23:00', '2026-11-23T23:00'],
  ],
  [
    'weekdays',
    'cron(0 10 ? * MON-FRI *)',
    'UTC',
    '2026-11-20T12:00Z',
    ['2026-11-23T10:00', '2026-11-24T10:00'],
  ],
  ['Sunday is 1', 'cron(0 0 ? * 1 *)', 'UTC', '2026-11-22T10:00Z', ['2026-11-29T00:00']],
  ['Saturday is 7', 'cron(0 0 ? * 7 *)', 'UTC', '2026-11-22T10:00Z', ['2026-11-28T00:00']],
  [
    'first Monday',
    'cron(0 0 ? * 2#1 *)',
    'UTC',
    '2026-11-22T10:00Z',
    ['2026-12-07T00:00', '2027-01-04T00:00'],
  ],
  [
    'last day of the month',
    'cron(0 0 L * ? *)',
    'UTC',
    '2027-01-31T10:00Z',
    ['2027-02-28T00:00', '2027-03-31T00:00'],
  ],
  [
    'last Friday',
    'cron(15 10 ? * 6L 2026-2027)',
    'UTC',
    '2026-11-22T10:00Z',
    ['2026-11-27T10:15', '2026-12-25T10:15'],
  ],
  [
    'weekday nearest the 15th',
    'cron(0 9 15W * ? *)',
    'UTC',
    '2027-05-01T00:00Z',
    ['2027-05-14T09:00', '2027-06-15T09:00'],
  ],
  ['the 31st', 'cron(0 0 31 * ? *)', 'UTC', '2027-01-31T10:00Z', ['2027-03-31T00:00', '2027-05-31T00:00']],
  ['leap day', 'cron(0 0 29 2 ? *)', 'UTC', '2026-11-22T10:00Z', ['2028-02-29T00:00']],
  ['one year only', 'cron(0 12 25 12 ? 2026)', 'UTC', '2026-11-22T10:00Z', ['2026-12-25T12:00']],
  ['a year gone by', 'cron(0 12 25 12 ? 2020)', 'UTC', '2026-11-22T10:00Z', []],
  [
    'steps',
    'cron(0/15 8-9 * * ? *)',
    'UTC',
    '2026-11-22T09:20Z',
    ['2026-11-22T09:30', '2026-11-22T09:45', '2026-11-23T08:00'],
  ],
  [
    '02:30 in the spring gap is skipped',
    'cron(30 2 * * ? *)',
    BERLIN,
    '2027-03-27T12:00Z',
    ['2027-03-29T00:30'],
  ],
  [
    'midnight in the spring gap is skipped',
    'cron(0 0 * * ? *)',
    SANTIAGO,
    '2026-09-05T12:00Z',
    ['2026-09-07T03:00'],
  ],
  [
    'quarters go on after the spring gap',
    'cron(0/15 * * * ? *)',
    BERLIN,
    '2027-03-28T00:40Z',
    ['2027-03-28T00:45', '2027-03-28T01:00'],
  ],
  [
    '02:30 in the repeated hour runs once',
    'cron(30 2 * * ? *)',
    BERLIN,
    '2027-10-30T12:00Z',
    ['2027-10-31T00:30', '2027-11-01T01:30'],
  ],
  [
    'a list of hours runs once in the repeated hour',
    'cron(30 2,3 * * ? *)',
    BERLIN,
    '2027-10-30T12:00Z',
    ['2027-10-31T00:30', '2027-10-31T02:30', '2027-11-01T01:30'],
  ],
  [
    'every minute waits through the repeated hour',
    'cron(* * * * ? *)',
    BERLIN,
    '2027-10-31T00:58Z',
    ['2027-10-31T00:59', '2027-10-31T02:00'],
  ],
  ['a rate', 'rate(5 minutes)', 'UTC', '2026-11-22T10:00Z', ['2026-11-22T10:05', '2026-11-22T10:10']],
  ['a day is 24 hours', 'rate(1 day)', BERLIN, '2027-03-27T12:00Z', ['2027-03-28T12:00']],
  ['once', 'at(2026-12-01T08:00:00)', VIET_NAM, '2026-11-22T10:00Z', ['2026-12-01T01:00']],
  ['once, gone by', 'at(2026-11-01T08:00:00)', 'UTC', '2026-11-22T10:00Z', []],
];

describe('timetable', () => {
  it.each(CASES)('%s: %s', (_, expression, zone, from, wanted) => {
    expect(times(expression, zone, from, Math.max(1, wanted.length))).toEqual(wanted);
  });

  const REFUSED = [
    'cron(0 3 * * * *)',
    'cron(0 3 1 * 1 *)',
    'cron(0 3 ? * ? *)',
    'cron(0 3 * * ?)',
    'cron(61 3 * * ? *)',
    'cron(0 0 ? * 9 *)',
    'rate(1 minutes)',
    'rate(5 minute)',
    'rate(0 days)',
    'at(tomorrow)',
    'hourly',
  ];
  it.each(REFUSED)('refuses %s by name', (expression) => {
    expect(() => timetable(expression, 'UTC', 0)).toThrow(expression);
  });

  const local = (time: number, zone: string) => {
    const format = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      weekday: 'short',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    return Object.fromEntries(format.formatToParts(time).map(({ type, value }) => [type, value]));
  };
  const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
  const zones = fc.constantFrom(VIET_NAM, BERLIN, SANTIAGO, 'America/New_York', 'Australia/Lord_Howe', 'UTC');
  const moments = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2030-01-01') });
  const minute = fc.integer({ min: 0, max: 59 });
  const hour = fc.integer({ min: 0, max: 23 });

  it('runs strictly later, at the local time asked for, whatever the clocks do', () => {
    const day = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(minute, hour, day, zones, moments, (m, h, d, zone, after) => {
        const time = timetable(`cron(${m} ${h} ${d} * ? *)`, zone, 0).next(after) ?? Number.NaN;
        expect(time).toBeGreaterThan(after);
        const { minute: gotMinute, hour: gotHour, day: gotDay } = local(time, zone);
        expect([Number(gotMinute), Number(gotHour), Number(gotDay)]).toEqual([m, h, d]);
      }),
      { numRuns: 300 },
    );
  });

  it('runs on the weekday asked for, counted from Sunday as 1', () => {
    const weekday = fc.integer({ min: 1, max: 7 });
    fc.assert(
      fc.property(minute, hour, weekday, zones, moments, (m, h, w, zone, after) => {
        const time = timetable(`cron(${m} ${h} ? * ${w} *)`, zone, 0).next(after) ?? Number.NaN;
        expect(time).toBeGreaterThan(after);
        expect(time - after).toBeLessThan(15 * 86_400_000);
        expect(local(time, zone).weekday).toBe(DAYS[w - 1]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('latestDue', () => {
  const every = (ms: number) => (after: number) => (Math.floor(after / ms) + 1) * ms;
  const DAY = 86_400_000;

  it('finds the last due time, near or far, and none outside', () => {
    expect(latestDue(every(60_000), 0, 400 * DAY)).toBe(400 * DAY);
    expect(latestDue(every(7 * DAY), 0, 20 * DAY)).toBe(14 * DAY);
    expect(latestDue(every(900 * DAY), 0, 1700 * DAY)).toBe(900 * DAY);
    expect(latestDue(every(7 * DAY), 14 * DAY, 20 * DAY)).toBeUndefined();
    expect(latestDue(() => undefined, 0, DAY)).toBeUndefined();
  });

  it('does not walk through a year minute by minute', () => {
    let steps = 0;
    const counted = (after: number) => {
      steps += 1;
      return every(60_000)(after);
    };
    latestDue(counted, 0, 365 * DAY);
    expect(steps).toBeLessThan(100);
  });
});
