import { describe, expect, it } from 'vitest';
import { onward } from './onward.ts';

const lessons = [{ lessonNo: 1 }, { lessonNo: 2 }];
const quiz = { quizId: 'Q', itemCount: 10 };

describe('onward', () => {
  it('leads through the lessons to the quiz of who has a seat, and back to the course without one', () => {
    expect(onward(lessons, 1, quiz, true)).toEqual({ kind: 'lesson', lessonNo: 2 });
    expect(onward(lessons, 2, quiz, true)).toEqual({ kind: 'quiz', ...quiz });
    expect(onward(lessons, 2, quiz, false)).toEqual({ kind: 'course' });
    expect(onward(lessons, 2, undefined, true)).toEqual({ kind: 'course' });
  });
});
