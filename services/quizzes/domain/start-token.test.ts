import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signStart, startSecret, verifyStart } from './start-token.ts';

const claims = {
  attemptId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  deadline: '2026-11-26T02:20:00.000Z',
  issuedAt: '2026-11-26T02:00:00.000Z',
};
const secret = startSecret('seed');
const token = signStart(claims, secret);

test('a token gives its claims to who has its secret, and to nobody else', () => {
  expect(verifyStart(token, secret)).toEqual(claims);
  expect(verifyStart(token, startSecret('another seed'))).toBeUndefined();
});

test('no other text is a token', () => {
  const other = { ...claims, deadline: '2027-01-01T00:00:00.000Z' };
  const [payload] = signStart(other, startSecret('mine')).split('.');
  const [, signature] = token.split('.');
  for (const text of [`${payload}.${signature}`, `${token}.x`, `${token.split('.')[0]}.`, '.', ''])
    expect(verifyStart(text, secret)).toBeUndefined();
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(verifyStart(text, secret)).toBeUndefined();
    }),
  );
});
