import type { Role } from '#shared/contract/roles.ts';
import type { Accounts } from '../accounts.ts';
import { mayEntrust } from '../domain/person.ts';
import type { JoinStore } from '../join-store.ts';
import type { PeopleStore } from '../store.ts';

type Issued = { readonly loginName: string; readonly initialPassword: string };

/**
 * Sets a password to hand over; the person chooses an own one at the next sign-in. The page by which a newcomer
 * registered has no claim any more from here on, or it would set its own again.
 */
export async function issueInitialPassword(
  { people, joins }: { readonly people: PeopleStore; readonly joins: JoinStore },
  accounts: Pick<Accounts, 'setPassword'>,
  { personId, password, by }: { personId: string; password: string; by: readonly Role[] },
): Promise<Issued | 'not-found' | 'forbidden' | 'account-pending'> {
  const person = await people.findPerson(personId);
  if (!person) return 'not-found';
  if (!mayEntrust(by, person.roles)) return 'forbidden';
  if (person.account === 'pending') return 'account-pending';
  await joins.dropClaim(personId);
  await accounts.setPassword(personId, password, 'once');
  return { loginName: person.loginName, initialPassword: password };
}
