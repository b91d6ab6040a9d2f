import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { byMonth, calendarEntries } from './calendar-entries.ts';

const TODAY = '2026-11-26';
const run = (runId: string, startsOn: string, endsOn: string) => ({
  runId,
  code: `${runId}-01`,
  mode: 'in-person' as const,
  room: 'Phòng 1.02',
  startsOn,
  endsOn,
});
const enrolled = (status: string, runId: string, startsOn: string, endsOn: string) => ({
  status,
  courseSlug: 'an-toan',
  courseTitle: 'An toàn',
  run: run(runId, startsOn, endsOn),
});
const kinds = (...all: Parameters<typeof calendarEntries>[0]) =>
  calendarEntries(all, [], TODAY, dayOf).map(({ day, kind }) => `${day} ${kind}`);

describe('calendarEntries', () => {
  it('shows a run that is yet to begin by its first and last day', () => {
    expect(kinds(enrolled('confirmed', 'R', '2026-11-30', '2026-12-24'))).toEqual([
      '2026-11-30 starts',
      '2026-12-24 ends',
    ]);
  });

  it('shows a run that has begun on today, and its last day', () => {
    expect(kinds(enrolled('confirmed', 'R', '2026-11-02', '2026-12-20'))).toEqual([
      '2026-11-26 ongoing',
      '2026-12-20 ends',
    ]);
    expect(kinds(enrolled('confirmed', 'R', '2026-11-02', TODAY))).toEqual([`${TODAY} ends`]);
  });

  it('shows a place in a queue on the first day, and leaves out what is over', () => {
    expect(
      kinds(
        enrolled('waitlisted', 'Q', '2026-12-01', '2026-12-20'),
        enrolled('cancelled', 'C', '2026-12-01', '2026-12-20'),
        enrolled('completed', 'D', '2026-12-01', '2026-12-20'),
        enrolled('confirmed', 'P', '2026-09-01', '2026-10-01'),
      ),
    ).toEqual(['2026-12-01 queue']);
  });

  it('puts a quiz that runs out on its local day, before all else', () => {
    const attempt = {
      attemptId: 'A',
      quizId: 'Z',
      title: 'Kiểm tra',
      startedAt: '2026-11-25T17:40:00.000Z',
      deadline: '2026-11-25T18:00:00.000Z',
    };
    const [first] = calendarEntries(
      [enrolled('confirmed', 'R', TODAY, '2026-12-20')],
      [attempt, { attemptId: 'B', quizId: 'Z', title: 'Không giờ', startedAt: '2026-11-25T17:40:00.000Z' }],
      TODAY,
      dayOf,
    );
    expect(first).toMatchObject({ id: 'A-quiz', kind: 'quiz', day: TODAY, href: '/kiem-tra/Z' });
  });

  it('is in order, never before today, with one identifier for one thing', () => {
    const day = fc.integer({ min: -60, max: 60 }).map((days) => addDays(TODAY, days));
    const one = fc
      .record({
        status: fc.constantFrom('confirmed', 'waitlisted', 'cancelled'),
        from: day,
        length: fc.nat(50),
      })
      .map(({ status, from, length }) => ({ status, from, to: addDays(from, length) }));
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (runs) => {
        const all = runs.map(({ status, from, to }, at) => enrolled(status, `R${at}`, from, to));
        const entries = calendarEntries(all, [], TODAY, dayOf);
        const days = entries.map((entry) => entry.day);
        expect(days).toEqual(days.toSorted());
        expect(days.every((one) => one >= TODAY)).toBe(true);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        expect(byMonth(entries).flatMap((month) => month.entries)).toEqual(entries);
      }),
    );
  });
});
