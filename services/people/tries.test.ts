import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { senderOf } from '../../shared/http/asker-address.ts';
import { at, startJoining } from '../../tests/support/joining.ts';
import { classOfCode } from './commands/join-by-code.ts';

const NEXT_HOUR = '2026-11-23T03:00:00.000Z';
let world: Awaited<ReturnType<typeof startJoining>>;
beforeAll(async () => {
  world = await startJoining();
});
afterAll(() => world.service.stop());

const from = (id: string) => ({ kind: 'address', id }) as const;
const guess = (code: string, id: string, when = at) => classOfCode(world.stores, code, from(id), when);
const times = <T>(count: number, work: () => Promise<T>) => Promise.all(Array.from({ length: count }, work));

describe('trying codes', () => {
  it('ends after ten wrong ones an hour for a person, who may go on in the next', async () => {
    const { code } = await world.open(await world.newClass());
    const guesser = await world.person();
    for (let tries = 0; tries < 10; tries += 1)
      expect(await world.join('999999998', guesser)).toBe('join-code-unknown');
    expect(await world.join(code, guesser)).toBe('too-many-codes');
    expect(await world.join(code, await world.person())).toHaveProperty('classId');
    expect(await world.join(code, guesser, NEXT_HOUR)).toHaveProperty('classId');
  });

  it('is looked at no more often than the limit when everything is sent at one moment', async () => {
    const guesser = await world.person();
    const outcomes = await times(25, () => world.join('999999996', guesser));
    expect(outcomes.filter((one) => one === 'join-code-unknown')).toHaveLength(10);
    expect(outcomes.filter((one) => one === 'too-many-codes')).toHaveLength(15);
  });

  it('costs nothing with the right code, however often', async () => {
    const { code } = await world.open(await world.newClass());
    for (let tries = 0; tries < 70; tries += 1)
      expect(await guess(code, 'a class behind one address')).toHaveProperty('classId');
  });

  it('is counted for an address, and holds up no other', async () => {
    const { code } = await world.open(await world.newClass());
    await times(60, () => guess('999999997', 'elsewhere'));
    expect(await guess(code, 'elsewhere')).toBe('too-many-codes');
    expect(await world.register(code, { asker: from('elsewhere') })).toBe('too-many-codes');
    expect(await guess(code, 'here')).toHaveProperty('classId');
  });

  it('ends for all addresses together, and holds up nobody who is signed in', async () => {
    const { code } = await world.open(await world.newClass());
    const { db, table } = world.service;
    const Item = { pk: 'WRONG-CODES#addresses', sk: NEXT_HOUR.slice(0, 13), wrong: 999 };
    await db.send(new PutCommand({ TableName: table, Item }));
    expect(await guess('999999995', 'a', NEXT_HOUR)).toBe('join-code-unknown');
    // What is refused for all together is not counted against the address.
    for (let tries = 0; tries < 70; tries += 1)
      expect(await guess(code, 'b', NEXT_HOUR)).toBe('too-many-codes');
    await db.send(new PutCommand({ TableName: table, Item: { ...Item, wrong: 0 } }));
    expect(await guess(code, 'b', NEXT_HOUR)).toHaveProperty('classId');
    expect(await world.join(code, await world.person(), NEXT_HOUR)).toHaveProperty('classId');
  });
});

describe('an address', () => {
  const event = (chain: string, sourceIp = '10.0.0.1') =>
    ({
      headers: { 'x-forwarded-for': chain },
      requestContext: { http: { sourceIp } },
    }) as unknown as APIGatewayProxyEventV2;
  const asker = async (chain: string, when = at) => (await senderOf(world.tries, event(chain), when)).address;

  it('is one for all functions within an hour, and another in the next and in another centre', async () => {
    const seen = await asker('1.1.1.1, 203.0.113.7, 130.176.0.1');
    expect(await asker('203.0.113.7, 130.176.0.9')).toEqual(seen);
    expect(await asker('203.0.113.8, 130.176.0.1')).not.toEqual(seen);
    expect(await asker('203.0.113.7, 130.176.0.1', NEXT_HOUR)).not.toEqual(seen);
    const elsewhere = await startJoining();
    const there = await senderOf(elsewhere.tries, event('203.0.113.7, 130.176.0.1'), at);
    expect(there.address).not.toEqual(seen);
    await elsewhere.service.stop();
  });

  it('may be made up, and the machine that the gateway heard it from may not', async () => {
    const sent = (chain: string) => senderOf(world.tries, event(chain, '198.51.100.1'), at);
    const [one, other] = [await sent('1.2.3.4, 198.51.100.1'), await sent('1.2.3.5, 198.51.100.1')];
    expect(one.address).not.toBe(other.address);
    expect(one.via).toBe(other.via);
    expect((await senderOf(world.tries, event('1.2.3.4, 130.176.0.1'), at)).via).not.toBe(one.via);
  });

  it('of version 6 is its line: whoever has one may change the rest of it as often as they like', async () => {
    const line = await asker('2001:db8:0:1::7, 130.176.0.1');
    expect(await asker('2001:0db8:0000:0001:ffff:1:2:3, 130.176.0.1')).toBe(line);
    expect(await asker('2001:db8:0:2::7, 130.176.0.1')).not.toBe(line);
    expect(await asker('2001:db8::7, 130.176.0.1')).not.toBe(line);
    expect(await asker('::1, 130.176.0.1')).toBe(await asker('::2:3, 130.176.0.1'));
  });
});
