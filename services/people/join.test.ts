import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import { ClassStore } from './class-store.ts';
import { joinClass, leaveClass } from './commands/change-class.ts';
import { claimPassword } from './commands/claim-password.ts';
import { createClass } from './commands/create-class.ts';
import { closeJoinCode, issueJoinCode } from './commands/issue-join-code.ts';
import { classOfCode, joinByCode } from './commands/join-by-code.ts';
import { registerByCode } from './commands/register-by-code.ts';
import { registerPerson } from './commands/register-person.ts';
import { newCode, openJoinCode } from './domain/join-code.ts';
import { drawnFrom, hashOfClaim, loginNamesFor } from './domain/newcomer.ts';
import { countersOf } from './domain/wrong-codes.ts';
import { JoinStore } from './join-store.ts';
import { mayInvite, openCodeOf } from './queries/join-code.ts';
import { PeopleStore } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';
const cause = { actor: 'teacher', at, correlationId: 'test', causationId: 'test' };
const stranger = { kind: 'address', id: 'here' } as const;
let service: ServiceTable;
let people: PeopleStore;
let classes: ClassStore;
let joins: JoinStore;
const stores = () => ({ people, classes, joins });

beforeAll(async () => {
  service = await startServiceTable();
  people = new PeopleStore(service.db, service.table);
  classes = new ClassStore(service.db, service.table);
  joins = new JoinStore(service.db, service.table);
});
afterAll(() => service.stop());

let given = 100_000_000;
const freshCode = (): string => {
  given += 1;
  return String(given);
};
const newClass = async (): Promise<string> => {
  const classId = ulid();
  await createClass(classes, {
    classId,
    code: ulid(),
    name: 'Lớp tối',
    request: { actor: 'a', key: ulid(), at },
  });
  return classId;
};
const open = async (
  classId: string,
  wish: { places?: number; lastDay?: string } = {},
  code = freshCode(),
) => {
  const made = await issueJoinCode(stores(), { classId, code, requestKey: ulid(), ...wish }, cause);
  return typeof made === 'string' ? expect.fail(made) : made;
};
const person = async (roles: readonly string[] = ['learner']): Promise<string> => {
  const personId = ulid();
  const one = { personId, fullName: 'Lê An', loginName: personId.toLowerCase(), roles, requestKey: ulid() };
  await registerPerson(people, one, cause);
  return personId;
};
const join = (code: string, personId: string, when = at) =>
  joinByCode(stores(), { code, personId }, { ...cause, at: when });
const register = (code: string, over: Partial<Parameters<typeof registerByCode>[1]> = {}, when = at) =>
  registerByCode(
    stores(),
    {
      code,
      personId: ulid(),
      fullName: 'Trần Thị Nở',
      asker: stranger,
      loginNames: [ulid().toLowerCase()],
      claimHash: hashOfClaim(ulid()),
      requestKey: ulid(),
      ...over,
    },
    { ...cause, actor: 'system', at: when },
  );
const placesLeft = async (code: string) => (await joins.findCode(code))?.placesLeft;

