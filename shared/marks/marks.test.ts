import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMark, markOf } from './marks.ts';

describe('marks', () => {
  it('are hundredths, rounded half up', () => {
    expect(markOf(1, 3)).toBe(333);
    expect(markOf(2, 3)).toBe(667);
    expect(markOf(1, 8)).toBe(125);
    expect(markOf(1, 16)).toBe(63);
    expect(markOf(0, 0)).toBe(0);
  });

  it('are shown with one decimal and a comma', () => {
    expect([0, 745, 744, 1000, 995].map(formatMark)).toEqual(['0,0', '7,5', '7,4', '10,0', '10,0']);
  });

  it('stay within 0 and 1000 and never fall when more is earned', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (a, b, total) => {
        const [less, more] = [markOf(Math.min(a, b), total), markOf(Math.max(a, b), total)];
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more).toBeLessThanOrEqual(1000);
        expect(less).toBeLessThanOrEqual(more);
      }),
    );
  });
});
