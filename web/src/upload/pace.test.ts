import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Pace, paceAfter, paceFrom, roughly, secondsLeft } from './pace.ts';

/** Looks every second at a line that carries so many bytes in each of them. */
const after = (seconds: readonly number[]): Pace => {
  let bytes = 0;
  return seconds.reduce<Pace>(
    (pace, sent, at) => {
      bytes += sent;
      return paceAfter(pace, (at + 1) * 1000, bytes);
    },
    paceFrom(0, 0),
  );
};

describe('the pace of an upload', () => {
  it('is that of a steady line from the first look on', () => {
    expect(after([500]).speed).toBe(500);
    expect(after(Array(30).fill(500)).speed).toBeCloseTo(500);
    expect(secondsLeft(after([500, 500]), 5_000)).toBeCloseTo(10);
  });

  it('is smoothed: one slow second hardly shows, a line that stays slow is believed within half a minute', () => {
    const steady = Array<number>(20).fill(1_000);
    expect(after([...steady, 0]).speed).toBeGreaterThan(850);
    expect(after([...steady, ...Array<number>(30).fill(100)]).speed).toBeLessThan(130);
  });

  it('is not known before half a second has passed, nor after the line stood still for long', () => {
    expect(secondsLeft(paceAfter(paceFrom(0, 0), 400, 1_000), 1)).toBeUndefined();
    expect(secondsLeft(paceAfter(after([900, 900]), 60_000, 1_800), 1)).toBeUndefined();
    expect(secondsLeft(after([0, 0, 0]), 1)).toBeUndefined();
  });

  it('lies between the slowest and the fastest second that was seen, also when bytes come back', () => {
    const seconds = fc.array(fc.integer({ min: -2_000, max: 9_000 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(seconds, (sent) => {
        const { speed = 0 } = after(sent);
        const seen = sent.map((bytes) => Math.max(0, bytes));
        expect(speed).toBeGreaterThanOrEqual(Math.min(...seen) - 1e-6);
        expect(speed).toBeLessThanOrEqual(Math.max(...seen) + 1e-6);
      }),
    );
  });
});

describe('how long is left', () => {
  it('is told no more exactly than it can be known, and never as less than it is', () => {
    expect(roughly(0)).toEqual({ unit: 'moment' });
    expect(roughly(60)).toEqual({ unit: 'moment' });
    expect(roughly(61)).toEqual({ unit: 'minutes', minutes: 2 });
    expect(roughly(59 * 60)).toEqual({ unit: 'minutes', minutes: 59 });
    expect(roughly(60 * 60)).toEqual({ unit: 'hours', hours: 1, minutes: 0 });
    expect(roughly(61 * 60)).toEqual({ unit: 'hours', hours: 1, minutes: 10 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), (seconds) => {
        const said = roughly(seconds);
        const told =
          said.unit === 'moment'
            ? 1
            : said.unit === 'minutes'
              ? said.minutes
              : said.hours * 60 + said.minutes;
        expect(told * 60).toBeGreaterThanOrEqual(seconds);
        expect(told * 60 - seconds).toBeLessThanOrEqual(10 * 60);
      }),
    );
  });
});
