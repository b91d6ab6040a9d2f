import { type Actor, hasRole } from '#shared/auth/actor.ts';
import type { ClassStore } from '../class-store.ts';

/**
 * Whose marks somebody may see and change: a teacher those of the own classes, the training office those of everybody.
 * `'not-found'` for a class that does not exist or is another teacher's: the two are not told apart.
 */
export async function learnersInSight(
  store: ClassStore,
  actor: Actor,
  classId?: string,
): Promise<ReadonlySet<string> | 'everybody' | 'not-found'> {
  const mayAll = hasRole(actor, 'training-head');
  if (classId === undefined && mayAll) return 'everybody';
  const asked = classId === undefined ? await store.classesOfTeacher(actor.personId) : [classId];
  const classes = await Promise.all(asked.map((each) => store.membersOf(each)));
  const seen = classes.filter(
    (members) =>
      members.length > 0 &&
      (mayAll || members.some(({ as, personId }) => as === 'teacher' && personId === actor.personId)),
  );
  if (classId !== undefined && seen.length === 0) return 'not-found';
  return new Set(seen.flat().flatMap(({ as, personId }) => (as === 'learner' ? [personId] : [])));
}

/** Whether somebody decides about this person. Nobody decides about themselves, whatever else they may. */
export const isInSight = (
  learners: Awaited<ReturnType<typeof learnersInSight>>,
  actor: Actor,
  personId: string,
): boolean =>
  personId !== actor.personId &&
  (learners === 'everybody' || (learners !== 'not-found' && learners.has(personId)));
