import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMark } from '#shared/marks/marks.ts';
import { parseMark } from './pass-mark.ts';

describe('parseMark', () => {
  it('takes a comma as well as a point, or neither', () => {
    expect(['7,5', '7.5', ' 5 ', '10', '10,0', '0'].map(parseMark)).toEqual([750, 750, 500, 1000, 1000, 0]);
  });

  it('refuses what is no mark', () => {
    for (const text of ['', 'năm', '7,55', '10,1', '11', '-1', '7,', ',5', '5,0,0', '1e1'])
      expect(parseMark(text), text).toBeUndefined();
  });

  it('reads every mark as it is shown', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), (tenths) => {
        expect(parseMark(formatMark(tenths * 10))).toBe(tenths * 10);
      }),
    );
  });
});
