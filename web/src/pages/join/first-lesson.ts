type Enrolled = { readonly courseId: string; readonly status: string };
type Listed = { readonly courseId: string; readonly lessonCount: number };
type Course = {
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly { readonly lessonNo: number; readonly title: string }[];
};

/** Where to begin; without a lesson the list of courses says what there is. */
export type FirstLesson = { readonly href: string; readonly course?: string; readonly title?: string };
const LIST: FirstLesson = { href: '/khoa-hoc' };

/**
 * The course in which somebody who has just come into a class begins: the one they have a seat in, else the first that
 * has lessons. A class has no course of its own: its people take whichever they like, and lessons are open to all.
 */
export const firstCourse = (
  enrolments: readonly Enrolled[],
  courses: readonly Listed[],
): string | undefined =>
  (
    enrolments.find(({ status }) => status === 'confirmed') ??
    courses.find(({ lessonCount }) => lessonCount > 0)
  )?.courseId;

/** The first lesson of a course that was not read, or its first one for who has read all. */
export const firstLesson = (course: Course | undefined, read: readonly number[]): FirstLesson => {
  const lesson = course?.lessons.find(({ lessonNo }) => !read.includes(lessonNo)) ?? course?.lessons[0];
  if (!course || !lesson) return LIST;
  const href = `/khoa-hoc/${course.slug}/bai/${lesson.lessonNo}`;
  return { href, course: course.title, title: lesson.title };
};