describe('a join code', () => {
  it('lets learners in for seven days, each once, whoever was in already for nothing', async () => {
    const classId = await newClass();
    const { code } = await open(classId, { places: 5 });
    const [hanh, nghia] = [await person(), await person()];
    expect(await join(code, hanh)).toMatchObject({ classId, name: 'Lớp tối' });
    expect(await join(code, hanh)).toMatchObject({ classId });
    expect(await placesLeft(code)).toBe(4);
    expect(await join(code, nghia, '2026-11-30T16:59:59.999Z')).toMatchObject({ classId });
    expect(await join(code, await person(), '2026-11-30T17:00:00.000Z')).toBe('join-code-unknown');
  });

  it('looks the same when it is wrong, closed, expired, used up or replaced', async () => {
    const closed = await open(await newClass());
    await closeJoinCode(joins, closed.classId);
    const expired = await open(await newClass(), { lastDay: '2026-11-23' });
    const usedUp = await open(await newClass(), { places: 1 });
    await join(usedUp.code, await person());
    const replaced = await open(await newClass());
    await open(replaced.classId);
    const late = '2026-11-24T02:00:00.000Z';
    for (const code of ['999999999', closed.code, expired.code, usedUp.code, replaced.code]) {
      expect(await join(code, await person(), late)).toBe('join-code-unknown');
      expect(await register(code, {}, late)).toBe('join-code-unknown');
      expect(await classOfCode(stores(), code, stranger, late)).toBe('join-code-unknown');
    }
  });

  it('gives the last place to one of many devices that ask at once', async () => {
    const classId = await newClass();
    const { code } = await open(classId, { places: 3 });
    const waiting = await Promise.all(Array.from({ length: 5 }, () => person()));
    const outcomes = await Promise.all([
      ...waiting.map((one) => join(code, one)),
      ...Array.from({ length: 5 }, () => register(code)),
    ]);
    expect(outcomes.filter((one) => one === 'join-code-unknown')).toHaveLength(7);
    expect(await placesLeft(code)).toBe(0);
    expect(await classes.membersOf(classId)).toHaveLength(3);
  });

  it('answers the last one in again after a lost answer, although it is used up', async () => {
    const { code, classId } = await open(await newClass(), { places: 1 });
    const last = await person();
    expect([await join(code, last), await join(code, last)]).toMatchObject([{ classId }, { classId }]);
    const usedUp = await open(await newClass(), { places: 1 });
    const request = { claimHash: hashOfClaim('a'), requestKey: 'same-request' };
    const [first, again] = [await register(usedUp.code, request), await register(usedUp.code, request)];
    expect(again).toMatchObject(first as object);
  });

  it('does not make its teacher a learner, lets nobody without the role in, and nobody back who was taken off', async () => {
    const classId = await newClass();
    const { code } = await open(classId);
    const [teacher, clerk, gone] = [
      await person(['teacher', 'learner']),
      await person(['clerk']),
      await person(),
    ];
    await joinClass(stores(), { classId, personId: teacher, as: 'teacher' }, cause);
    await join(code, teacher);
    expect(await classes.findMembership(classId, teacher)).toMatchObject({ as: 'teacher' });
    expect(await join(code, clerk)).toBe('role-missing');
    await join(code, gone);
    await leaveClass(classes, { classId, personId: gone }, cause);
    expect(await join(code, gone)).toBe('taken-off');
    expect(await join(code, ulid())).toBe('not-found');
  });

  it('is one per class, also when two teachers renew it at once', async () => {
    const classId = await newClass();
    await open(classId);
    const issue = () => issueJoinCode(stores(), { classId, code: freshCode(), requestKey: ulid() }, cause);
    const made = await Promise.all([issue(), issue(), issue()]);
    const named = await joins.namedCode(classId);
    const codes = made.flatMap((one) => (typeof one === 'string' ? [] : one.code));
    expect(codes).toContain(named);
    const alive = await Promise.all(codes.map((code) => joins.findCode(code)));
    expect(alive.filter(Boolean)).toMatchObject([{ code: named }]);
  });

  it('is made once per request, and never in the place of another class’s', async () => {
    const [first, second] = [await newClass(), await newClass()];
    const request = { classId: first, requestKey: 'press', code: freshCode() };
    const made = await issueJoinCode(stores(), request, cause);
    expect(await issueJoinCode(stores(), { ...request, code: freshCode() }, cause)).toMatchObject(
      made as object,
    );
    const taken = { classId: second, requestKey: ulid(), code: request.code };
    expect(await issueJoinCode(stores(), taken, cause)).toBe('conflict');
    expect(await joins.findCode(request.code)).toMatchObject({ classId: first });
    expect(await issueJoinCode(stores(), { ...request, classId: ulid() }, cause)).toBe('not-found');
  });

  it('is seen by the class’s own teacher and the training head, while it works', async () => {
    const { classId, code } = await open(await newClass());
    const [own, other] = [await person(['teacher']), await person(['teacher'])];
    await joinClass(stores(), { classId, personId: own, as: 'teacher' }, cause);
    const may = (personId: string, role: 'teacher' | 'training-head') =>
      mayInvite(classes, { personId, roles: [role] }, classId);
    expect([
      await may(own, 'teacher'),
      await may(other, 'teacher'),
      await may(other, 'training-head'),
    ]).toEqual([true, false, true]);
    expect(await openCodeOf(joins, classId, at)).toMatchObject({ code });
    expect(await openCodeOf(joins, classId, '2027-01-01T00:00:00.000Z')).toBeUndefined();
    expect(await closeJoinCode(joins, classId)).toBe('closed');
    expect(await closeJoinCode(joins, classId)).toBe('not-found');
  });
});

