import type { Cause } from '#shared/messaging/outbox.ts';
import type { ClassStore } from '../class-store.ts';
import { decideJoin, decideLeave, type Membership } from '../domain/school-class.ts';
import { joined, left } from '../events-out.ts';
import type { PeopleStore } from '../store.ts';

type Member = { readonly classId: string; readonly personId: string };

/** Makes a person a member of a class. `'not-found'` when either does not exist. */
export async function joinClass(
  stores: { readonly classes: ClassStore; readonly people: PeopleStore },
  command: Member & { readonly as: 'learner' | 'teacher' },
  cause: Cause,
): Promise<Membership | 'not-found' | 'role-missing' | 'conflict'> {
  const { classId, personId } = command;
  const [schoolClass, person, existing] = await Promise.all([
    stores.classes.findClass(classId),
    stores.people.findPerson(personId),
    stores.classes.findMembership(classId, personId),
  ]);
  if (!schoolClass || !person) return 'not-found';
  const decision = decideJoin(existing, person, { classId, as: command.as, at: cause.at });
  if (!decision.ok) return decision.reason;
  if (!decision.changed) return decision.membership;
  const saved = await stores.classes.saveMembership(decision.membership, joined(decision.membership, cause));
  return saved === 'conflict' ? saved : decision.membership;
}

/** Takes a person off a class. */
export async function leaveClass(
  classes: ClassStore,
  { classId, personId }: Member,
  cause: Cause,
): Promise<'left' | 'not-found' | 'conflict'> {
  const membership = decideLeave(await classes.findMembership(classId, personId));
  if (!membership) return 'not-found';
  const saved = await classes.saveMembership(membership, left(membership, cause));
  return saved === 'conflict' ? saved : 'left';
}
