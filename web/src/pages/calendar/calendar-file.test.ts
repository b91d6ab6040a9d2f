import { describe, expect, it } from 'vitest';
import type { CalendarEntry } from './calendar-entries.ts';
import { calendarFile } from './calendar-file.ts';

const entry: CalendarEntry = {
  id: 'R-starts',
  kind: 'starts',
  day: '2026-12-31',
  title: 'An toàn',
  href: '/khoa-hoc/an-toan',
  run: {
    runId: 'R',
    code: 'R-01',
    mode: 'in-person',
    room: 'Phòng 1, lầu 2; cạnh thư viện',
    startsOn: '2026-12-31',
    endsOn: '2027-01-10',
  },
};
const about = { name: 'Lịch học', now: new Date('2026-11-26T00:00:00.000Z'), origin: 'https://example.test' };
const long = 'Bắt đầu khóa An toàn trên mạng và phòng tránh lừa đảo, mang theo điện thoại đã sạc đầy pin';
const make = (entries: readonly CalendarEntry[]) =>
  calendarFile(entries, about, () => ({ summary: long, description: 'một\nhai' }));
/** Lines as a reader puts them together again (RFC 5545, 3.1). */
const unfolded = (file: string) => file.replace(/\r\n[ \t]/g, '').split('\r\n');

describe('calendarFile', () => {
  it('makes a day a whole day without a time zone, that ends with the day after', () => {
    const lines = unfolded(make([entry]));
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
  });

  it('makes a deadline an instant', () => {
    const { run: _, ...rest } = entry;
    const lines = unfolded(make([{ ...rest, kind: 'quiz', until: '2026-11-26T06:40:00.000Z' }]));
    expect(lines).toContain('DTEND:20261126T064000Z');
  });

  it('keeps its identifiers, escapes text, and folds lines at 75 bytes without breaking a letter', () => {
    const file = make([entry]);
    expect(unfolded(file)).toContain('UID:R-starts@hoc-vu-so');
    expect(unfolded(file)).toContain(`SUMMARY:${long.replace(',', '\\,')}`);
    expect(unfolded(file)).toContain('LOCATION:Phòng 1\\, lầu 2\\; cạnh thư viện');
    expect(unfolded(file)).toContain('DESCRIPTION:một\\nhai');
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
  });
});
