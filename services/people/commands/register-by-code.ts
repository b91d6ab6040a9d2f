import type { Cause } from '#shared/messaging/outbox.ts';
import type { ClassItem } from '../class-store.ts';
import { isOpen } from '../domain/join-code.ts';
import { CLAIM_LIFE_MS } from '../domain/newcomer.ts';
import type { Person } from '../domain/person.ts';
import { decideJoin } from '../domain/school-class.ts';
import type { Asker } from '../domain/wrong-codes.ts';
import { joined, registered } from '../events-out.ts';
import { type CodeRefusal, type JoinStores, lookUpCode } from './join-by-code.ts';

export type RegisterByCode = Pick<Person, 'personId' | 'fullName' | 'birthYear'> & {
  readonly code: string;
  readonly asker: Asker;
  /** Tried one after the other until one is free. */
  readonly loginNames: readonly string[];
  readonly claimHash: string;
  readonly requestKey: string;
};

export type Registered = { readonly person: Person; readonly schoolClass: ClassItem };

/**
 * Enters somebody who has a class's code as a learner of that class. Nobody is signed in, so the new person is the
 * actor of both events, and a request is told apart by the page's claim.
 */
export async function registerByCode(
  stores: JoinStores,
  command: RegisterByCode,
  { at, ...trace }: Cause,
): Promise<Registered | CodeRefusal | 'login-name-taken'> {
  const request = { actor: command.claimHash, route: 'register-by-code', key: command.requestKey, at };
  const found = await lookUpCode(stores, command.code, command.asker, at);
  if (typeof found === 'string') return found;
  const { schoolClass, joinCode } = found;
  const earlier = await stores.joins.findEarlier(request);
  const before = earlier && (await stores.people.findPerson(earlier));
  if (before) return { person: before, schoolClass };
  if (!isOpen(joinCode, at)) return 'join-code-unknown';
  for (const loginName of command.loginNames) {
    const newcomer = newcomerOf(command, loginName, schoolClass.classId, { ...trace, at });
    const saved = await stores.joins.saveNewcomer(newcomer, { code: command.code, at }, request);
    if (saved === 'saved') return { person: newcomer.person, schoolClass };
    if (saved === 'closed') return 'join-code-unknown';
    if (saved === 'repeated') return repeated(stores, request, schoolClass);
  }
  return 'login-name-taken';
}

function newcomerOf(
  { personId, fullName, birthYear, claimHash }: RegisterByCode,
  loginName: string,
  classId: string,
  given: Cause,
) {
  const { at } = given;
  const person: Person = {
    personId,
    fullName,
    loginName,
    roles: ['learner'],
    ...(birthYear !== undefined && { birthYear }),
    registeredAt: at,
    account: 'pending',
  };
  const decision = decideJoin(undefined, person, { classId, as: 'learner', at });
  if (!decision.ok) throw new Error(`A newcomer cannot be a learner: ${decision.reason}`);
  const { membership } = decision;
  const cause = { ...given, actor: personId };
  return {
    person,
    membership,
    claim: { hash: claimHash, until: new Date(Date.parse(at) + CLAIM_LIFE_MS).toISOString() },
    outboxes: { person: registered(person, cause), membership: joined(membership, cause) },
  };
}

/** Two sendings of one request arrived at the same moment: the other one made the person. */
async function repeated(
  { joins, people }: JoinStores,
  request: { readonly actor: string; readonly route: string; readonly key: string },
  schoolClass: ClassItem,
): Promise<Registered> {
  const personId = await joins.findEarlier(request);
  const person = personId && (await people.findPerson(personId));
  if (!person) throw new Error('A request that was repeated has no result');
  return { person, schoolClass };
}
