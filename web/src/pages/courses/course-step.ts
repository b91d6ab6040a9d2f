type Lesson = { readonly lessonNo: number; readonly title: string; readonly minutes: number };
type Held = { readonly enrolmentId: string; readonly status: string };

export type CourseStep =
  | ({ readonly kind: 'lesson' } & Lesson)
  | { readonly kind: 'record'; readonly enrolmentId: string }
  | { readonly kind: 'quiz'; readonly quizId: string }
  | { readonly kind: 'all-read' };

/**
 * The one button of a course: the record of who completed it, else the first lesson that was not read, else the quiz
 * for who has a seat.
 */
export const courseStep = (
  lessons: readonly Lesson[],
  read: readonly number[],
  enrolments: readonly Held[],
  quizId: string | undefined,
): CourseStep => {
  const completed = enrolments.find(({ status }) => status === 'completed');
  if (completed) return { kind: 'record', enrolmentId: completed.enrolmentId };
  const lesson = lessons.find(({ lessonNo }) => !read.includes(lessonNo));
  if (lesson) return { kind: 'lesson', ...lesson };
  const hasSeat = enrolments.some(({ status }) => status === 'confirmed');
  return quizId && hasSeat ? { kind: 'quiz', quizId } : { kind: 'all-read' };
};
