import { createHash } from 'node:crypto';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../../tests/support/service-table.ts';
import { AccessStore } from '../access-store.ts';
import { screenCookie, screenKeyIn, TRIES_PER_HOUR } from '../domain/tv-code.ts';
import { issueTvPass } from './issue-pass.ts';

const AT = '2026-11-26T02:00:00.000Z';
let service: ServiceTable;
let access: AccessStore;

beforeAll(async () => {
  service = await startServiceTable();
  access = new AccessStore(service.db, service.table);
});
afterAll(() => service.stop());

async function openedCode(code: string): Promise<string> {
  const assetId = ulid();
  await access.savePublication({ assetId, state: 'issued', access: 'enrolled', version: 1 });
  const codeDigest = createHash('sha256').update(code).digest('hex');
  await access.saveTvCode({ codeDigest, assetId, closesAt: '2026-11-26T10:00:00.000Z', version: 1 });
  return assetId;
}
const ask = (code: string, screenKey?: string) =>
  issueTvPass(
    { access, sign: async (assetId) => [assetId] },
    { code, at: AT, screenKey, drawnKey: `drawn-${ulid()}` },
  );

it('lets a screen go on when the tries of the hour are spent, and tells a guesser nothing of a code in use', async () => {
  const assetId = await openedCode('123456');
  const first = await ask('123456');
  if (typeof first === 'string') return expect.fail(first);
  expect(first).toMatchObject({ assetId, cookies: [assetId] });
  const second = await ask('123456');
  expect(second, 'another screen of the same code holds the same').toMatchObject({
    screenKey: first.screenKey,
  });
  for (let guess = 0; guess < TRIES_PER_HOUR; guess += 1) expect(await ask('654321')).toBe('not-found');
  expect(await ask('123456')).toBe('too-many-codes');
  expect(await ask('123456', 'guessed')).toBe('too-many-codes');
  expect(await ask('123456', first.screenKey)).toMatchObject({ assetId });
});

it('hands the key to the screen in a cookie of this code alone', () => {
  const cookie = screenCookie('123456', 'abc');
  expect(cookie).toContain('; Path=/v1/tv-codes/123456; ');
  expect(screenKeyIn(['other=1', cookie.split(';')[0] ?? ''])).toBe('abc');
  expect(screenKeyIn()).toBeUndefined();
});
