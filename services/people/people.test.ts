import fc from 'fast-check';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareNames } from '#shared/text/vietnamese.ts';
import { type ServiceTable, startServiceTable } from '../../tests/support/service-table.ts';
import type { Accounts } from './accounts.ts';
import { ClassStore } from './class-store.ts';
import { appointFirstAdministrator } from './commands/appoint-first-administrator.ts';
import { joinClass, leaveClass } from './commands/change-class.ts';
import { createClass } from './commands/create-class.ts';
import { registerPerson } from './commands/register-person.ts';
import { initialPassword } from './domain/initial-password.ts';
import { ageBandOf } from './domain/person.ts';
import { registered as registrationOf } from './events-out.ts';
import { classList, classMembers } from './queries/classes.ts';
import { registerPage, whoAmI } from './queries/register.ts';
import { PeopleStore } from './store.ts';

const at = '2026-11-23T02:00:00.000Z';
const cause = { actor: 'admin', at, correlationId: 'test', causationId: 'test' };
let service: ServiceTable;
let people: PeopleStore;
let classes: ClassStore;

beforeAll(async () => {
  service = await startServiceTable();
  people = new PeopleStore(service.db, service.table);
  classes = new ClassStore(service.db, service.table);
});
afterAll(() => service.stop());

const register = (fullName: string, roles: readonly string[] = ['learner'], over = {}) =>
  registerPerson(
    people,
    {
      personId: ulid(),
      fullName,
      loginName: ulid().toLowerCase(),
      roles,
      requestKey: ulid(),
      ...over,
    } as never,
    cause,
  );
const registered = async (fullName: string, roles?: readonly string[]) => {
  const person = await register(fullName, roles);
  return typeof person === 'string' ? expect.fail(person) : person;
};

describe('the register', () => {
  it('enters a person once per request and a sign-in name once', async () => {
    const requestKey = ulid();
    const first = await register('Nguyễn Thị Mỹ Hạnh', ['learner'], { loginName: 'hanh', requestKey });
    const again = await register('Nguyễn Thị Mỹ Hạnh', ['learner'], { loginName: 'hanh', requestKey });
    expect(again).toMatchObject({ personId: (first as { personId: string }).personId });
    expect(await register('Trần Hạnh', ['learner'], { loginName: 'hanh' })).toBe('login-name-taken');
  });

  it('gives one name to one of many who ask at once', async () => {
    const all = await Promise.all(
      Array.from({ length: 12 }, () => register('Lê An', ['learner'], { loginName: 'le.an' })),
    );
    expect(all.filter((one) => one === 'login-name-taken')).toHaveLength(11);
  });

  it('lists by given name and finds without diacritics', async () => {
    const some = [
      'Trần Văn Đức',
      'Bùi Thanh An',
      'Lê Thị Ánh Nguyệt',
      'Lý Đặng',
      'Lý Dương',
      'Lý Dũng',
      'An',
    ];
    for (const name of some) await registered(name);
    const page = await registerPage(people, {});
    if (page === 'invalid-cursor') return expect.fail(page);
    const names = page.people.map((person) => person.fullName);
    expect(names).toEqual(names.toSorted(compareNames));
    const found = await registerPage(people, { search: 'anh nguyet' });
    expect(found).toMatchObject({ people: [{ fullName: 'Lê Thị Ánh Nguyệt' }] });
    expect(await registerPage(people, { cursor: 'made-up' })).toBe('invalid-cursor');
  });
});

describe('the first administrator', () => {
  it('is appointed once, and the same appointment goes on after a crash before the password', async () => {
    const made: string[] = [];
    const accounts = {
      ensure: async (person: { personId: string }) => void made.push(person.personId),
      setPassword: async () => {},
    } as unknown as Accounts;
    const broken = {
      ...accounts,
      setPassword: () => Promise.reject(new Error('pool away')),
    } as unknown as Accounts;
    const who = { fullName: 'Huỳnh Thanh Phong', loginName: 'giamdoc', password: 'matkhau1' };
    const appoint = (pool: Accounts, loginName = who.loginName) =>
      appointFirstAdministrator(people, pool, { ...who, loginName, personId: ulid() }, cause);
    await expect(appoint(broken)).rejects.toThrow('pool away');
    // The event of the registration made the account meanwhile, as it does for everybody.
    await people.markAccountActive(made[0] ?? '');
    expect(await appoint(accounts, 'other')).toBe('exists');
    expect(await appoint(accounts)).toEqual({ personId: made[0] });
    expect(await appoint(accounts)).toBe('exists');
    expect(await people.findPerson(made[0] ?? '')).toMatchObject({
      account: 'active',
      roles: ['director', 'training-head'],
    });
  });
});

