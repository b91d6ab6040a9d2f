import { describe, expect, it } from 'vitest';
import { calendarEvents } from './calendar-events.ts';
import { enrolled } from './testing/enrolled.ts';

const TODAY = '2026-11-26';
const spans = (...all: Parameters<typeof calendarEvents>[0]) =>
  calendarEvents(all, { quizzes: [], open: [] }, TODAY).map(
    ({ id, span }) => `${id} ${span.from} ${span.to}`,
  );

describe('calendarEvents', () => {
  it('holds a run that is under way from its first day, and its last day', () => {
    expect(spans(enrolled('confirmed', 'R', '2026-11-02', '2026-12-20'))).toEqual([
      'R-run 2026-11-02 2026-12-20',
      'R-ends 2026-12-20 2026-12-20',
    ]);
  });

  it('holds a run of one day once, and one that ends today', () => {
    expect(spans(enrolled('confirmed', 'R', TODAY, TODAY))).toEqual([`R-run ${TODAY} ${TODAY}`]);
  });

  it('holds neither what is over, given up or done, nor a place in a queue', () => {
    expect(
      spans(
        enrolled('confirmed', 'P', '2026-09-01', '2026-11-25'),
        enrolled('cancelled', 'C', '2026-12-01', '2026-12-20'),
        enrolled('completed', 'D', '2026-11-01', '2026-12-20'),
        enrolled('waitlisted', 'W', '2026-12-01', '2026-12-20'),
      ),
    ).toEqual([]);
  });

  it('holds the time in which a quiz that was begun has to be handed in', () => {
    const from = '2026-11-26T06:20:00.000Z';
    const to = '2026-11-26T06:40:00.000Z';
    const attempt = { attemptId: 'A', quizId: 'Z', title: 'Kiểm tra', startedAt: from, deadline: to };
    const untimed = { attemptId: 'B', quizId: 'Z', title: 'Không giờ', startedAt: from };
    expect(calendarEvents([], { quizzes: [], open: [attempt, untimed] }, TODAY)).toMatchObject([
      { id: 'A-quiz', kind: 'quiz', span: { in: 'instants', from, to }, href: '/kiem-tra/Z' },
    ]);
  });

  it('holds the moments when a quiz opens and closes, as long as it can be begun and they are to come', () => {
    const quiz = {
      quizId: 'Z',
      title: 'Kiểm tra',
      opensAt: '2026-11-20T01:00:00.000Z',
      closesAt: '2026-12-01T10:00:00.000Z',
      attemptsAllowed: 1,
      begun: 0,
    };
    const held = (more: Partial<typeof quiz>) =>
      calendarEvents([], { quizzes: [{ ...quiz, ...more }], open: [] }, TODAY);
    expect(held({})).toMatchObject([
      { id: 'Z-closes', kind: 'closes', span: { in: 'moment', from: quiz.closesAt }, href: '/kiem-tra/Z' },
    ]);
    expect(held({ opensAt: '2026-11-27T01:00:00.000Z' }).map(({ id }) => id)).toEqual([
      'Z-opens',
      'Z-closes',
    ]);
    expect(held({ begun: 1 })).toEqual([]);
  });
});
