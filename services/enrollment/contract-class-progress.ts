import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Hundredths, Id, Instant } from '#shared/contract/values.ts';

export const EnrolmentStatus = z.enum(['confirmed', 'waitlisted', 'cancelled', 'completed']);

/** Tries and the best mark that counts; a mark that waits for a teacher is not among them. */
const Tries = z.object({ attempts: z.int(), bestHundredths: Hundredths.optional() });

const LearnerProgress = z
  .object({
    personId: Id,
    /** Should be asked after, by the rule of `isBehind` in services/enrollment/domain. */
    behind: z.boolean(),
    lastActivityAt: Instant.optional(),
    courses: z.array(
      Tries.extend({
        courseId: Id,
        status: EnrolmentStatus.optional(),
        lastActivityAt: Instant.optional(),
        quizzes: z.array(Tries.extend({ quizId: Id, passed: z.boolean() })),
      }),
    ),
  })
  .meta({ id: 'LearnerProgress' });

const ClassProgress = z
  .object({
    classId: Id,
    /** The courses that somebody of the class has a seat in or took a quiz of. */
    courses: z.array(z.object({ courseId: Id, slug: z.string(), title: z.string() })),
    learners: z.array(LearnerProgress),
  })
  .meta({ id: 'ClassProgress' });

const ClassSummary = z
  .object({
    classId: Id,
    learners: z.int(),
    /** Learners who hold or held a seat in a course run. */
    seated: z.int(),
    /** Learners who completed at least one course. */
    completed: z.int(),
    /** Learners who opened or handed in a quiz within the last `quietDays` days. */
    active: z.int(),
    /** Learners who should be asked after. */
    behind: z.int(),
  })
  .meta({ id: 'ClassSummary' });

/** After so many days without a quiz a learner under way counts as behind. */
const QuietDays = z.object({ quietDays: z.coerce.number().int().min(1).max(90).default(7) });

/** How far the learners of classes are: a part of `enrollmentRoutes`. */
export const classProgressRoutes = {
  getClassProgress: route({
    method: 'GET',
    path: '/v1/classes/{classId}/progress',
    roles: ['teacher', 'training-head'],
    summary:
      'How far each learner of a class is; teachers see their own classes only. Every call is logged as access',
    params: z.object({ classId: Id }),
    query: QuietDays,
    answers: { 200: ClassProgress },
    refusals: ['not-found'],
  }),
  listClassSummaries: route({
    method: 'GET',
    path: '/v1/class-summaries',
    roles: ['teacher', 'training-head', 'director'],
    summary: 'Head counts of the classes that have learners, a teacher’s own for a teacher; names nobody',
    query: QuietDays,
    answers: { 200: z.object({ classes: z.array(ClassSummary) }) },
  }),
};
