import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Hundredths, Id, Instant, Line } from '#shared/contract/values.ts';

export const Grade = z
  .object({
    /** Counts the marks of one attempt; the highest is the one that holds. */
    gradeNo: z.int(),
    scoreHundredths: Hundredths,
    passed: z.boolean(),
    /** Counts for nothing until a person has looked at it. */
    provisional: z.boolean(),
    gradedAt: Instant,
    /** Why there is another mark than the first; absent on the first. */
    reason: z
      .enum(['confirmed', 'item-corrected', 'late-answers', 'marked-by-person', 'sheet-corrected'])
      .optional(),
  })
  .meta({ id: 'Grade' });

const AttemptMark = z
  .object({
    attemptId: Id,
    personId: Id,
    attemptNo: z.int(),
    startedAt: Instant,
    submittedBy: z.enum(['person', 'deadline']),
    /** Answers that somebody still has to mark. */
    waiting: z.int(),
    grade: Grade.optional(),
  })
  .meta({ id: 'AttemptMark' });

/** Marks as those see them who answer for them: a part of `quizRoutes`. */
export const markRoutes = {
  listQuizAttempts: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/attempts',
    roles: ['teacher', 'training-head'],
    summary:
      'Handed-in attempts at a quiz with their marks, newest first; teachers see their own learners only. Every call is logged as access',
    params: z.object({ quizId: Id }),
    query: z.object({ classId: Id.optional(), cursor: z.string().max(2000).optional() }),
    answers: { 200: z.object({ attempts: z.array(AttemptMark), next: z.string().optional() }) },
    refusals: ['not-found', 'invalid-cursor'],
  }),
  regradeQuiz: route({
    method: 'POST',
    path: '/v1/quizzes/{quizId}/regrades',
    roles: ['training-head'],
    summary:
      'Mark handed-in attempts by the current version of one corrected item, a page at a time; a preview changes nothing, and the same again changes nothing twice. Every call is logged as access',
    params: z.object({ quizId: Id }),
    body: z.strictObject({
      itemId: Id,
      reason: Line(300),
      preview: z.boolean(),
      cursor: z.string().max(2000).optional(),
    }),
    answers: {
      200: z.object({
        /** Of the item, by which is marked. */
        version: z.int(),
        changes: z.array(
          z.object({
            attemptId: Id,
            personId: Id,
            fromHundredths: Hundredths,
            toHundredths: Hundredths,
            passedBefore: z.boolean(),
            passes: z.boolean(),
          }),
        ),
        unchanged: z.int(),
        /** Attempts that were asked something else than the current version asks; their marks stay. */
        notComparable: z.int(),
        /** Changed meanwhile by others; a repeat decides them. */
        undecided: z.int(),
        /** There while attempts are left: send the same again with it. */
        next: z.string().optional(),
      }),
    },
    refusals: ['not-found', 'correction-not-approved', 'invalid-cursor'],
  }),
  confirmGrades: route({
    method: 'POST',
    path: '/v1/quizzes/{quizId}/confirmations',
    roles: ['teacher', 'training-head'],
    summary:
      'Confirm provisional marks by their numbers; each is decided by itself, and the same again changes nothing',
    params: z.object({ quizId: Id }),
    body: z.strictObject({
      attempts: z
        .array(z.strictObject({ personId: Id, attemptId: Id, gradeNo: z.int().min(1) }))
        .min(1)
        .max(100),
    }),
    answers: {
      200: z.object({
        outcomes: z.array(
          z.object({
            attemptId: Id,
            /** `changed`: there is another mark by now. `waits`: an answer has to be marked first. */
            outcome: z.enum(['confirmed', 'changed', 'waits', 'not-found']),
          }),
        ),
      }),
    },
  }),
};
