import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import {
  CompetenceCode,
  Day,
  Hundredths,
  Id,
  IdempotencyKey,
  Instant,
  Line,
  Text,
} from '#shared/contract/values.ts';
import { classProgressRoutes, EnrolmentStatus } from './contract-class-progress.ts';

const Mode = z.enum(['in-person', 'online', 'blended']);

export const CourseRun = z
  .object({
    runId: Id,
    courseId: Id,
    code: z.string(),
    mode: Mode,
    room: z.string().optional(),
    seats: z.int(),
    seatsTaken: z.int(),
    seatsLeft: z.int(),
    waiting: z.int(),
    startsOn: Day,
    endsOn: Day,
    open: z.boolean(),
  })
  .meta({ id: 'CourseRun' });
export type CourseRun = z.infer<typeof CourseRun>;

const LessonTitle = z.object({ lessonNo: z.int(), title: z.string(), minutes: z.int() });
const Lesson = LessonTitle.extend({
  /** Markdown: headings, paragraphs, lists, emphasis, block quotes. No HTML. */
  text: z.string(),
  competenceCodes: z.array(CompetenceCode),
}).meta({ id: 'Lesson' });

export const CourseSummary = z
  .object({
    courseId: Id,
    slug: z.string(),
    title: z.string(),
    summary: z.string(),
    competenceCodes: z.array(CompetenceCode),
    lessonCount: z.int(),
    seatsLeft: z.int(),
    openRuns: z.int(),
  })
  .meta({ id: 'CourseSummary' });

export type CourseSummary = z.infer<typeof CourseSummary>;

const Course = CourseSummary.omit({ seatsLeft: true, openRuns: true, lessonCount: true })
  .extend({ lessons: z.array(LessonTitle), runs: z.array(CourseRun) })
  .meta({ id: 'Course' });

const Enrolment = z
  .object({
    enrolmentId: Id,
    runId: Id,
    courseId: Id,
    personId: Id,
    status: EnrolmentStatus,
    /** 1 is next; present while waitlisted. */
    queuePosition: z.int().optional(),
    resultHundredths: Hundredths.optional(),
    requestedAt: Instant,
    completedAt: Instant.optional(),
  })
  .meta({ id: 'Enrolment' });

const MyEnrolment = Enrolment.extend({
  courseSlug: z.string(),
  courseTitle: z.string(),
  run: CourseRun,
}).meta({
  id: 'MyEnrolment',
});

export const enrollmentRoutes = {
  listCourses: route({
    method: 'GET',
    path: '/v1/courses',
    roles: 'public',
    summary: 'All courses, with the seats left in their open runs',
    answers: { 200: z.object({ courses: z.array(CourseSummary) }) },
  }),
  getCourse: route({
    method: 'GET',
    path: '/v1/courses/{courseId}',
    roles: 'public',
    summary: 'One course with its lessons’ titles and its runs; the slug works as well as the identifier',
    params: z.object({ courseId: z.string().min(1).max(80) }),
    answers: { 200: Course },
    refusals: ['not-found'],
  }),
  getLesson: route({
    method: 'GET',
    path: '/v1/courses/{courseId}/lessons/{lessonNo}',
    roles: 'public',
    summary: 'The text of one lesson',
    params: z.object({
      courseId: z.string().min(1).max(80),
      lessonNo: z.coerce.number().int().min(1).max(200),
    }),
    answers: { 200: Lesson },
    refusals: ['not-found'],
  }),
  createCourse: route({
    method: 'POST',
    path: '/v1/courses',
    roles: ['training-head'],
    summary: 'Enter a course with its written lessons',
    headers: IdempotencyKey,
    body: z.strictObject({
      slug: z
        .string()
        .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
        .max(60),
      title: Line(120),
      summary: Line(400),
      competenceCodes: z.array(CompetenceCode).min(1).max(12),
      lessons: z
        .array(
          z.strictObject({
            title: Line(120),
            minutes: z.int().min(1).max(240),
            text: Text(20_000),
            competenceCodes: z.array(CompetenceCode).max(6),
          }),
        )
        .min(1)
        .max(40),
    }),
    answers: { 201: Course },
    refusals: ['slug-taken'],
  }),
  openRun: route({
    method: 'POST',
    path: '/v1/courses/{courseId}/runs',
    roles: ['training-head'],
    summary: 'Open a course run for enrolment',
    params: z.object({ courseId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({
      code: Line(20),
      mode: Mode,
      room: Line(60).optional(),
      seats: z.int().min(1).max(2000),
      startsOn: Day,
      endsOn: Day,
    }),
    answers: { 201: CourseRun },
    refusals: ['not-found', 'ends-before-it-starts'],
  }),
  enrol: route({
    method: 'POST',
    path: '/v1/course-runs/{runId}/enrolments',
    roles: ['learner', 'training-head'],
    summary: 'Take a seat, or a place in the queue when the run is full',
    params: z.object({ runId: Id }),
    headers: IdempotencyKey,
    body: z.strictObject({
      /** Whom to enrol; a learner enrols only oneself, and may leave this out. */
      personId: Id.optional(),
      touchId: Id.optional(),
    }),
    answers: { 201: Enrolment, 202: Enrolment },
    refusals: ['not-found', 'forbidden', 'already-enrolled', 'run-closed', 'conflict'],
  }),
  cancelEnrolment: route({
    method: 'DELETE',
    path: '/v1/course-runs/{runId}/enrolments/{personId}',
    roles: ['learner', 'training-head'],
    summary: 'Give up a seat, which goes to the first in the queue, or a place in the queue',
    params: z.object({ runId: Id, personId: Id }),
    answers: { 200: Enrolment },
    refusals: ['not-found', 'already-completed', 'conflict'],
  }),
  listMyEnrolments: route({
    method: 'GET',
    path: '/v1/my/enrolments',
    roles: 'anyone',
    summary: 'The caller’s seats, places in queues and results',
    answers: { 200: z.object({ enrolments: z.array(MyEnrolment) }) },
  }),
  listRunEnrolments: route({
    method: 'GET',
    path: '/v1/course-runs/{runId}/enrolments',
    roles: ['training-head', 'director'],
    summary: 'Who holds a seat in a run, who waits and who gave up, a page at a time by identifier',
    params: z.object({ runId: Id }),
    query: z.object({ cursor: z.string().max(2000).optional() }),
    answers: { 200: z.object({ enrolments: z.array(Enrolment), next: z.string().optional() }) },
    refusals: ['not-found', 'invalid-cursor'],
  }),
  ...classProgressRoutes,
};
