import type { CourseSummary, CourseRun as RunView } from '../contract.ts';
import type { CourseStore, RunDetails } from '../course-store.ts';
import type { Course } from '../domain/course.ts';

export const runView = ({
  runId,
  courseId,
  code,
  mode,
  room,
  seats,
  taken,
  waiting,
  startsOn,
  endsOn,
  open,
}: RunDetails): RunView => ({
  runId,
  courseId,
  code,
  mode,
  ...(room && { room }),
  seats,
  seatsTaken: taken,
  seatsLeft: Math.max(0, seats - taken),
  waiting,
  startsOn,
  endsOn,
  open,
});

/** Every course with the seats left in its open runs. */
export async function courseList(store: CourseStore): Promise<CourseSummary[]> {
  const courses = await store.listCourses();
  const runs = await Promise.all(courses.map((course) => store.runsOf(course.courseId)));
  return courses.map((course, index) => summaryOf(course, runs[index] ?? []));
}

const summaryOf = (course: Course, runs: readonly RunDetails[]): CourseSummary => {
  const open = runs.filter((run) => run.open);
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
export async function coursePage(store: CourseStore, idOrSlug: string) {
  const course = await store.findCourse(idOrSlug);
  if (!course) return undefined;
  const runs = await store.runsOf(course.courseId);
  return {
    ...course,
    competenceCodes: [...course.competenceCodes],
    lessons: [...course.lessons],
    runs: runs.map(runView),
  };
}
