import { describe, expect, it } from 'vitest';
import { currentCourse, nextStep } from './next-step.ts';

const course = {
  courseId: 'C',
  slug: 'c',
  title: 'C',
  lessons: [
    { lessonNo: 1, title: 'Một', minutes: 5 },
    { lessonNo: 2, title: 'Hai', minutes: 7 },
  ],
};

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
    expect(nextStep(course, [1], 'Q', true)).toEqual({
      kind: 'lesson',
      lessonNo: 2,
      title: 'Hai',
      minutes: 7,
    });
  });

  it('is the quiz once all lessons are read and there is a seat', () => {
    expect(nextStep(course, [2, 1], 'Q', true)).toEqual({ kind: 'quiz', quizId: 'Q' });
    expect(nextStep(course, [2, 1], 'Q', false)).toEqual({ kind: 'choose' });
  });

  it('is to choose a course when there is none, or nothing left to do', () => {
    expect(nextStep(undefined, [], undefined, false)).toEqual({ kind: 'choose' });
    expect(nextStep(course, [1, 2], undefined, true)).toEqual({ kind: 'choose' });
  });
});
