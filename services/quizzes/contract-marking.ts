import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, Instant } from '#shared/contract/values.ts';
import { ItemMedia, Response } from './contract-items.ts';

const MarkingTask = z
  .object({
    taskId: Id,
    itemId: Id,
    stem: z.string(),
    media: z.array(ItemMedia).optional(),
    /** The rubric: a mark chooses one level of each criterion, by its place from 0. */
    criteria: z.array(
      z.object({ name: z.string(), levels: z.array(z.object({ points: z.int(), words: z.string() })) }),
    ),
    /** Whose it is is not told, and files have numbers instead of names. */
    response: Response,
    /** Until then nobody else is given it. */
    leasedUntil: Instant,
  })
  .meta({ id: 'MarkingTask' });

/** Answers that people mark: a part of `quizRoutes`. */
export const markingRoutes = {
  getMarkingQueue: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/marking',
    roles: ['teacher', 'training-head'],
    summary: 'How many answers of a quiz wait for a person; a teacher’s own learners’ for a teacher',
    params: z.object({ quizId: Id }),
    answers: {
      200: z.object({
        waiting: z.int(),
        /** Of these, those that the caller can take up now. */
        forMe: z.int(),
        /** Of these, those on which two markers differ; the training office decides. */
        disputed: z.int(),
      }),
    },
    refusals: ['not-found'],
  }),
  claimMarkingTask: route({
    method: 'POST',
    path: '/v1/quizzes/{quizId}/marking/claims',
    roles: ['teacher', 'training-head'],
    summary:
      'Take up the next answer to mark, for half an hour, without the name; the one taken up before comes first',
    params: z.object({ quizId: Id }),
    answers: { 200: z.object({ task: MarkingTask.optional() }) },
    refusals: ['not-found'],
  }),
  markAnswer: route({
    method: 'PUT',
    path: '/v1/quizzes/{quizId}/marking/{taskId}/mark',
    roles: ['teacher', 'training-head'],
    summary: 'Mark an answer by the levels of its rubric; the same again changes nothing',
    params: z.object({ quizId: Id, taskId: Id }),
    body: z.strictObject({
      choices: z.array(z.int().min(0).max(20)).min(1).max(20),
      /** To the learner, shown with the explanations and without a name. */
      note: z.string().trim().min(1).max(1000).optional(),
    }),
    answers: {
      200: z.object({
        /** False while another marker has to look, too. */
        decided: z.boolean(),
        disputed: z.boolean(),
      }),
    },
    refusals: ['not-found', 'task-not-yours', 'rubric-not-filled', 'conflict'],
  }),
};
