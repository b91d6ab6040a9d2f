import { expect, it } from 'vitest';
import { liveliest } from './liveliest.ts';

const day = (values: Readonly<Record<string, number | null>>) => ({
  day: '2026-11-26',
  figures: Object.entries(values).map(([code, value]) => ({ code, value })),
});

it('is the figure that moved on most days, whatever its sum', () => {
  const days = [
    day({ seats: 150, quizzes: 0 }),
    day({ seats: 0, quizzes: 2 }),
    day({ seats: null, quizzes: 1 }),
  ];
  expect(liveliest(days)).toBe('quizzes');
});

it('is none where nothing moved', () => {
  expect(liveliest([day({ seats: 0, quizzes: null })])).toBeUndefined();
  expect(liveliest([])).toBeUndefined();
});
