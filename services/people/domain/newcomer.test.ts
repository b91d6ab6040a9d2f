import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCode, openJoinCode } from './join-code.ts';
import { loginNamesFor } from './newcomer.ts';

const at = '2026-11-23T02:00:00.000Z';

describe('what is made up for people', () => {
  it('codes have nine digits, and places and days within bounds', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
        expect(newCode((below) => (numbers.next().value as number) % below)).toMatch(/^\d{9}$/);
      }),
    );
    const wish = { code: '123456789', classId: 'c', at };
    expect(openJoinCode({ ...wish, lastDay: '2026-11-22' })).toBe('closing-day');
    expect(openJoinCode({ ...wish, lastDay: '2027-01-23' })).toBe('closing-day');
    expect(openJoinCode(wish)).toMatchObject({ lastDay: '2026-11-30', placesLeft: 40 });
  });

  it('sign-in names that the contract takes, whatever somebody is called', () => {
    const LOGIN_NAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), (name) => {
        for (const one of loginNamesFor(name, (below) => below - 1)) expect(one).toMatch(LOGIN_NAME);
      }),
    );
    expect(loginNamesFor('Nguyễn Thị Mỹ Hạnh', () => 7)).toEqual([
      'hanhntm',
      'hanhntm07',
      'hanhntm0007',
      'hanhntm000007',
      'hanhntm000007',
    ]);
    expect(loginNamesFor('An', () => 7)[0]).toBe('an07');
  });
});
