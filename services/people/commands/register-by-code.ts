import type { Cause } from '#shared/messaging/outbox.ts';
import type { IdempotentRequest } from '#shared/store/idempotency.ts';
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
): Promise<Registered | CodeRefusal | 'no-free-login-name'> {
  const request = { actor: command.claimHash, route: 'register-by-code', key: command.requestKey, at };
  const earlier = await madeEarlier(stores, request);
  if (earlier) return earlier;
  const found = await lookUpCode(stores, command.code, command.asker, at);
  if (typeof found === 'string') return found;
  const { schoolClass, joinCode } = found;
  if (!isOpen(joinCode, at)) return 'join-code-unknown';
  for (const loginName of command.loginNames) {
    const newcomer = newcomerOf(command, loginName, schoolClass.classId, { ...trace, at });
    const saved = await stores.joins.saveNewcomer(newcomer, { code: command.code, at }, request);
    if (saved === 'saved') return { person: newcomer.person, schoolClass };
    if (saved === 'closed') return 'join-code-unknown';
    if (saved === 'repeated') return (await madeEarlier(stores, request)) ?? nothingMade();
  }
  return 'no-free-login-name';
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

/**
 * Whom the same request made before. Looked for before anything is asked of the code: it may have been closed, or tried
 * too often, since.
 */
async function madeEarlier(
  { joins, people, classes }: JoinStores,
  request: IdempotentRequest,
): Promise<Registered | undefined> {
  const entered = await joins.findEarlierNewcomer(request);
  if (!entered) return undefined;
  const [person, schoolClass] = await Promise.all([
    people.findPerson(entered.personId),
    classes.findClass(entered.classId),
  ]);
  return person && schoolClass ? { person, schoolClass } : nothingMade();
}

function nothingMade(): never {
  throw new Error('A request that was repeated has no result');
}
