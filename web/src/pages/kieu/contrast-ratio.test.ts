import { describe, expect, it } from 'vitest';
import { contrastRatio } from './contrast-ratio.ts';

describe('contrastRatio', () => {
  it('is 21 for black on white and 1 for a colour on itself, whichever comes first', () => {
    expect(contrastRatio('#000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrastRatio('#fff', '#000000')).toBeCloseTo(21, 5);
    expect(contrastRatio('#b3321f', '#b3321f')).toBe(1);
  });

  it('agrees with the grey that WCAG gives as the last one to pass on white', () => {
    expect(contrastRatio('#767676', '#fff')).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio('#777', '#fff')).toBeLessThan(4.5);
  });
});
