import { createHash } from 'node:crypto';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { TryStore } from '../../../shared/store/try-store.ts';
import { type ServiceTable, startServiceTable } from '../../../tests/support/service-table.ts';
import { AccessStore } from '../access-store.ts';
import { screenCookie, screenKeyIn } from '../domain/tv-code.ts';
import { issueTvPass } from './issue-pass.ts';

const AT = '2026-11-26T02:00:00.000Z';
let service: ServiceTable;
let access: AccessStore;
let tries: TryStore;

beforeAll(async () => {
  service = await startServiceTable();
  access = new AccessStore(service.db, service.table);
  tries = new TryStore(service.db, service.table);
});
afterAll(() => service.stop());

async function openedCode(code: string): Promise<string> {
  const assetId = ulid();
  await access.savePublication({ assetId, state: 'issued', access: 'enrolled', version: 1 });
  const codeDigest = createHash('sha256').update(code).digest('hex');
  await access.saveTvCode({ codeDigest, assetId, closesAt: '2026-11-26T10:00:00.000Z', version: 1 });
  return assetId;
}
const ask = (code: string, screenKey?: string, from = 'hall') =>
  issueTvPass(
    { access, tries, sign: async (assetId) => [assetId] },
    {
      code,
      at: AT,
      sender: async () => ({ address: from, via: from }),
      screenKey,
      drawnKey: `drawn-${ulid()}`,
    },
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
  for (let guess = 0; guess < 60; guess += 1) expect(await ask('654321')).toBe('not-found');
  expect(await ask('123456')).toBe('too-many-codes');
  expect(await ask('123456', 'guessed')).toBe('too-many-codes');
  expect(await ask('123456', first.screenKey)).toMatchObject({ assetId });
  expect(await ask('123456', undefined, 'another hall'), 'holds up no other').toMatchObject({ assetId });
});

it('ends for all addresses together, far above what one of them may try', async () => {
  const assetId = await openedCode('222222');
  const Item = { pk: 'WRONG-CODES#addresses', sk: AT.slice(0, 13), wrong: 2_999 };
  await service.db.send(new PutCommand({ TableName: service.table, Item }));
  expect(await ask('222222', undefined, 'a')).toMatchObject({ assetId });
  expect(await ask('654321', undefined, 'b')).toBe('not-found');
  expect(await ask('222222', undefined, 'c')).toBe('too-many-codes');
});

it('hands the key to the screen in a cookie of this code alone', () => {
  const cookie = screenCookie('123456', 'abc');
  expect(cookie).toContain('; Path=/v1/tv-codes/123456; ');
  expect(screenKeyIn(['other=1', cookie.split(';')[0] ?? ''])).toBe('abc');
  expect(screenKeyIn()).toBeUndefined();
});
