import { describe, expect, it } from 'vitest';
import { suggestLoginName } from './login-name.ts';

describe('suggestLoginName', () => {
  it('joins the given name and the initials, without marks', () => {
    expect(suggestLoginName('Nguyễn Thị Mỹ Hạnh')).toBe('hanhntm');
    expect(suggestLoginName('  Đặng   Đức ')).toBe('ducd');
  });

  it('gives nothing for nothing', () => {
    expect(suggestLoginName(' ')).toBe('');
  });
});
