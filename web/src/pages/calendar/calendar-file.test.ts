import { describe, expect, it } from 'vitest';
import { calendarEvents } from './calendar-events.ts';
import { calendarFile } from './calendar-file.ts';

const TODAY = '2026-11-26';
const seat = {
  status: 'confirmed',
  courseSlug: 'an-toan',
  courseTitle: 'An toàn',
  run: {
    runId: 'R',
    code: 'R-01',
    mode: 'in-person' as const,
    room: 'Phòng 1, lầu 2; cạnh thư viện',
    startsOn: '2026-11-02',
    endsOn: '2026-12-31',
  },
};
const attempt = {
  attemptId: 'A',
  quizId: 'Z',
  title: 'Kiểm tra',
  startedAt: '2026-11-26T06:20:00.000Z',
  deadline: '2026-11-26T06:40:00.000Z',
};
const closing = {
  quizId: 'Y',
  title: 'Kiểm tra cuối',
  closesAt: '2026-12-01T10:00:00.000Z',
  attemptsAllowed: 1,
  begun: 0,
};
const about = { name: 'Lịch học', now: new Date('2026-11-26T00:00:00.000Z'), origin: 'https://example.test' };
const long = 'Bắt đầu khóa An toàn trên mạng và phòng tránh lừa đảo, mang theo điện thoại đã sạc đầy pin';
const file = calendarFile(
  calendarEvents([seat], { quizzes: [closing], open: [attempt] }, TODAY),
  about,
  () => ({
    summary: long,
    description: 'một\nhai',
  }),
);

/** Properties of each event by name, read as a calendar reads them: unfolded (RFC 5545, 3.1) and unescaped (3.3.11). */
const eventsIn = (text: string): Readonly<Record<string, string>>[] => {
  const lines = text.replace(/\r\n[ \t]/g, '').split('\r\n');
  const starts = lines.flatMap((line, at) => (line === 'BEGIN:VEVENT' ? [at + 1] : []));
  return starts.map((start) =>
    Object.fromEntries(
      lines.slice(start, lines.indexOf('END:VEVENT', start)).map((line) => {
        const colon = line.indexOf(':');
        const value = line.slice(colon + 1).replace(/\\(n|.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));
        return [line.slice(0, colon), value];
      }),
    ),
  );
};

describe('calendarFile', () => {
  const [run, last, quiz, closes] = eventsIn(file);

  it('holds a run that is under way as whole days from its first to the day after its last, and keeps them free', () => {
    expect(run).toMatchObject({
      UID: 'R-run@hoc-vu-so',
      'DTSTART;VALUE=DATE': '20261102',
      'DTEND;VALUE=DATE': '20270101',
      TRANSP: 'TRANSPARENT',
      SUMMARY: long,
      DESCRIPTION: 'một\nhai',
      LOCATION: 'Phòng 1, lầu 2; cạnh thư viện',
    });
    expect(last).toMatchObject({ UID: 'R-ends@hoc-vu-so', 'DTSTART;VALUE=DATE': '20261231' });
  });

  it('holds the time of a quiz in instants', () => {
    expect(quiz).toMatchObject({
      UID: 'A-quiz@hoc-vu-so',
      DTSTART: '20261126T062000Z',
      DTEND: '20261126T064000Z',
    });
    expect(eventsIn(file)).toHaveLength(4);
  });

  it('folds lines at 75 bytes without breaking a letter', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
  });

  it('gives a moment no end, which would have to be later than its start', () => {
    expect(closes).toMatchObject({ UID: 'Y-closes@hoc-vu-so', DTSTART: '20261201T100000Z' });
    expect(Object.keys(closes ?? {}).filter((name) => name.startsWith('DTEND'))).toEqual([]);
  });
});
