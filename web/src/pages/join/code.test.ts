import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digitsOf, grouped, isWhole } from './code.ts';

describe('a join code as people type it', () => {
  it.each([
    ['482915037', '482915037'],
    [' 482 915 037 ', '482915037'],
    ['482-915.O37', '482915037'],
    ['48l9I5o37', '481915037'],
    ['https://hoc.example:4600/vao-lop/482915037', '482915037'],
    ['4829150371', '482915037'],
    ['', ''],
  ])('%s is %s', (typed, digits) => {
    expect(digitsOf(typed)).toBe(digits);
  });

  it('stays the same when it is shown in threes and read again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{0,9}$/), (digits) => {
        expect(digitsOf(grouped(digits))).toBe(digits);
        expect(isWhole(digits)).toBe(digits.length === 9);
      }),
    );
    expect(grouped('482915037')).toBe('482 915 037');
  });
});
