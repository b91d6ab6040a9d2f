import type { Accounts } from '../accounts.ts';
import { initialPassword } from '../domain/initial-password.ts';
import { drawnFrom, hashOfClaim } from '../domain/newcomer.ts';
import type { JoinStore } from '../join-store.ts';
import type { PeopleStore } from '../store.ts';

type Issued = { readonly loginName: string; readonly password: string };

/**
 * The password of somebody who registered by code, for the page that did it and for nobody else. Once the account
 * exists; asked again within the hour, the same one. It is set the first time only: afterwards the person may have
 * chosen an own one, which an answer that was lost must not undo.
 */
export async function claimPassword(
  { people, joins }: { readonly people: PeopleStore; readonly joins: JoinStore },
  accounts: Pick<Accounts, 'setPassword'>,
  { personId, claim, at }: { readonly personId: string; readonly claim: string; readonly at: string },
): Promise<Issued | 'not-found' | 'account-pending'> {
  const kept = await joins.findClaim(personId);
  if (!kept || kept.hash !== hashOfClaim(claim) || at >= kept.until) return 'not-found';
  const person = await people.findPerson(personId);
  if (!person) return 'not-found';
  if (person.account === 'pending') return 'account-pending';
  const password = initialPassword(drawnFrom(claim, personId));
  if (kept.usedAt === undefined) {
    await accounts.setPassword(personId, password, 'lasting');
    await joins.markClaimUsed(personId, at);
  }
  return { loginName: person.loginName, password };
}
