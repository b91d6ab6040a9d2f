import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTop, conclusionOf, fillDays } from './scale.ts';

describe('axisTop', () => {
  it('is never below the highest value, never more than 2.5 times it, and parts into four whole steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 1_000_000 }), (most) => {
        expect(axisTop(most)).toBeGreaterThanOrEqual(most);
        expect(axisTop(most)).toBeLessThanOrEqual(most * 2.5);
        expect(axisTop(most) % 4).toBe(0);
      }),
    );
  });

  it('leaves room for four whole steps on small charts', () => {
    expect(axisTop(0)).toBe(4);
    expect(axisTop(912)).toBe(1000);
  });
});

describe('fillDays', () => {
  it('puts days without data between, as null and across the end of a month', () => {
    const days = [
      { day: '2026-12-01', value: 0 },
      { day: '2026-11-29', value: 3 },
    ];
    expect(fillDays(days, '2026-12-02', 4)).toEqual([
      { day: '2026-11-29', value: 3 },
      { day: '2026-11-30', value: null },
      { day: '2026-12-01', value: 0 },
      { day: '2026-12-02', value: null },
    ]);
  });

  it('leaves out what is older', () => {
    expect(fillDays([{ day: '2026-01-01', value: 9 }], '2026-12-02', 1)).toEqual([
      { day: '2026-12-02', value: null },
    ]);
  });
});

describe('conclusionOf', () => {
  it('counts only days with data', () => {
    const days = [
      { day: 'a', value: 2 },
      { day: 'b', value: null },
      { day: 'c', value: 5 },
    ];
    expect(conclusionOf(days)).toEqual({ day: 'c', value: 5, total: 7 });
    expect(conclusionOf([{ day: 'b', value: null }])).toBeUndefined();
  });
});
