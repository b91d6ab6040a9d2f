import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/time/local-time.ts';
import { byMonth, calendarEntries } from './calendar-entries.ts';
import { enrolled } from './testing/enrolled.ts';

const TODAY = '2026-11-26';
const NO_QUIZZES = { quizzes: [], open: [] };
const kinds = (...all: Parameters<typeof calendarEntries>[0]) =>
  calendarEntries(all, NO_QUIZZES, TODAY, dayOf).map(({ day, kind }) => `${day} ${kind}`);

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
    const untimed = { attemptId: 'B', quizId: 'Z', title: 'Không giờ', startedAt: attempt.startedAt };
    const [first] = calendarEntries(
      [enrolled('confirmed', 'R', TODAY, '2026-12-20')],
      { quizzes: [], open: [attempt, untimed] },
      TODAY,
      dayOf,
    );
    expect(first).toMatchObject({ id: 'A-quiz', kind: 'quiz', day: TODAY, href: '/kiem-tra/Z' });
  });

  it('shows when a quiz opens and closes on their local days, as long as it can be begun', () => {
    const quiz = {
      quizId: 'Z',
      title: 'Kiểm tra',
      opensAt: '2026-11-26T23:00:00.000Z',
      closesAt: '2026-12-01T10:00:00.000Z',
      attemptsAllowed: 2,
      begun: 1,
    };
    const shown = (more: Partial<typeof quiz>) =>
      calendarEntries([], { quizzes: [{ ...quiz, ...more }], open: [] }, TODAY, dayOf).map(
        ({ day, kind }) => `${day} ${kind}`,
      );
    expect(shown({})).toEqual(['2026-11-27 opens', '2026-12-01 closes']);
    expect(shown({ opensAt: '2026-11-20T00:00:00.000Z' })).toEqual(['2026-12-01 closes']);
    expect(shown({ begun: 2 })).toEqual([]);
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
        const entries = calendarEntries(all, NO_QUIZZES, TODAY, dayOf);
        const days = entries.map((entry) => entry.day);
        expect(days).toEqual(days.toSorted());
        expect(days.every((one) => one >= TODAY)).toBe(true);
        expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
        expect(byMonth(entries).flatMap((month) => month.entries)).toEqual(entries);
      }),
    );
  });
});
