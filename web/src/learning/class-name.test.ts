import { expect, it } from 'vitest';
import { classLine, saysCode } from './class-name.ts';

it('says the code of a class once', () => {
  expect(classLine({ code: '12A1', name: 'Lớp 12A1' })).toBe('Lớp 12A1');
  expect(classLine({ code: 'TOI1', name: 'Lớp buổi tối 1' })).toBe('Lớp buổi tối 1 (TOI1)');
  expect(saysCode({ code: 'toi1', name: 'TOI1 buổi tối' })).toBe(true);
});
