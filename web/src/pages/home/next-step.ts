type Course = {
  readonly courseId: string;
  readonly slug: string;
  readonly title: string;
  readonly lessons: readonly {
    readonly lessonNo: number;
    readonly title: string;
    readonly minutes: number;
  }[];
};
type Enrolled = { readonly courseId: string; readonly status: string };

export type NextStep =
  | { readonly kind: 'choose' }
  | { readonly kind: 'lesson'; readonly lessonNo: number; readonly title: string; readonly minutes: number }
  | { readonly kind: 'quiz'; readonly quizId: string };

/** The course a person is at: the first one with a seat that is not completed, else the first one waited for. */
export const currentCourse = <E extends Enrolled>(enrolments: readonly E[]): E | undefined =>
  enrolments.find(({ status }) => status === 'confirmed') ??
  enrolments.find(({ status }) => status === 'waitlisted');

/** The one thing to do next: the first lesson not read, then the quiz when there is a seat, then another course. */
export const nextStep = (
  course: Course | undefined,
  read: readonly number[],
  quizId: string | undefined,
  hasSeat: boolean,
): NextStep => {
  const lesson = course?.lessons.find(({ lessonNo }) => !read.includes(lessonNo));
  if (lesson) return { kind: 'lesson', ...lesson };
  if (course && quizId && hasSeat) return { kind: 'quiz', quizId };
  return { kind: 'choose' };
};
