import { describe, expect, it } from 'vitest';
import { formatDay, formatInstant, formatSpan } from './dates.ts';
import {
  formatCount,
  formatMegabytes,
  formatPercent,
  formatRoom,
  givenName,
  wholePercent,
} from './numbers.ts';

describe('dates', () => {
  it('shows a day as day, month, year', () => {
    expect(formatDay('2026-11-05', 'vi')).toBe('05/11/2026');
    expect(formatDay('2026-11-05', 'en')).toBe('05/11/2026');
  });

  it('shows an instant by the clock of Ho Chi Minh City', () => {
    expect(formatInstant('2026-11-22T18:30:00.000Z', 'vi')).toContain('01:30');
    expect(formatInstant('2026-11-22T18:30:00.000Z', 'vi')).toContain('23/11/2026');
  });

  it('shows a span in minutes, and in hours when it has some', () => {
    expect(formatSpan(462_000)).toBe('07:42');
    expect(formatSpan(3_662_000)).toBe('1:01:02');
    expect(formatSpan(-5)).toBe('00:00');
  });
});

describe('numbers', () => {
  it('groups as the language does', () => {
    expect(formatCount(1284, 'vi')).toBe('1.284');
    expect(formatCount(1284, 'en')).toBe('1,284');
    expect(formatMegabytes(1_234_567, 'vi')).toBe('1,2\u00a0MB');
    expect([formatPercent(6, 'vi'), formatPercent(62, 'en')]).toEqual(['6%', '62%']);
    expect([formatRoom(4_294_967_296, 'vi'), formatRoom(800_000_000, 'vi')]).toEqual([
      '4,3\u00a0GB',
      '800\u00a0MB',
    ]);
  });

  it('rounds a share half up, but never to a mark that it has not reached', () => {
    expect([wholePercent(4, 15), wholePercent(1, 8), wholePercent(1, 3)]).toEqual([27, 13, 33]);
    expect([wholePercent(199, 200), wholePercent(200, 200)]).toEqual([99, 100]);
    expect([wholePercent(32, 46, 70), wholePercent(7, 10, 70)]).toEqual([69, 70]);
    expect(wholePercent(0, 0)).toBe(0);
    for (let n = 0; n <= 100; n += 1) expect(formatPercent(n, 'vi')).toBe(`${n}%`);
  });

  it('greets by the given name', () => {
    expect(givenName(' Nguyễn Thị Mỹ Hạnh ')).toBe('Hạnh');
    expect(givenName('')).toBe('');
  });
});
