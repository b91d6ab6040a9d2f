import { givenName } from '../../format/numbers.ts';
import type { Messages } from '../../messages/language.ts';
import type { Learner } from './roster.ts';

type Course = { readonly courseId: string; readonly slug: string; readonly title: string };
type About = { readonly className: string; readonly courses: readonly Course[]; readonly origin: string };

/** The course to go on with: the first in which the learner holds a seat and is not done. */
const openCourseOf = ({ courses }: Learner, all: readonly Course[]): Course | undefined =>
  all.find(({ courseId }) => courses.get(courseId)?.status === 'confirmed');

/** Whom to remind first: who has been away longest, those who never began before all others. */
export const byAbsence = (learners: readonly Learner[]): readonly Learner[] =>
  learners
    .filter(({ behind }) => behind)
    .sort((a, b) => (a.lastActivityAt ?? '').localeCompare(b.lastActivityAt ?? ''));

/**
 * A message to paste into Zalo: to one person by given name with their own open course, to several with the start
 * page. It carries no marks: a group reads it.
 */
export function reminderFor(
  people: readonly Learner[],
  { className, courses, origin }: About,
  t: Messages['teaching']['remind'],
): string {
  const [first, ...others] = people;
  if (!first) return '';
  if (others.length > 0)
    return t.group(people.map(({ fullName }) => givenName(fullName)).join(', '), className, `${origin}/`);
  const course = openCourseOf(first, courses);
  const address = course ? `${origin}/khoa-hoc/${course.slug}` : `${origin}/`;
  return t.one(givenName(first.fullName), className, course?.title ?? className, address);
}
