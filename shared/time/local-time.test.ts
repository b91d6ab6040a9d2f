import { describe, expect, it } from 'vitest';
import { addDays, clockOf, dayOf, daysBetween, schoolYearOf, startOfDay } from './local-time.ts';

describe('local time in Ho Chi Minh City', () => {
  it('begins the day at 17:00 UTC of the day before', () => {
    expect(dayOf('2026-11-22T16:59:59.999Z')).toBe('2026-11-22');
    expect(dayOf('2026-11-22T17:00:00.000Z')).toBe('2026-11-23');
    expect(startOfDay('2026-11-23')).toBe('2026-11-22T17:00:00.000Z');
  });

  it('tells the hour seven hours ahead of UTC', () => {
    expect(clockOf('2026-11-22T16:59:59.999Z')).toBe('23:59');
    expect(clockOf('2026-11-22T17:00:00.000Z')).toBe('00:00');
  });

  it('adds days across months and leap years', () => {
    expect(addDays('2026-11-30', 1)).toBe('2026-12-01');
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29');
  });

  it('counts calendar days, also over a leap day', () => {
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(daysBetween('2026-11-23', '2026-11-23')).toBe(0);
    expect(daysBetween('2026-12-01', '2026-11-30')).toBe(-1);
  });

  it('turns the school year with local August', () => {
    expect(schoolYearOf('2026-07-31T16:59:59.000Z')).toBe('2025-2026');
    expect(schoolYearOf('2026-07-31T17:00:00.000Z')).toBe('2026-2027');
    expect(schoolYearOf('2027-01-15T00:00:00.000Z')).toBe('2026-2027');
  });
});
