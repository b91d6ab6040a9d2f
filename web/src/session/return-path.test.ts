import { describe, expect, it } from 'vitest';
import { returnPath, signInAddress } from './return-path.ts';

describe('returnPath', () => {
  it('leads back to a page of this site', () => {
    expect(returnPath('/khoa-hoc/an-toan?x=1')).toBe('/khoa-hoc/an-toan?x=1');
    expect(new URL(signInAddress('/a?b=c'), 'https://x.invalid').searchParams.get('ve')).toBe('/a?b=c');
  });

  it('never leads elsewhere or in a circle', () => {
    for (const asked of [
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '',
      undefined,
    ]) {
      expect(returnPath(asked)).toBe('/');
    }
    expect(returnPath('/dang-nhap?ve=/x')).toBe('/');
  });
});