describe('classes', () => {
  const newClass = async (code: string) => {
    const made = await createClass(classes, {
      classId: ulid(),
      code,
      name: `Lớp ${code}`,
      request: { actor: 'admin', key: ulid(), at },
    });
    return typeof made === 'string' ? expect.fail(made) : made.classId;
  };
  const join = (classId: string, personId: string, as: 'learner' | 'teacher') =>
    joinClass({ classes, people }, { classId, personId, as }, cause);

  it('are seen by their own teacher and by nobody else’s', async () => {
    const [own, other] = [await newClass('12A1'), await newClass('11A2')];
    const teacher = await registered('Đặng Thị Thu Trang', ['teacher']);
    const learners = [
      await registered('Phạm Quốc Huy'),
      await registered('Võ Ngọc Diễm'),
      await registered('Bùi An'),
    ];
    await join(own, teacher.personId, 'teacher');
    for (const { personId } of learners) await join(own, personId, 'learner');
    const actor = { personId: teacher.personId, roles: ['teacher'] } as const;
    expect((await classList(classes, actor)).map(({ code, learnerCount }) => [code, learnerCount])).toEqual([
      ['12A1', 3],
    ]);
    expect(await classMembers(classes, actor, other)).toBeUndefined();
    const names = (await classMembers(classes, actor, own))?.map((member) => member.fullName) ?? [];
    expect(names).toEqual([...names].sort(compareNames));
    expect(await whoAmI({ people, classes }, teacher.personId)).toMatchObject({
      classes: [{ code: '12A1' }],
    });
    expect(await classList(classes, { personId: 'x', roles: ['director'] })).toHaveLength(2);
  });

  it('take a person only in a role of theirs, once, and let them go once', async () => {
    const classId = await newClass('TOI1');
    const learner = await registered('Huỳnh Thị Kiều');
    expect(await join(classId, learner.personId, 'teacher')).toBe('role-missing');
    expect(await join(classId, ulid(), 'learner')).toBe('not-found');
    const first = await join(classId, learner.personId, 'learner');
    expect(await join(classId, learner.personId, 'learner')).toMatchObject(first as object);
    const leave = () => leaveClass(classes, { classId, personId: learner.personId }, cause);
    expect([await leave(), await leave()]).toEqual(['left', 'not-found']);
    expect(await join(classId, learner.personId, 'learner')).toMatchObject({ version: 3, active: true });
  });
});

describe('personal rules', () => {
  it('tell the bus an age band and no age', () => {
    expect([2011, 2010, 1997, 1996, 1966, undefined].map((year) => ageBandOf(year, 2026))).toEqual([
      'under-16',
      '16-29',
      '16-29',
      '30-44',
      '60-plus',
      'unknown',
    ]);
  });

  it('count age in the year it is here, seven hours before it is in Greenwich', () => {
    const person = {
      personId: ulid(),
      fullName: 'Lê An',
      loginName: 'an',
      roles: ['learner'],
      birthYear: 2011,
      registeredAt: at,
      account: 'pending',
    } as const;
    const newYear = { ...cause, at: '2026-12-31T17:30:00.000Z' };
    const [entry] = registrationOf(person, newYear).outbox;
    expect(JSON.parse(entry?.detail ?? '')).toMatchObject({ data: { ageBand: '16-29' } });
  });

  it('make initial passwords that meet the pool’s policy and that nobody misreads', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
        const password = initialPassword((below) => (numbers.next().value as number) % below);
        expect(password).toMatch(/^[a-z]{4}-\d{4}$/);
        expect(password).not.toMatch(/[0o1li]/);
      }),
    );
  });
});
