import { expect, test } from 'vitest';
import type { Release } from '../contract.ts';
import { GRACE_MS } from './attempt.ts';
import { later } from './quiz.ts';
import { dependsOnAttempts, lateUntil, releasesAt, waitsUntil } from './review-policy.ts';

const AT = '2026-11-26T02:00:00.000Z';
const hours = (count: number): string => later(AT, count * 3_600_000);
const grade = (passed: boolean) => ({
  gradeNo: 1,
  scoreHundredths: passed ? 800 : 300,
  passed,
  provisional: false,
  gradedAt: AT,
});
const open = { status: 'open' } as const;
const failed = { status: 'submitted', grade: grade(false) } as const;
const passed = { status: 'submitted', grade: grade(true) } as const;

const usual = {
  marks: 'after-submission',
  answers: 'after-submission',
  explanations: 'after-submission',
  rightAnswers: 'after-last-attempt',
} as const;
const policy = { attemptsAllowed: 2, lateSyncHours: 0, review: usual };
const rightAnswers = (attempts: Parameters<typeof releasesAt>[1], attemptsAllowed = 2) =>
  releasesAt({ ...policy, attemptsAllowed }, attempts, AT).rightAnswers;

test('what would have been right is said when it is of no use for passing any more', () => {
  expect(rightAnswers([failed])).toBe(false);
  expect(rightAnswers([failed, failed])).toBe(true);
  expect(rightAnswers([passed])).toBe(true);
  expect(rightAnswers([failed, passed], 3)).toBe(true);
});

test('a pass that a person still has to settle is not the last attempt', () => {
  const waiting = { ...passed, grade: { ...passed.grade, provisional: true } };
  expect(rightAnswers([waiting])).toBe(false);
  expect(rightAnswers([waiting, failed])).toBe(true);
});

test('nothing that waits for the last attempt is said while one is open, not even the last one or after a pass', () => {
  expect(rightAnswers([open, failed])).toBe(false);
  expect(rightAnswers([open, passed], 3)).toBe(false);
});

test('each part has its own time, and what waits for the close waits for late answers, too', () => {
  const review = {
    marks: 'never' as Release,
    answers: 'after-submission' as Release,
    explanations: 'after-close' as Release,
    rightAnswers: 'after-last-attempt' as Release,
  };
  const closing = { ...policy, closesAt: hours(1), lateSyncHours: 2, review };
  const hidden = { marks: false, answers: true, explanations: false, rightAnswers: false };
  expect(releasesAt(closing, [failed], hours(1))).toEqual(hidden);
  expect(releasesAt(closing, [failed], hours(3))).toEqual(hidden);
  expect(releasesAt(closing, [failed], later(hours(3), GRACE_MS))).toEqual(hidden);
  const over = later(hours(3), GRACE_MS + 1);
  expect(releasesAt(closing, [failed], over)).toEqual({ ...hidden, explanations: true, rightAnswers: true });
});

test('an attempt waits for late answers when its deadline closed it and the quiz takes some', () => {
  const closed = { deadline: AT, submittedBy: 'deadline' } as const;
  expect(lateUntil(closed, { lateSyncHours: 24 })).toBe(hours(24));
  expect(lateUntil(closed, { lateSyncHours: 0 })).toBeUndefined();
  expect(lateUntil({ ...closed, submittedBy: 'person' }, { lateSyncHours: 24 })).toBeUndefined();
});

test('while the newest attempt may get late answers, nothing of any attempt tells what is right', () => {
  const all = (release: Release) =>
    ({ marks: release, answers: release, explanations: release, rightAnswers: release }) as const;
  const taking = { ...policy, lateSyncHours: 24, review: all('after-submission') };
  const ranOut = { ...passed, deadline: AT, submittedBy: 'deadline' } as const;
  const own = { marks: false, answers: true, explanations: false, rightAnswers: false };
  for (const attempts of [[ranOut], [ranOut, failed]]) {
    expect(waitsUntil(taking, attempts, hours(24))).toBe(hours(24));
    expect(releasesAt(taking, attempts, hours(24))).toEqual(own);
    expect(waitsUntil(taking, attempts, later(hours(24), 1))).toBeUndefined();
    expect(releasesAt(taking, attempts, later(hours(24), 1)).rightAnswers).toBe(true);
  }
  expect(releasesAt(taking, [failed, ranOut], AT).marks).toBe(true);
  expect(dependsOnAttempts(taking, ['marks'])).toBe(true);
});

test('what waits for the close waits for an attempt that extra time keeps open, too', () => {
  const review = { ...usual, rightAnswers: 'after-close' } as const;
  const closed = { ...policy, closesAt: AT, review };
  expect(releasesAt(closed, [open, failed], hours(1)).rightAnswers).toBe(false);
  expect(releasesAt(closed, [failed, failed], hours(1)).rightAnswers).toBe(true);
  expect(dependsOnAttempts(closed, ['rightAnswers'])).toBe(true);
  expect(dependsOnAttempts(closed, ['marks'])).toBe(false);
});

test('what waits for the close waits until nobody can write any more, whoever was given extra time', () => {
  const review = { ...usual, rightAnswers: 'after-close' } as const;
  const extended = { ...policy, closesAt: AT, extendedUntil: hours(2), review };
  const over = later(hours(2), GRACE_MS);
  expect(releasesAt(extended, [failed, failed], over).rightAnswers).toBe(false);
  expect(releasesAt(extended, [failed, failed], later(over, 1)).rightAnswers).toBe(true);
  const offline = { ...extended, lateSyncHours: 1 };
  expect(releasesAt(offline, [failed, failed], later(over, 1)).rightAnswers).toBe(false);
  expect(releasesAt(offline, [failed, failed], later(hours(3), GRACE_MS + 1)).rightAnswers).toBe(true);
});
