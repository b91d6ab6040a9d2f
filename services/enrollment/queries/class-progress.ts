import { type Actor, hasRole } from '#shared/auth/actor.ts';
import { dayOf } from '#shared/time/local-time.ts';
import type { CourseStore } from '../course-store.ts';
import {
  hasCompleted,
  isActive,
  isBehind,
  isSeated,
  lastActivityOf,
  progressByCourse,
  type RunDays,
} from '../domain/class-progress.ts';
import type { Learning } from '../domain/learning.ts';
import type { ProgressStore } from '../progress-store.ts';

type Stores = { readonly progress: ProgressStore; readonly courses: CourseStore };
type When = { readonly at: string; readonly quietDays: number };

const NOTHING_YET = { version: 0, seats: {}, attempts: {} } as const;

/** Everybody's learning in the order asked for, also of those of whom nothing has been told yet. */
async function learningOf(store: ProgressStore, personIds: readonly string[]): Promise<Learning[]> {
  const known = new Map((await store.learningOf(personIds)).map((one) => [one.personId, one]));
  return personIds.map((personId) => known.get(personId) ?? { personId, ...NOTHING_YET });
}

const runsOf = async (store: CourseStore, people: readonly Learning[]): Promise<RunDays> =>
  new Map(
    (await store.findRuns(people.flatMap(({ seats }) => Object.keys(seats)))).map((run) => [run.runId, run]),
  );

/**
 * How far each learner of a class is. Undefined when there is no such class, or when a teacher asks for a class that
 * is not theirs: the two are not told apart.
 */
export async function classProgress(
  { progress, courses }: Stores,
  actor: Actor,
  classId: string,
  { at, quietDays }: When,
) {
  const members = await progress.membersOf(classId);
  const own = members.some(({ personId, as }) => as === 'teacher' && personId === actor.personId);
  if (members.length === 0 || !(own || hasRole(actor, 'training-head'))) return undefined;
  const people = await learningOf(
    progress,
    members.filter(({ as }) => as === 'learner').map(({ personId }) => personId),
  );
  const [runs, all] = await Promise.all([runsOf(courses, people), courses.listCourses()]);
  const learners = people.map((learning) => {
    const lastActivityAt = lastActivityOf(learning);
    return {
      personId: learning.personId,
      behind: isBehind(learning, runs, dayOf(at), quietDays),
      ...(lastActivityAt && { lastActivityAt }),
      courses: progressByCourse(learning),
    };
  });
  const shown = new Set(learners.flatMap((learner) => learner.courses.map(({ courseId }) => courseId)));
  return {
    classId,
    courses: all
      .filter(({ courseId }) => shown.has(courseId))
      .map(({ courseId, slug, title }) => ({ courseId, slug, title })),
    learners,
  };
}

/** Head counts of every class that has learners; of a teacher's own classes for a teacher. Names nobody. */
export async function classSummaries({ progress, courses }: Stores, actor: Actor, { at, quietDays }: When) {
  const learners = hasRole(actor, 'director', 'training-head')
    ? await progress.learnersOfAllClasses()
    : await learnersOfTeacher(progress, actor.personId);
  const people = await learningOf(progress, [...new Set(learners.map(({ personId }) => personId))]);
  const runs = await runsOf(courses, people);
  const byPerson = new Map(people.map((one) => [one.personId, one]));
  const today = dayOf(at);
  return [...new Set(learners.map(({ classId }) => classId))].sort().map((classId) => {
    const own = learners
      .filter((learner) => learner.classId === classId)
      .flatMap(({ personId }) => byPerson.get(personId) ?? []);
    const count = (is: (one: Learning) => boolean) => own.filter(is).length;
    return {
      classId,
      learners: own.length,
      seated: count(isSeated),
      completed: count(hasCompleted),
      active: count((one) => isActive(one, today, quietDays)),
      behind: count((one) => isBehind(one, runs, today, quietDays)),
    };
  });
}

async function learnersOfTeacher(store: ProgressStore, teacherId: string) {
  const classIds = await store.classesOfTeacher(teacherId);
  const members = await Promise.all(classIds.map((classId) => store.membersOf(classId)));
  return members.flat().filter(({ as }) => as === 'learner');
}
