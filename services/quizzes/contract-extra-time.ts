import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Instant, Line } from '#shared/contract/values.ts';

const ExtraTime = {
  unit: z.enum(['minutes', 'percent']),
  /** Minutes, or percent of the quiz's own time; 0 takes extra time back. */
  amount: z.int().min(0).max(300),
};

const Grant = z
  .object({
    ...ExtraTime,
    reason: z.string(),
    grantedBy: Id,
    grantedAt: Instant,
  })
  .meta({ id: 'ExtraTimeGrant' });

/** More time for one person: a part of `quizRoutes`. */
export const extraTimeRoutes = {
  grantExtraTime: route({
    method: 'PUT',
    path: '/v1/quizzes/{quizId}/extra-time/{personId}',
    roles: ['teacher', 'training-head'],
    summary:
      'Give a person extra time at a quiz, for attempts to come and the one that is open; teachers for their own learners',
    params: z.object({ quizId: Id, personId: Id }),
    body: z.strictObject({ ...ExtraTime, reason: Line(300) }),
    answers: {
      200: z.object({
        grant: Grant,
        /** Of the attempt that is open, as it is now. */
        deadline: Instant.optional(),
      }),
    },
    refusals: ['not-found', 'extra-needs-a-limit', 'conflict'],
  }),
  listExtraTime: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/extra-time/{personId}',
    roles: ['teacher', 'training-head'],
    summary:
      'Every decision about a person’s extra time at a quiz, oldest first, with who decided it and why',
    params: z.object({ quizId: Id, personId: Id }),
    answers: { 200: z.object({ grants: z.array(Grant) }) },
    refusals: ['not-found'],
  }),
};
