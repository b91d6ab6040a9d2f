import type { CourseStore } from '../course-store.ts';
import type { Enrolment } from '../domain/course-run.ts';
import type { EnrolmentStore } from '../store.ts';
import { runView } from './course-pages.ts';

/** A person's enrolments with their runs and courses, newest request first; cancelled ones are left out. */
export async function myEnrolments(
  stores: { readonly enrolments: EnrolmentStore; readonly courses: CourseStore },
  personId: string,
  at: string,
) {
  const enrolments = (await stores.enrolments.enrolmentsOf(personId)).filter(
    (one) => one.status !== 'cancelled',
  );
  const runs = new Map(
    (await stores.courses.findRuns(enrolments.map((one) => one.runId))).map((run) => [run.runId, run]),
  );
  const courseIds = [...new Set(enrolments.map((one) => one.courseId))];
  const courses = new Map(
    (await Promise.all(courseIds.map((id) => stores.courses.findCourse(id)))).flatMap((course) =>
      course ? [[course.courseId, course] as const] : [],
    ),
  );
  const rows = await Promise.all(
    enrolments.map(async (enrolment) => {
      const run = runs.get(enrolment.runId);
      const course = courses.get(enrolment.courseId);
      if (!run || !course) return [];
      return [
        {
          ...enrolment,
          ...(await position(stores.enrolments, enrolment)),
          courseSlug: course.slug,
          courseTitle: course.title,
          run: runView(run, at),
        },
      ];
    }),
  );
  return rows.flat().sort((a, b) => b.requestedAt.localeCompare(a.requestedAt));
}

const position = async (store: EnrolmentStore, { status, runId, ticket }: Enrolment) =>
  status === 'waitlisted' && ticket !== undefined
    ? { queuePosition: await store.queuePosition(runId, ticket) }
    : {};