describe('trying codes', () => {
  it('ends after ten wrong ones an hour for a person, who may go on in the next', async () => {
    const { code } = await open(await newClass());
    const guesser = await person();
    for (let tries = 0; tries < 10; tries += 1)
      expect(await join('999999998', guesser)).toBe('join-code-unknown');
    expect(await join(code, guesser)).toBe('too-many-codes');
    expect(await join(code, await person())).toHaveProperty('classId');
    expect(await join(code, guesser, '2026-11-23T03:00:00.000Z')).toHaveProperty('classId');
  });

  it('is counted for an address and for all addresses together, and holds up nobody who is signed in', async () => {
    const [own, together] = countersOf(stranger, at);
    expect(countersOf({ kind: 'person', id: 'p' }, at)).not.toContainEqual(together);
    const { code } = await open(await newClass());
    const later = '2026-11-23T09:00:00.000Z';
    const address = { kind: 'address', id: 'elsewhere' } as const;
    for (let tries = 0; tries < (own?.limit ?? 0); tries += 1)
      await classOfCode(stores(), '999999997', address, later);
    expect(await classOfCode(stores(), code, address, later)).toBe('too-many-codes');
    expect(await register(code, { asker: address }, later)).toBe('too-many-codes');
    expect(await classOfCode(stores(), code, stranger, later)).toHaveProperty('classId');
    expect(await joins.wrongCodes({ ...(together ?? expect.fail()), hour: later.slice(0, 13) })).toBe(
      own?.limit,
    );
  });
});

describe('registering by a code', () => {
  it('makes a person, a member and a claim at once, under the first sign-in name that is free', async () => {
    const { code, classId } = await open(await newClass(), { places: 2 });
    const name = ulid().toLowerCase();
    const made = await register(code, { loginNames: [name] });
    const next = await register(code, { loginNames: [name, `${name}2`], birthYear: 1960 });
    expect([made, next]).toMatchObject([
      { person: { loginName: name, roles: ['learner'], account: 'pending' }, schoolClass: { classId } },
      { person: { loginName: `${name}2`, birthYear: 1960 } },
    ]);
    expect(await classes.membersOf(classId)).toHaveLength(2);
  });

  it('changes nothing when no sign-in name is free', async () => {
    const { code, classId } = await open(await newClass());
    const name = ulid().toLowerCase();
    await register(code, { loginNames: [name] });
    expect(await register(code, { loginNames: [name] })).toBe('login-name-taken');
    expect([await placesLeft(code), (await classes.membersOf(classId)).length]).toEqual([39, 1]);
  });

  it('has one effect per request, also when it arrives five times at once', async () => {
    const { code, classId } = await open(await newClass());
    const request = { claimHash: hashOfClaim('five'), requestKey: 'five-times' };
    const all = await Promise.all(Array.from({ length: 5 }, () => register(code, request)));
    const ids = all.map((one) => (typeof one === 'string' ? one : one.person.personId));
    expect(new Set(ids).size).toBe(1);
    expect(await classes.membersOf(classId)).toHaveLength(1);
    expect(await placesLeft(code)).toBe(39);
  });
});

describe('the password of a newcomer', () => {
  const claim = 'c'.repeat(64);
  const newcomer = async () => {
    const { code } = await open(await newClass());
    const made = await register(code, { claimHash: hashOfClaim(claim) });
    return typeof made === 'string' ? expect.fail(made) : made.person.personId;
  };

  it('goes to the page that registered them, the same however often it asks, for an hour', async () => {
    const personId = await newcomer();
    const set: string[] = [];
    const accounts = { setPassword: async (_: string, password: string) => void set.push(password) };
    const ask = (over: { claim?: string; personId?: string; at?: string } = {}) =>
      claimPassword(stores(), accounts, { personId, claim, at, ...over });
    expect(await ask()).toBe('account-pending');
    await people.markAccountActive(personId);
    const issued = await ask();
    expect(issued).toMatchObject({ password: expect.stringMatching(/^[a-z]{4}-\d{4}$/) });
    expect(await ask()).toEqual(issued);
    expect(set).toHaveLength(2);
    expect(await ask({ claim: 'd'.repeat(64) })).toBe('not-found');
    expect(await ask({ personId: await person() })).toBe('not-found');
    expect(await ask({ at: '2026-11-23T03:00:00.000Z' })).toBe('not-found');
    expect(set).toHaveLength(2);
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
