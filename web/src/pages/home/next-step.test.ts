import { describe, expect, it } from 'vitest';
import { currentCourse, type Facts, isSameStep, type NextStep, nextStep } from './next-step.ts';

const course = {
  courseId: 'C',
  slug: 'c',
  title: 'C',
  lessons: [
    { lessonNo: 1, title: 'Một', minutes: 5 },
    { lessonNo: 2, title: 'Hai', minutes: 7 },
  ],
};
const seat = (status: string, startsOn: string, runId = 'R') => ({
  courseId: 'C',
  courseSlug: 'c',
  courseTitle: 'C',
  status,
  run: { runId, startsOn, mode: 'in-person' as const },
});
const running = seat('confirmed', '2026-11-02');
const TODAY = '2026-11-26';
const kindOf = (facts: Partial<Facts>) =>
  nextStep({
    enrolments: [running],
    attempts: [],
    waitedFor: [],
    course,
    read: [],
    quizId: 'Q',
    today: TODAY,
    ...facts,
  });

describe('currentCourse', () => {
  it('prefers a seat to a place in a queue and leaves completed and cancelled ones', () => {
    const enrolments = ['cancelled', 'completed', 'waitlisted', 'confirmed'].map((status) => ({
      courseId: status,
      status,
    }));
    expect(currentCourse(enrolments)?.courseId).toBe('confirmed');
    expect(currentCourse(enrolments.slice(0, 3))?.courseId).toBe('waitlisted');
    expect(currentCourse(enrolments.slice(0, 2))).toBeUndefined();
  });
});

describe('nextStep', () => {
  it('is the first lesson that was not read', () => {
    expect(kindOf({ read: [1] })).toEqual({ kind: 'lesson', lessonNo: 2, title: 'Hai', minutes: 7 });
  });

  it('is the quiz once all lessons are read and there is a seat', () => {
    expect(kindOf({ read: [2, 1] })).toEqual({ kind: 'quiz', quizId: 'Q' });
    expect(kindOf({ read: [2, 1], enrolments: [seat('waitlisted', '2026-12-01')] })).toEqual({
      kind: 'choose',
    });
  });

  it('is to choose a course when there is none, or nothing left to do', () => {
    expect(kindOf({ enrolments: [], course: undefined, quizId: undefined })).toEqual({ kind: 'choose' });
    expect(kindOf({ read: [1, 2], quizId: undefined })).toEqual({ kind: 'choose' });
  });

  it('is the class that begins today or tomorrow, before its lessons', () => {
    expect(kindOf({ enrolments: [seat('confirmed', '2026-11-27')] })).toMatchObject({
      kind: 'class-soon',
      inDays: 1,
    });
    expect(kindOf({ enrolments: [seat('confirmed', TODAY)] })).toMatchObject({ inDays: 0 });
    expect(kindOf({ enrolments: [seat('confirmed', '2026-11-28')] }).kind).toBe('lesson');
    expect(kindOf({ enrolments: [seat('waitlisted', '2026-11-27')] }).kind).toBe('lesson');
  });

  it('is the seat that a queue gave, before the day of the class', () => {
    const got = seat('confirmed', '2026-11-27', 'W');
    expect(kindOf({ enrolments: [got], waitedFor: ['W'] })).toEqual({ kind: 'seat-got', seat: got });
    expect(kindOf({ enrolments: [seat('waitlisted', '2026-11-29', 'W')], waitedFor: ['W'] }).kind).toBe(
      'lesson',
    );
  });

  it('is a quiz whose clock runs before all else, the one that ends first', () => {
    const attempts = [
      { quizId: 'A', title: 'A' },
      { quizId: 'B', title: 'B', deadline: '2026-11-26T09:00:00.000Z' },
      { quizId: 'C', title: 'C', deadline: '2026-11-26T08:00:00.000Z' },
    ];
    expect(kindOf({ attempts, waitedFor: ['R'] })).toEqual({ kind: 'finish-quiz', attempt: attempts[2] });
  });
});

describe('isSameStep', () => {
  const told = (step: NextStep, slug = 'c') => ({ step, course: { ...course, slug }, read: [] });
  const lesson = (lessonNo: number, title = '') => ({ kind: 'lesson', lessonNo, title, minutes: 5 }) as const;

  it('is about where the button leads and what it says, not about the words around it', () => {
    expect(isSameStep(told(lesson(1)), told(lesson(1, 'Một')))).toBe(true);
    expect(isSameStep(told(lesson(1)), told(lesson(2)))).toBe(false);
    expect(isSameStep(told(lesson(1)), told(lesson(1), 'd'))).toBe(false);
    const quiz = told({ kind: 'quiz', quizId: 'Q' });
    expect(isSameStep(quiz, told({ kind: 'finish-quiz', attempt: { quizId: 'Q', title: '' } }))).toBe(false);
  });
});
