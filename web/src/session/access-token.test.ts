import { describe, expect, it } from 'vitest';
import { claimsOf } from './access-token.ts';

const tokenOf = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');

describe('claimsOf', () => {
  it('reads the register’s identifier, the roles and the life of a token', () => {
    const token = tokenOf({
      username: '01k0000000000000000000000p',
      'cognito:groups': ['learner'],
      iat: 10,
      exp: 3610,
    });
    expect(claimsOf(token)).toEqual({
      personId: '01K0000000000000000000000P',
      roles: ['learner'],
      issuedAt: 10_000,
      expiresAt: 3_610_000,
    });
  });

  it('has no roles when the pool vouches for none, and nothing for what is no token', () => {
    expect(claimsOf(tokenOf({ username: 'p', iat: 1, exp: 2 }))?.roles).toEqual([]);
    expect(claimsOf('not a token')).toBeUndefined();
  });
});
