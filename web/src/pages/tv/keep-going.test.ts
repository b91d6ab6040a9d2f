import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRenewalDue, pauseAfter, shiftAt } from './keep-going.ts';
import { pressOf } from './remote-keys.ts';

const HOUR = 3_600_000;

describe('asking again', () => {
  it('waits longer after each failure, never more than six minutes and never less than eight seconds', () => {
    expect([1, 2, 3, 9].map((failures) => pauseAfter(failures, 0.5))).toEqual([
      10_000, 20_000, 40_000, 300_000,
    ]);
    expect(pauseAfter(0, 0.5)).toBe(300_000);
    fc.assert(
      fc.property(fc.nat(100_000), fc.double({ min: 0, max: 1, noNaN: true }), (failures, random) => {
        const pause = pauseAfter(failures, random);
        expect(pause).toBeGreaterThanOrEqual(8_000);
        expect(pause).toBeLessThanOrEqual(360_000);
      }),
    );
  });
});

describe('a renewal', () => {
  const opened = Date.parse('2026-11-26T01:00:00.000Z');
  const at = (time: string) => Date.parse(time);

  it('is due between two and five at night, when nobody chooses', () => {
    expect(isRenewalDue(opened, at('2026-11-26T18:59:00.000Z'), true)).toBe(false);
    expect(isRenewalDue(opened, at('2026-11-26T19:00:00.000Z'), true)).toBe(true);
    expect(isRenewalDue(opened, at('2026-11-26T19:00:00.000Z'), false)).toBe(false);
    expect(isRenewalDue(opened, at('2026-11-26T22:00:00.000Z'), true)).toBe(false);
  });

  it('comes once a night, whenever the page was opened', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 48 }), (hours) => {
        const start = opened + hours * HOUR;
        let page = start;
        let renewals = 0;
        for (let now = start; now < start + 72 * HOUR; now += 60_000) {
          if (!isRenewalDue(page, now, true)) continue;
          page = now;
          renewals += 1;
        }
        expect(renewals).toBeGreaterThanOrEqual(2);
        expect(renewals).toBeLessThanOrEqual(4);
      }),
    );
  });
});

describe('the picture', () => {
  it('stands in each of its nine places within nine minutes', () => {
    const places = Array.from({ length: 9 }, (_, minute) => shiftAt(1_800_000_000_000 + minute * 60_000));
    expect(new Set(places).size).toBe(9);
  });
});

describe('the remote', () => {
  it('knows "back" by all its names', () => {
    for (const key of ['Escape', 'Backspace', 'GoBack', 'BrowserBack'])
      expect(pressOf({ key, keyCode: 0 })).toBe('back');
    for (const keyCode of [461, 10009]) expect(pressOf({ key: 'Unidentified', keyCode })).toBe('back');
    expect(pressOf({ key: 'Enter', keyCode: 13 })).toBe('ok');
    expect(pressOf({ key: 'a', keyCode: 65 })).toBeUndefined();
  });
});
