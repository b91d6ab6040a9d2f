import { describe, expect, it } from 'vitest';
import { courseStep } from './course-step.ts';

const lessons = [
  { lessonNo: 1, title: 'Một', minutes: 5 },
  { lessonNo: 2, title: 'Hai', minutes: 7 },
];
const seat = { enrolmentId: 'E', status: 'confirmed' };

describe('courseStep', () => {
  it('is the first lesson that was not read, with a seat or without', () => {
    expect(courseStep(lessons, [1], [], 'Q')).toEqual({
      kind: 'lesson',
      lessonNo: 2,
      title: 'Hai',
      minutes: 7,
    });
    expect(courseStep(lessons, [], [seat], 'Q')).toMatchObject({ kind: 'lesson', lessonNo: 1 });
  });

  it('is the quiz after the lessons, for who has a seat', () => {
    expect(courseStep(lessons, [1, 2], [seat], 'Q')).toEqual({ kind: 'quiz', quizId: 'Q' });
    expect(courseStep(lessons, [1, 2], [], 'Q')).toEqual({ kind: 'all-read' });
    expect(courseStep(lessons, [1, 2], [seat], undefined)).toEqual({ kind: 'all-read' });
  });

  it('is the record once the course is completed', () => {
    expect(courseStep(lessons, [], [{ enrolmentId: 'D', status: 'completed' }, seat], 'Q')).toEqual({
      kind: 'record',
      enrolmentId: 'D',
    });
  });
});
