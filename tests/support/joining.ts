import { ulid } from 'ulid';
import { expect } from 'vitest';
import { ClassStore } from '../../services/people/class-store.ts';
import { createClass } from '../../services/people/commands/create-class.ts';
import { issueJoinCode } from '../../services/people/commands/issue-join-code.ts';
import { joinByCode } from '../../services/people/commands/join-by-code.ts';
import { registerByCode } from '../../services/people/commands/register-by-code.ts';
import { registerPerson } from '../../services/people/commands/register-person.ts';
import { hashOfClaim } from '../../services/people/domain/newcomer.ts';
import { JoinStore } from '../../services/people/join-store.ts';
import { PeopleStore } from '../../services/people/store.ts';
import { TryStore } from '../../shared/store/try-store.ts';
import { startServiceTable } from './service-table.ts';

export const at = '2026-11-23T02:00:00.000Z';
export const cause = { actor: 'teacher', at, correlationId: 'test', causationId: 'test' };
/** Whoever asks without an account. */
export const stranger = { kind: 'address', id: 'here' } as const;

let given = 100_000_000;
export const freshCode = (): string => {
  given += 1;
  return String(given);
};

/** Classes, codes and people in a table of their own, for the tests of coming into a class. */
export async function startJoining() {
  const service = await startServiceTable();
  const stores = {
    people: new PeopleStore(service.db, service.table),
    classes: new ClassStore(service.db, service.table),
    joins: new JoinStore(service.db, service.table),
    tries: new TryStore(service.db, service.table),
  };
  return {
    ...stores,
    service,
    stores,
    newClass: async (): Promise<string> => {
      const classId = ulid();
      const request = { actor: 'a', key: ulid(), at };
      await createClass(stores.classes, { classId, code: ulid(), name: 'Lớp tối', request });
      return classId;
    },
    open: async (classId: string, wish: { places?: number; lastDay?: string } = {}, code = freshCode()) => {
      const made = await issueJoinCode(stores, { classId, code, requestKey: ulid(), ...wish }, cause);
      return typeof made === 'string' ? expect.fail(made) : made;
    },
    person: async (roles: readonly string[] = ['learner']): Promise<string> => {
      const personId = ulid();
      const one = {
        personId,
        fullName: 'Lê An',
        loginName: personId.toLowerCase(),
        roles,
        requestKey: ulid(),
      };
      await registerPerson(stores.people, one, cause);
      return personId;
    },
    join: (code: string, personId: string, when = at) =>
      joinByCode(stores, { code, personId }, { ...cause, at: when }),
    register: (code: string, over: Partial<Parameters<typeof registerByCode>[1]> = {}, when = at) =>
      registerByCode(
        stores,
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
      ),
    placesLeft: async (code: string) => (await stores.joins.findCode(code))?.placesLeft,
  };
}
