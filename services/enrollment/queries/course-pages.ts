import type { CourseSummary, CourseRun as RunView } from '../contract.ts';
import type { CourseStore, RunDetails } from '../course-store.ts';
import type { Course } from '../domain/course.ts';
import { takesEnrolments } from '../domain/course-run.ts';

/** A run as it stands at an instant; the schema of the answer drops what is not for readers. */
export const runView = (run: RunDetails, at: string): RunView => ({
  ...run,
  seatsTaken: run.taken,
  seatsLeft: Math.max(0, run.seats - run.taken),
  open: takesEnrolments(run, at),
});

/** Every course with the seats left in its open runs. */
export async function courseList(store: CourseStore, at: string): Promise<CourseSummary[]> {
  const courses = await store.listCourses();
  const runs = await Promise.all(courses.map((course) => store.runsOf(course.courseId)));
  return courses.map((course, index) => summaryOf(course, runs[index] ?? [], at));
}

const summaryOf = (course: Course, runs: readonly RunDetails[], at: string): CourseSummary => {
  const open = runs.filter((run) => takesEnrolments(run, at));
  return {
    courseId: course.courseId,
    slug: course.slug,
    title: course.title,
    summary: course.summary,
    competenceCodes: [...course.competenceCodes] as string[],
    lessonCount: course.lessons.length,
    seatsLeft: open.reduce((sum, run) => sum + Math.max(0, run.seats - run.taken), 0),
    openRuns: open.length,
  };
};

/** One course with its lessons' titles and its runs, earliest first. */
export async function coursePage(store: CourseStore, idOrSlug: string, at: string) {
  const course = await store.findCourse(idOrSlug);
  if (!course) return undefined;
  const runs = await store.runsOf(course.courseId);
  return {
    ...course,
    competenceCodes: [...course.competenceCodes],
    lessons: [...course.lessons],
    runs: runs.map((run) => runView(run, at)),
  };
}
