import { describe, expect, it } from 'vitest';
import { lookOf, mainDomain } from './domain-look.ts';

describe('mainDomain', () => {
  it('is the domain that most codes belong to', () => {
    expect(mainDomain(['3.3', '5.3', '6.1', '6.2', '6.3'])).toBe('6');
  });

  it('is the later one on a tie', () => {
    expect(mainDomain(['1.2', '2.5', '2.6', '4.2', '4.3'])).toBe('4');
    expect(mainDomain(['4.3', '4.2', '2.5', '2.6'])).toBe('4');
  });

  it('has a look even without any code it knows', () => {
    expect(lookOf(mainDomain(['9.9'])).icon).toBe('phone');
  });
});
