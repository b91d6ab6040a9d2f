import type { CourseStore } from '../course-store.ts';
import type { Course, Lesson } from '../domain/course.ts';

export type CreateCourse = {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly competenceCodes: readonly string[];
  readonly lessons: readonly Lesson[];
  readonly request: { readonly actor: string; readonly key: string; readonly at: string };
};

/** Enters a course; the id of the course, which on a repeat is the one made first. */
export async function createCourse(
  store: CourseStore,
  command: CreateCourse,
): Promise<{ courseId: string } | 'slug-taken'> {
  const { lessons, request, ...course } = command;
  const titles = lessons.map(({ title, minutes }, index) => ({ lessonNo: index + 1, title, minutes }));
  const whole: Course = { ...course, lessons: titles };
  const identified = { ...request, route: 'create-course' };
  const saved = await store.saveCourse(whole, lessons, identified);
  if (saved === 'saved') return { courseId: course.courseId };
  if (saved === 'slug-taken') return 'slug-taken';
  return { courseId: (await store.findEarlier(identified)) ?? course.courseId };
}
