import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/time/local-time.ts';
import { thingsOfDay } from './things-of-day.ts';

describe('thingsOfDay', () => {
  it('goes through all of them before one comes again, also before its first year', () => {
    for (const first of ['2026-11-26', '2025-03-01']) {
      const week = Array.from({ length: 7 }, (_, at) => thingsOfDay(addDays(first, at), 14)).flat();
      expect(week.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 14 }, (_, at) => at));
    }
  });

  it('offers no more than there are', () => {
    expect(thingsOfDay('2026-11-26', 1)).toEqual([0]);
    expect(thingsOfDay('2026-11-26', 0)).toEqual([]);
  });
});
