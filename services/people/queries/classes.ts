import { type Actor, hasRole } from '#shared/auth/actor.ts';
import { compareNames, compareText } from '#shared/text/vietnamese.ts';
import type { ClassStore } from '../class-store.ts';
import type { SchoolClass } from '../domain/school-class.ts';

/** All classes for those who run the centre, a teacher's own for a teacher; with teachers and head count. */
export async function classList(store: ClassStore, actor: Actor): Promise<SchoolClass[]> {
  const all = await store.listClasses();
  const rows = await Promise.all(
    all.map(async ({ classId, code, name }) => {
      const members = await store.membersOf(classId);
      const teacherIds = members.filter((member) => member.as === 'teacher').map((member) => member.personId);
      return { classId, code, name, teacherIds, learnerCount: members.length - teacherIds.length };
    }),
  );
  const seesAll = hasRole(actor, 'director', 'training-head');
  return rows
    .filter((row) => seesAll || row.teacherIds.includes(actor.personId))
    .sort((a, b) => compareText(a.code, b.code));
}

/** Members with their names, by given name. Undefined when there is no such class or it is not the teacher's. */
export async function classMembers(store: ClassStore, actor: Actor, classId: string) {
  if (!(await store.findClass(classId))) return undefined;
  const members = await store.membersOf(classId);
  const own = members.some((member) => member.as === 'teacher' && member.personId === actor.personId);
  if (!own && !hasRole(actor, 'director', 'training-head')) return undefined;
  const people = await store.findPeople(members.map((member) => member.personId));
  const names = new Map(people.map((person) => [person.personId, person.fullName]));
  return members
    .map(({ personId, as, since }) => ({ personId, fullName: names.get(personId) ?? '', as, since }))
    .sort((a, b) => compareNames(a.fullName, b.fullName));
}
