import { describe, expect, it } from 'vitest';
import { hasCompleted, isActive, isBehind, isSeated, progressByCourse } from './class-progress.ts';
import type { EnrolmentStatus } from './course-run.ts';
import type { AttemptTrace, Learning, Seat } from './learning.ts';

const today = '2026-11-26';
const on = (day: string) => `${day}T05:00:00.000Z`;
const seat = (status: EnrolmentStatus, since = on('2026-11-10'), courseId = 'course'): Seat => ({
  ...{ courseId, status, since, version: 1 },
});
const attempt = (lastActivityAt: string, scoreHundredths?: number, over: Partial<AttemptTrace> = {}) => ({
  ...{ quizId: 'quiz', courseId: 'course', lastActivityAt },
  ...(scoreHundredths !== undefined && {
    mark: { gradeNo: 1, scoreHundredths, passed: scoreHundredths >= 500, provisional: false },
  }),
  ...over,
});
const learning = (seats: Record<string, Seat>, attempts: Record<string, AttemptTrace> = {}): Learning => ({
  ...{ personId: 'hanh', version: 1, seats, attempts },
});
const runs = new Map([
  ['now', { startsOn: '2026-11-02', endsOn: '2026-12-20' }],
  ['soon', { startsOn: '2026-11-30', endsOn: '2026-12-24' }],
  ['over', { startsOn: '2026-10-01', endsOn: '2026-11-20' }],
]);

describe('who is behind', () => {
  const behind = (one: Learning, quietDays?: number) => isBehind(one, runs, today, quietDays);

  it('is quiet for seven calendar days in a run under way', () => {
    expect(behind(learning({ now: seat('confirmed') }, { a: attempt(on('2026-11-19')) }))).toBe(true);
    expect(behind(learning({ now: seat('confirmed') }, { a: attempt(on('2026-11-20')) }))).toBe(false);
    expect(behind(learning({ now: seat('confirmed') }, { a: attempt(on('2026-11-20')) }), 3)).toBe(true);
  });

  it('counts days in Ho Chi Minh City: 18:00 UTC is tomorrow already', () => {
    const late = attempt('2026-11-19T18:00:00.000Z');
    expect(behind(learning({ now: seat('confirmed') }, { a: late }))).toBe(false);
  });

  it('waits a week for somebody who has just got a seat and has not begun', () => {
    expect(behind(learning({ now: seat('confirmed', on('2026-11-22')) }))).toBe(false);
    expect(behind(learning({ now: seat('confirmed', on('2026-11-19')) }))).toBe(true);
  });

  it('is nobody whose run has not begun or is over, who waits, gave up or is done', () => {
    expect(behind(learning({ soon: seat('confirmed') }))).toBe(false);
    expect(behind(learning({ over: seat('confirmed') }))).toBe(false);
    expect(behind(learning({ unknown: seat('confirmed') }))).toBe(false);
    for (const status of ['waitlisted', 'cancelled', 'completed'] as const)
      expect(behind(learning({ now: seat(status) }))).toBe(false);
  });
});

describe('progress by course', () => {
  it('takes the best mark that counts, the number of tries and the last act', () => {
    const waiting = { gradeNo: 1, scoreHundredths: 1000, passed: true, provisional: true };
    const attempts = {
      a: attempt(on('2026-11-20'), 450),
      b: attempt(on('2026-11-21'), 700),
      c: attempt(on('2026-11-22'), undefined, { mark: waiting }),
    };
    expect(progressByCourse(learning({ now: seat('completed') }, attempts))).toEqual([
      {
        ...{ courseId: 'course', status: 'completed', attempts: 3, bestHundredths: 700 },
        lastActivityAt: on('2026-11-22'),
        quizzes: [{ quizId: 'quiz', attempts: 3, bestHundredths: 700, passed: true }],
      },
    ]);
  });

  it('shows the furthest seat of a course taken twice, and no course that was given up untouched', () => {
    const seats = {
      now: seat('confirmed'),
      over: seat('completed'),
      gone: seat('cancelled', today, 'other'),
    };
    expect(progressByCourse(learning(seats))).toEqual([
      { courseId: 'course', status: 'completed', attempts: 0, quizzes: [] },
    ]);
  });

  it('shows the marks of somebody whose seat is not known yet', () => {
    const [course] = progressByCourse(learning({}, { a: attempt(on('2026-11-20'), 800) }));
    expect(course).toMatchObject({ courseId: 'course', bestHundredths: 800 });
    expect(course).not.toHaveProperty('status');
  });
});

it('counts who is active, seated and done', () => {
  const one = learning({ now: seat('completed') }, { a: attempt(on('2026-11-26'), 800) });
  expect([isActive(one, today), isSeated(one), hasCompleted(one)]).toEqual([true, true, true]);
  const none = learning({ now: seat('waitlisted') });
  expect([isActive(none, today), isSeated(none), hasCompleted(none)]).toEqual([false, false, false]);
});
