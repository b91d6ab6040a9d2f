import { describe, expect, it } from 'vitest';
import { en } from '../../messages/en.ts';
import { lacksOf, sentenceOfLacks } from './lacks.ts';

const whole = { lessons: 3, questions: 20, quizzes: 1, openRuns: 1 };

describe('what a course lacks', () => {
  it('is named in the order it is made', () => {
    expect(lacksOf({ lessons: 0, questions: 0, quizzes: 0, openRuns: 0 })).toEqual([
      'lessons',
      'questions',
      'quiz',
      'run',
    ]);
    expect(lacksOf({ ...whole, quizzes: 0 })).toEqual(['quiz']);
    expect(lacksOf(whole)).toEqual([]);
  });

  it('is said in one sentence', () => {
    expect(sentenceOfLacks(whole, en)).toBe('Complete. Learners can take seats and the quiz.');
    expect(sentenceOfLacks({ ...whole, quizzes: 0, openRuns: 0 }, en)).toBe(
      'Still lacks a quiz, an open run.',
    );
  });
});
