import { api } from '../../api/api.ts';
import { readLessons } from '../../state/reading.ts';
import { isAnswered, useResource } from '../../state/use-resource.ts';
import { type FirstLesson, firstCourse, firstLesson } from './first-lesson.ts';

/** Where a new member of a class begins; undefined while that is not known. */
export const useFirstLesson = (personId: string | undefined): FirstLesson | undefined => {
  const mine = useResource(personId ? () => api.listMyEnrolments() : undefined, [personId]);
  const courses = useResource(() => api.listCourses(), []);
  const isKnown = isAnswered(courses) && (!personId || isAnswered(mine));
  const courseId = isKnown
    ? firstCourse(mine.data?.enrolments ?? [], courses.data?.courses ?? [])
    : undefined;
  const course = useResource(courseId ? () => api.getCourse({ params: { courseId } }) : undefined, [
    courseId,
  ]);
  if (!isKnown || (courseId && !isAnswered(course))) return undefined;
  return firstLesson(course.data, readLessons(personId, courseId ?? ''));
};
