import { expect, it } from 'vitest';
import { mostLeft, stairsOf } from './stairs.ts';

it('stands on the first step as many as began, and on the last as many as finished', () => {
  const stairs = stairsOf({ viewers: 9, stopped: [2, 0, 3, 1] });
  expect(stairs).toEqual([
    { stay: 7, left: 2 },
    { stay: 7, left: 0 },
    { stay: 4, left: 3 },
    { stay: 3, left: 1 },
  ]);
});

it('names the earliest of the parts in which most stopped, and none where nobody did', () => {
  expect(mostLeft([0, 3, 1, 3])).toBe(1);
  expect(mostLeft([0, 0])).toBeUndefined();
});
