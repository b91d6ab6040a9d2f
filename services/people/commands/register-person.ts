import type { Cause } from '#shared/messaging/outbox.ts';
import type { Person } from '../domain/person.ts';
import { registered } from '../events-out.ts';
import type { PeopleStore } from '../store.ts';

export type RegisterPerson = Pick<Person, 'personId' | 'fullName' | 'loginName' | 'roles' | 'birthYear'> & {
  readonly requestKey: string;
};

/** Enters a person; on a repeat of the request, the person entered first. The account follows by event. */
export async function registerPerson(
  store: PeopleStore,
  { requestKey, ...command }: RegisterPerson,
  cause: Cause,
): Promise<Person | 'login-name-taken'> {
  const person: Person = { ...command, registeredAt: cause.at, account: 'pending' };
  const request = { actor: cause.actor, route: 'register-person', key: requestKey, at: cause.at };
  const saved = await store.savePerson(person, registered(person, cause), request);
  if (saved === 'saved') return person;
  if (saved === 'login-name-taken') return saved;
  const earlier = await store.findEarlier(request);
  return (earlier && (await store.findPerson(earlier))) || person;
}
