import { expect, test } from 'vitest';
import { Passwords, requirePolicy, temporaryPassword } from './passwords.ts';

const passwords = new Passwords();

test('each hash has a salt of its own and no trace of the password', async () => {
  const [first, second] = await Promise.all([passwords.hash('Mật khẩu 1!'), passwords.hash('Mật khẩu 1!')]);
  expect(first).not.toBe(second);
  expect(first).toMatch(/^16384:[0-9a-f]{32}:[0-9a-f]{64}$/);
});

test('matches the password in either Unicode form, and only that', async () => {
  const hash = await passwords.hash('Mật khẩu'.normalize('NFD'));
  expect(await passwords.match('Mật khẩu'.normalize('NFC'), hash)).toBe(true);
  expect(await passwords.match('Mat khau', hash)).toBe(false);
});

test('matches a hash of another cost, and never one that is not there', async () => {
  expect(await passwords.match('secret', await new Passwords(1024).hash('secret'))).toBe(true);
  for (const none of [null, undefined, '']) expect(await passwords.match('', none)).toBe(false);
});

test('a generated password meets a policy that asks for everything', () => {
  const policy = {
    MinimumLength: 20,
    RequireLowercase: true,
    RequireUppercase: true,
    RequireNumbers: true,
    RequireSymbols: true,
    TemporaryPasswordValidityDays: 7,
  };
  expect(() => requirePolicy(policy, temporaryPassword(policy))).not.toThrow();
});
