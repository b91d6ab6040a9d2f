import { formatMark } from '../../../../shared/marks/marks.ts';
import { compareNames } from '../../../../shared/text/vietnamese.ts';
import { dayOf, daysBetween } from '../../../../shared/time/local-time.ts';
import type { BodyOf } from '../../api/types.ts';
import type { Messages } from '../../messages/language.ts';

type Members = BodyOf<'listClassMembers'>['members'];
type Progress = BodyOf<'getClassProgress'>;
export type CourseProgress = Progress['learners'][number]['courses'][number];

/** A learner of the class: the name from the register, the rest from the picture of the class. */
export type Learner = {
  readonly personId: string;
  readonly fullName: string;
  readonly behind: boolean;
  readonly lastActivityAt?: string | undefined;
  readonly courses: ReadonlyMap<string, CourseProgress>;
};

/** Names and progress joined, by given name. Somebody of whom nothing has been told yet is there with no courses. */
export function rosterOf(members: Members, { learners }: Progress): readonly Learner[] {
  const known = new Map(learners.map((learner) => [learner.personId, learner]));
  return members
    .filter(({ as }) => as === 'learner')
    .map(({ personId, fullName }) => {
      const { behind = false, lastActivityAt, courses = [] } = known.get(personId) ?? {};
      return {
        ...{ personId, fullName, behind, lastActivityAt },
        courses: new Map(courses.map((course) => [course.courseId, course])),
      };
    })
    .sort((a, b) => compareNames(a.fullName, b.fullName));
}

export type MarkState = keyof Messages['teaching']['states'];

/** From here on a passed course shows as passed well: eight of ten, which schools call "giỏi". */
const WELL = 800;

/** How a course stands for a learner, for its cell in the table. */
export function stateOf(course: CourseProgress | undefined): MarkState {
  const { status, bestHundredths } = course ?? {};
  if (status === 'completed') return (bestHundredths ?? 0) >= WELL ? 'good' : 'passed';
  if (bestHundredths !== undefined) return 'almost';
  if (status === 'confirmed') return 'open';
  return status === 'waitlisted' ? 'waiting' : 'none';
}

/** A cell in words: "7,5 điểm, đạt". */
export const markText = (course: CourseProgress | undefined, t: Messages['teaching']): string => {
  const state = t.states[stateOf(course)];
  const mark = course?.bestHundredths;
  return mark === undefined ? state : t.markOf(formatMark(mark), state);
};

export const hasCompleted = ({ courses }: Learner): boolean =>
  [...courses.values()].some(({ status }) => status === 'completed');

/** "hôm nay", "hôm qua", "3 ngày trước", counted in days of Ho Chi Minh City. */
export function agoText(instant: string | undefined, now: string, t: Messages['teaching']): string {
  if (!instant) return t.never;
  const days = daysBetween(dayOf(instant), dayOf(now));
  if (days <= 0) return t.today;
  return days === 1 ? t.yesterday : t.daysAgo(days);
}

/** The sentence that stands before the numbers of a class. */
export function classSentence(
  counts: { readonly learners: number; readonly completed: number; readonly behind: number },
  quietDays: number,
  t: Messages['teaching'],
): string {
  const { learners, completed, behind } = counts;
  if (learners === 0) return t.empty;
  const done = completed === 0 ? t.noneDone(learners) : t.doneOf(completed, learners);
  const quiet = behind > 0 ? t.behind(behind, quietDays) : t.nobodyBehind;
  return `${completed === learners ? t.allDone(learners) : done} ${quiet}`;
}
