import fc from 'fast-check';
import { expect, test } from 'vitest';
import { usualRules } from '../usual-rules.suite.ts';
import { deadlineOf, later, type Quiz, ruleFaults, windowAt } from './quiz.ts';

const AT = '2026-11-26T02:00:00.000Z';
const minutes = (count: number): string => later(AT, count * 60_000);

const quiz: Quiz = {
  quizId: 'quiz',
  courseId: 'course',
  title: 'Kiểm tra',
  version: 1,
  itemIds: ['a'],
  ...usualRules,
  attemptsAllowed: 2,
  corrections: {},
};

test('rules that do not fit together are named, the gravest first', () => {
  expect(ruleFaults(quiz, AT)).toEqual([]);
  expect(ruleFaults({ ...quiz, opensAt: minutes(9), closesAt: minutes(9) }, AT)[0]).toBe(
    'closes-before-it-opens',
  );
  expect(ruleFaults({ ...quiz, closesAt: AT }, AT)).toEqual(['closes-too-soon']);
  const short = { ...quiz, opensAt: minutes(10), closesAt: minutes(29), timeLimitMinutes: 20 };
  expect(ruleFaults(short, AT)).toEqual(['shorter-than-its-time']);
  expect(ruleFaults({ ...short, closesAt: minutes(30) }, AT)).toEqual([]);
  const review = { ...quiz.review, marks: 'after-close' } as const;
  expect(ruleFaults({ ...quiz, review }, AT)).toEqual(['review-needs-closing']);
  expect(ruleFaults({ ...quiz, review, closesAt: minutes(1) }, AT)).toEqual([]);
  expect(ruleFaults({ ...quiz, lateSyncHours: 1 }, AT)).toEqual(['late-answers-need-a-limit']);
  expect(ruleFaults({ ...quiz, lateSyncHours: 1, timeLimitMinutes: 5 }, AT)).toEqual([]);
});

test('the window is open from its first instant until before its last', () => {
  const windowed = { ...quiz, opensAt: minutes(1), closesAt: minutes(2) };
  expect(windowAt(windowed, later(minutes(1), -1))).toBe('not-open-yet');
  expect(windowAt(windowed, minutes(1))).toBe('open');
  expect(windowAt(windowed, later(minutes(2), -1))).toBe('open');
  expect(windowAt(windowed, minutes(2))).toBe('quiz-closed');
  expect(windowAt(quiz, AT)).toBe('open');
});

test('an attempt ends with its own time or with the quiz, whichever is first', () => {
  const minute = fc.option(fc.integer({ min: 1, max: 240 }), { nil: undefined });
  fc.assert(
    fc.property(minute, minute, (timeLimitMinutes, closing) => {
      const rules = {
        ...quiz,
        ...(timeLimitMinutes !== undefined && { timeLimitMinutes }),
        ...(closing !== undefined && { closesAt: minutes(closing) }),
      };
      const ends = [timeLimitMinutes, closing].filter((each) => each !== undefined);
      const expected = ends.length === 0 ? undefined : minutes(Math.min(...ends));
      expect(deadlineOf(rules, AT)).toBe(expected);
    }),
  );
});
