import { ulid } from 'ulid';
import { hasRole } from '#shared/auth/actor.ts';
import { routeKey } from '#shared/contract/route.ts';
import { refuse } from '#shared/http/problem.ts';
import { type Call, serviceApi } from '#shared/http/service-api.ts';
import { logAccess } from '#shared/observability/access-log.ts';
import { connect, tableName } from '#shared/store/document-client.ts';
import { retryOnConflict } from '#shared/store/retry-on-conflict.ts';
import { cancelEnrolment } from '../commands/cancel-enrolment.ts';
import { createCourse } from '../commands/create-course.ts';
import { enrol } from '../commands/enrol.ts';
import { openRun } from '../commands/open-run.ts';
import { enrollmentRoutes } from '../contract.ts';
import { CourseStore } from '../course-store.ts';
import { enrollmentProblems } from '../problems.ts';
import { ProgressStore } from '../progress-store.ts';
import { classProgress, classSummaries } from '../queries/class-progress.ts';
import { courseList, coursePage, runView } from '../queries/course-pages.ts';
import { myEnrolments } from '../queries/my-enrolments.ts';
import { EnrolmentStore } from '../store.ts';

const db = connect();
const enrolments = new EnrolmentStore(db, tableName());
const courses = new CourseStore(db, tableName());
const progress = new ProgressStore(db, tableName());

type EnrolCall = Call<typeof enrollmentRoutes.enrol>;
type CancelCall = Call<typeof enrollmentRoutes.cancelEnrolment>;

/** A learner acts for oneself; the training head for anybody. */
const mayActFor = (call: EnrolCall | CancelCall, personId: string): boolean =>
  personId === call.actor.personId || hasRole(call.actor, 'training-head');

async function takeSeat(call: EnrolCall) {
  const { personId = call.actor.personId, touchId } = call.body;
  if (!mayActFor(call, personId)) return refuse('forbidden', '/body/personId');
  const command = {
    runId: call.params.runId,
    personId,
    enrolmentId: ulid(),
    at: call.at,
    requestKey: call.headers['idempotency-key'],
    ...(touchId && { touchId }),
  };
  const outcome = await retryOnConflict(() => enrol(enrolments, command, call.cause));
  if (!outcome) return refuse('conflict');
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  if (outcome.kind === 'confirmed') return { status: 201, body: outcome.enrolment } as const;
  return { status: 202, body: { ...outcome.enrolment, queuePosition: outcome.queuePosition } } as const;
}

async function giveUpSeat(call: CancelCall) {
  const { runId, personId } = call.params;
  // Whether somebody else holds a seat is nobody's business, so a foreign enrolment is "not found".
  if (!mayActFor(call, personId)) return refuse('not-found');
  const outcome = await retryOnConflict(() => cancelEnrolment(enrolments, { runId, personId }, call.cause));
  if (!outcome) return refuse('conflict');
  if (outcome.kind === 'refused') return refuse(outcome.reason);
  return { status: 200, body: outcome.enrolment } as const;
}

async function showClass({ params, query, actor, at }: Call<typeof enrollmentRoutes.getClassProgress>) {
  const shown = await classProgress({ progress, courses }, actor, params.classId, { ...query, at });
  if (!shown) return refuse('not-found');
  const route = routeKey(enrollmentRoutes.getClassProgress);
  logAccess(actor, { route, subject: params.classId, people: shown.learners.length });
  return { status: 200, body: shown } as const;
}

async function showCourse(idOrSlug: string, at: string) {
  const course = await coursePage(courses, idOrSlug, at);
  return course ?? refuse('not-found');
}

export const handler = serviceApi(enrollmentRoutes, enrollmentProblems, {
  listCourses: async ({ at }) => ({ status: 200, body: { courses: await courseList(courses, at) } }),
  getCourse: async ({ params, at }) => {
    const course = await showCourse(params.courseId, at);
    return 'refusal' in course ? course : { status: 200, body: course };
  },
  getLesson: async ({ params }) => {
    const course = await courses.findCourse(params.courseId);
    const lesson = course && (await courses.findLesson(course.courseId, params.lessonNo));
    return lesson
      ? { status: 200, body: { ...lesson, competenceCodes: [...lesson.competenceCodes] } }
      : refuse('not-found');
  },
  createCourse: async ({ body, headers, actor, at }) => {
    const request = { actor: actor.personId, key: headers['idempotency-key'], at };
    const made = await createCourse(courses, { ...body, courseId: ulid(), request });
    if (made === 'slug-taken') return refuse('slug-taken', '/body/slug');
    const course = await showCourse(made.courseId, at);
    return 'refusal' in course ? course : { status: 201, body: course };
  },
  openRun: async ({ params, body, headers, cause, at }) => {
    const command = {
      ...body,
      courseId: params.courseId,
      runId: ulid(),
      requestKey: headers['idempotency-key'],
    };
    const opened = await openRun(courses, command, cause);
    if (opened === 'ends-before-it-starts') return refuse(opened, '/body/endsOn');
    if (opened === 'not-found') return refuse(opened);
    const [run] = await courses.findRuns([opened.runId]);
    return run ? { status: 201, body: runView(run, at) } : refuse('not-found');
  },
  enrol: takeSeat,
  cancelEnrolment: giveUpSeat,
  listMyEnrolments: async ({ actor, at }) => ({
    status: 200,
    body: { enrolments: await myEnrolments({ enrolments, courses }, actor.personId, at) },
  }),
  listRunEnrolments: async ({ params, query }) => {
    if (!(await enrolments.findRun(params.runId))) return refuse('not-found');
    const page = await enrolments.listRunEnrolments(params.runId, query.cursor);
    return page === 'invalid-cursor' ? refuse(page, '/query/cursor') : { status: 200, body: page };
  },
  getClassProgress: showClass,
  listClassSummaries: async ({ query, actor, at }) => ({
    status: 200,
    body: { classes: await classSummaries({ progress, courses }, actor, { ...query, at }) },
  }),
});
