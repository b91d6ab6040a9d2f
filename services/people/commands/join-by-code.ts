import type { Cause } from '#shared/messaging/outbox.ts';
import type { TryStore } from '#shared/store/try-store.ts';
import type { ClassItem, ClassStore } from '../class-store.ts';
import { isOpen, type JoinCode } from '../domain/join-code.ts';
import { decideJoinByCode } from '../domain/school-class.ts';
import { type Asker, countersOf } from '../domain/wrong-codes.ts';
import { joined } from '../events-out.ts';
import type { JoinStore } from '../join-store.ts';
import type { PeopleStore } from '../store.ts';

export type JoinStores = {
  readonly classes: ClassStore;
  readonly people: PeopleStore;
  readonly joins: JoinStore;
  readonly tries: TryStore;
};
type Doors = Pick<JoinStores, 'classes' | 'joins' | 'tries'>;

type Found = { readonly joinCode: JoinCode; readonly schoolClass: ClassItem };
/** A wrong, closed, expired or used-up code all look alike, so that trying tells nothing about other classes. */
export type CodeRefusal = 'join-code-unknown' | 'too-many-codes';

/** The code and its class, while the asker may still try; whether it is open is for the caller to ask. */
export async function lookUpCode(
  { classes, joins, tries }: Doors,
  code: string,
  asker: Asker,
  at: string,
): Promise<Found | CodeRefusal> {
  const counters = countersOf(asker, at);
  if (!(await tries.take(counters, at))) return 'too-many-codes';
  const joinCode = await joins.findCode(code);
  const schoolClass = joinCode && (await classes.findClass(joinCode.classId));
  if (!joinCode || !schoolClass) return 'join-code-unknown';
  await tries.giveBack(counters);
  return { joinCode, schoolClass };
}

/** The class that an open code leads to. */
export async function classOfCode(
  stores: Doors,
  code: string,
  asker: Asker,
  at: string,
): Promise<ClassItem | CodeRefusal> {
  const found = await lookUpCode(stores, code, asker, at);
  if (typeof found === 'string') return found;
  return isOpen(found.joinCode, at) ? found.schoolClass : 'join-code-unknown';
}

/** Makes a learner a member of the class. Whoever is one already stays one and takes no place, also after it closed. */
export async function joinByCode(
  stores: JoinStores,
  { code, personId }: { readonly code: string; readonly personId: string },
  cause: Cause,
): Promise<ClassItem | CodeRefusal | 'not-found' | 'role-missing' | 'taken-off' | 'conflict'> {
  const found = await lookUpCode(stores, code, { kind: 'person', id: personId }, cause.at);
  if (typeof found === 'string') return found;
  const { joinCode, schoolClass } = found;
  const { classId } = schoolClass;
  const [person, existing] = await Promise.all([
    stores.people.findPerson(personId),
    stores.classes.findMembership(classId, personId),
  ]);
  if (!person) return 'not-found';
  const decision = decideJoinByCode(existing, person, { classId, at: cause.at });
  if (!decision.ok) return decision.reason;
  if (!decision.changed) return schoolClass;
  if (!isOpen(joinCode, cause.at)) return 'join-code-unknown';
  const entry = { code, at: cause.at };
  const saved = await stores.joins.saveMember(decision.membership, joined(decision.membership, cause), entry);
  if (saved === 'closed') return 'join-code-unknown';
  return saved === 'saved' ? schoolClass : saved;
}
