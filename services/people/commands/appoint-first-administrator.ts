import type { Cause } from '#shared/messaging/outbox.ts';
import type { Accounts } from '../accounts.ts';
import type { Person } from '../domain/person.ts';
import { registered } from '../events-out.ts';
import type { PeopleStore } from '../store.ts';

export type FirstAdministrator = Pick<Person, 'personId' | 'fullName' | 'loginName'> & {
  readonly password: string;
};

/** Both roles that a new centre needs to set itself up: to run it and to enter people and courses. */
const ROLES = ['director', 'training-head'] as const;

/**
 * The person who sets a new centre up, with a password of their own. Works once in the life of a centre; only a
 * repeat that names the same person goes on, so that a crash before the password was set can be mended.
 */
export async function appointFirstAdministrator(
  store: PeopleStore,
  accounts: Accounts,
  { password, ...command }: FirstAdministrator,
  cause: Cause,
): Promise<{ readonly personId: string } | 'exists'> {
  const person: Person = { ...command, roles: ROLES, registeredAt: cause.at, account: 'pending' };
  const saved = await store.saveFirstAdministrator(person, registered(person, cause));
  const appointed = saved === 'saved' ? person : await unfinished(store, command.loginName);
  if (!appointed) return 'exists';
  await accounts.ensure(appointed);
  await accounts.setPassword(appointed.personId, password, 'lasting');
  await store.markAccountActive(appointed.personId);
  await store.markSetUp();
  return { personId: appointed.personId };
}

async function unfinished(store: PeopleStore, loginName: string): Promise<Person | undefined> {
  const first = await store.firstAdministrator();
  if (!first || first.canSignIn) return undefined;
  const person = await store.findPerson(first.personId);
  return person?.loginName === loginName ? person : undefined;
}
