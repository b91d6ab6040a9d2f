import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { at, startJoining } from '../../tests/support/joining.ts';
import { claimPassword } from './commands/claim-password.ts';
import { issueInitialPassword } from './commands/issue-initial-password.ts';
import { closeJoinCode } from './commands/issue-join-code.ts';
import { drawnFrom, hashOfClaim } from './domain/newcomer.ts';

let world: Awaited<ReturnType<typeof startJoining>>;
beforeAll(async () => {
  world = await startJoining();
});
afterAll(() => world.service.stop());

describe('registering by a code', () => {
  it('makes a person, a member and a claim at once, under the first sign-in name that is free', async () => {
    const { code, classId } = await world.open(await world.newClass(), { places: 2 });
    const name = ulid().toLowerCase();
    const made = await world.register(code, { loginNames: [name] });
    const next = await world.register(code, { loginNames: [name, `${name}2`], birthYear: 1960 });
    expect([made, next]).toMatchObject([
      { person: { loginName: name, roles: ['learner'], account: 'pending' }, schoolClass: { classId } },
      { person: { loginName: `${name}2`, birthYear: 1960 } },
    ]);
    expect(await world.classes.membersOf(classId)).toHaveLength(2);
  });

  it('changes nothing when no sign-in name is free', async () => {
    const { code, classId } = await world.open(await world.newClass());
    const name = ulid().toLowerCase();
    await world.register(code, { loginNames: [name] });
    expect(await world.register(code, { loginNames: [name] })).toBe('no-free-login-name');
    expect([await world.placesLeft(code), (await world.classes.membersOf(classId)).length]).toEqual([39, 1]);
  });

  it('has one effect per request, also when it arrives five times at once', async () => {
    const { code, classId } = await world.open(await world.newClass());
    const request = { claimHash: hashOfClaim('five'), requestKey: 'five-times' };
    const all = await Promise.all(Array.from({ length: 5 }, () => world.register(code, request)));
    const ids = all.map((one) => (typeof one === 'string' ? one : one.person.personId));
    expect(new Set(ids).size).toBe(1);
    expect(await world.classes.membersOf(classId)).toHaveLength(1);
    expect(await world.placesLeft(code)).toBe(39);
  });
});

describe('the answer to registering that was lost', () => {
  const request = () => ({ claimHash: hashOfClaim(ulid()), requestKey: 'lost' });
  const again = async (made: unknown, code: string, same: ReturnType<typeof request>, over = {}) =>
    expect(await world.register(code, { ...same, ...over })).toMatchObject(made as object);

  it('comes again although the code was closed or replaced, or the address tried too often, since', async () => {
    const { code, classId } = await world.open(await world.newClass());
    const same = request();
    const made = await world.register(code, same);
    expect(made).toMatchObject({ schoolClass: { classId } });
    await world.open(classId);
    await again(made, code, same);
    await closeJoinCode(world.joins, classId);
    await again(made, code, same);
    const asker = { kind: 'address', id: 'tried too often' } as const;
    for (let tries = 0; tries < 60; tries += 1) await world.register('999999999', { asker });
    expect(await world.register(code, { asker })).toBe('too-many-codes');
    await again(made, code, same, { asker });
    expect(await world.classes.membersOf(classId)).toHaveLength(1);
  });
});

describe('the password of a newcomer', () => {
  const claim = 'c'.repeat(64);
  const newcomer = async () => {
    const { code } = await world.open(await world.newClass());
    const made = await world.register(code, { claimHash: hashOfClaim(claim) });
    return typeof made === 'string' ? expect.fail(made) : made.person.personId;
  };

  it('goes to the page that registered them, the same however often it asks, for an hour', async () => {
    const personId = await newcomer();
    const set: string[] = [];
    const accounts = { setPassword: async (_: string, password: string) => void set.push(password) };
    const ask = (over: { claim?: string; personId?: string; at?: string } = {}) =>
      claimPassword(world.stores, accounts, { personId, claim, at, ...over });
    expect(await ask()).toBe('account-pending');
    await world.people.markAccountActive(personId);
    const issued = await ask();
    expect(issued).toMatchObject({ password: expect.stringMatching(/^[a-z]{4}-\d{4}$/) });
    expect(await ask()).toEqual(issued);
    expect(issued).toMatchObject({ password: set[0] });
    expect(set).toHaveLength(1);
    expect(await ask({ claim: 'd'.repeat(64) })).toBe('not-found');
    expect(await ask({ personId: await world.person() })).toBe('not-found');
    expect(await ask({ at: '2026-11-23T03:00:00.000Z' })).toBe('not-found');
    expect(set).toHaveLength(1);
  });

  it('is not what it was any more once the office has given another', async () => {
    const personId = await newcomer();
    await world.people.markAccountActive(personId);
    const set: string[] = [];
    const accounts = { setPassword: async (_: string, password: string) => void set.push(password) };
    const given = { personId, password: 'mkra-4827', by: ['training-head'] } as const;
    expect(await issueInitialPassword(world.stores, accounts, given)).toHaveProperty('initialPassword');
    expect(await claimPassword(world.stores, accounts, { personId, claim, at })).toBe('not-found');
    expect(set).toEqual(['mkra-4827']);
    await world.joins.markClaimUsed(personId, at);
    expect(await world.joins.findClaim(personId)).toBeUndefined();
  });

  it('is never kept, and differs from person to person', () => {
    const draw = (who: string, secret = claim) => {
      const random = drawnFrom(secret, who);
      return Array.from({ length: 8 }, () => random(1_000_000));
    };
    expect(draw('a')).toEqual(draw('a'));
    expect(draw('a')).not.toEqual(draw('b'));
    expect(draw('a')).not.toEqual(draw('a', 'e'.repeat(64)));
  });
});
