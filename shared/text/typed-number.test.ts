import { describe, expect, it } from 'vitest';
import { readingsOf } from './typed-number.ts';

describe('a typed number', () => {
  it.each([
    ['2,5', 2.5],
    ['2.5', 2.5],
    ['1.000', 1000],
    ['1.000.000', 1_000_000],
    ['1 000', 1000],
    ['1.234,5', 1234.5],
    ['\u22125', -5],
  ])('%s is read as Vietnamese mean it', (typed, number) => expect(readingsOf(typed).at(-1)).toBe(number));

  it.each(['', 'năm', '1.00.0', '1,5x', '1,2,3', '-'])('%s is none', (typed) =>
    expect(readingsOf(typed)).toEqual([]),
  );
});
