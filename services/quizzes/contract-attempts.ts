import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Instant } from '#shared/contract/values.ts';
import { Response, SeenItem } from './contract-items.ts';
import { Grade } from './contract-marks.ts';
import { Shape } from './contract-questions.ts';
import { Release } from './contract-rules.ts';

/** Milliseconds for which a question was on screen until its answer, on all visits: the device's word, a day at most. */
const SpentMs = z.int().min(0).max(86_400_000);

const SavedAnswer = z
  .object({
    itemId: Id,
    response: Response,
    /** Counts this item's saves; an older version never overwrites a newer one. */
    version: z.int().positive(),
    savedAt: Instant,
    /** Given while the device was offline and taken after the deadline. */
    late: z.literal(true).optional(),
    spentMs: SpentMs.optional(),
  })
  .meta({ id: 'SavedAnswer' });

const Attempt = z
  .object({
    attemptId: Id,
    quizId: Id,
    courseId: Id,
    attemptNo: z.int(),
    status: z.enum(['open', 'submitted']),
    startedAt: Instant,
    deadline: Instant.optional(),
    /** Server time of this answer, so that a page's timer need not trust the phone's clock. */
    serverTime: Instant,
    items: z.array(SeenItem),
    answers: z.array(SavedAnswer),
    /** `one-way`: answers go in the order of the items and none can be changed once a later one is there. */
    navigation: z.enum(['free', 'one-way']),
    /** With it a device that was offline sends what was answered before the deadline after it; only while it is open. */
    startToken: z.string().optional(),
    grade: Grade.optional(),
    /** There in place of a grade that is not shown yet: when it will be, and not while late answers may still arrive. */
    gradeWithheld: Release.optional(),
  })
  .meta({ id: 'Attempt' });
export type Attempt = z.infer<typeof Attempt>;

const Review = z
  .object({
    attemptId: Id,
    /** What the quiz's review policy shows by now; the rest is not in `items`. */
    releases: z.object({
      marks: z.boolean(),
      answers: z.boolean(),
      explanations: z.boolean(),
      rightAnswers: z.boolean(),
    }),
    /** There while answers given offline may still arrive: until then nothing of the questions is told. */
    waitsUntil: Instant.optional(),
    items: z.array(
      z.object({
        itemId: Id,
        earned: z.int().optional(),
        total: z.int().optional(),
        /** A person still has to mark it. */
        waits: z.boolean().optional(),
        explanation: z.string().optional(),
        feedback: z.string().optional(),
        /** What those who marked it say to the learner; comes with the explanations. */
        note: z.string().optional(),
        /** A response that earns everything. */
        right: Response.optional(),
        /** The areas of a picture that were to be marked; told with the right response. */
        areas: z.array(Shape).optional(),
      }),
    ),
  })
  .meta({ id: 'Review' });
export type Review = z.infer<typeof Review>;

/** Taking a quiz, from the start of an attempt to the look at what became of it: a part of `quizRoutes`. */
export const attemptRoutes = {
  listMyAttempts: route({
    method: 'GET',
    path: '/v1/quizzes/{quizId}/my-attempts',
    roles: ['learner'],
    summary: 'The caller’s attempts at a quiz, newest first, without questions',
    params: z.object({ quizId: Id }),
    answers: {
      200: z.object({ attempts: z.array(Attempt.omit({ items: true, answers: true, startToken: true })) }),
    },
    refusals: ['not-found', 'conflict'],
  }),
  startAttempt: route({
    method: 'POST',
    path: '/v1/quizzes/{quizId}/attempts',
    roles: ['learner'],
    summary: 'Open an attempt, or return the one that is open',
    params: z.object({ quizId: Id }),
    headers: IdempotencyKey,
    answers: { 200: Attempt, 201: Attempt },
    refusals: [
      'not-found',
      'not-enrolled',
      'attempts-used-up',
      'not-open-yet',
      'quiz-closed',
      'questions-withdrawn',
      'conflict',
    ],
  }),
  getAttempt: route({
    method: 'GET',
    path: '/v1/attempts/{attemptId}',
    roles: ['learner'],
    summary: 'One of the caller’s attempts, with questions and saved answers',
    params: z.object({ attemptId: Id }),
    answers: { 200: Attempt },
    refusals: ['not-found', 'conflict'],
  }),
  saveAnswer: route({
    method: 'PUT',
    path: '/v1/attempts/{attemptId}/answers/{itemId}',
    roles: ['learner'],
    summary: 'Save one answer; a save older than the stored one is refused and changes nothing',
    params: z.object({ attemptId: Id, itemId: Id }),
    body: z.strictObject({
      response: Response,
      version: z.int().min(1).max(1_000_000),
      spentMs: SpentMs.optional(),
    }),
    answers: { 200: SavedAnswer },
    refusals: [
      'not-found',
      'attempt-closed',
      'deadline-passed',
      'older-than-saved',
      'item-left-behind',
      'response-does-not-fit',
      'file-not-there',
      'conflict',
    ],
  }),
  submitAttempt: route({
    method: 'POST',
    path: '/v1/attempts/{attemptId}/submission',
    roles: ['learner'],
    summary: 'Hand in an attempt and get its mark; handing in again gives the same mark',
    params: z.object({ attemptId: Id }),
    answers: { 200: Attempt },
    refusals: ['not-found', 'conflict'],
  }),
  takeLateAnswers: route({
    method: 'POST',
    path: '/v1/attempts/{attemptId}/late-answers',
    roles: ['learner'],
    summary:
      'After the deadline: answers that were given before it on a device without network; the mark waits for a teacher then',
    params: z.object({ attemptId: Id }),
    body: z.strictObject({
      token: z.string().max(600),
      answers: z
        .array(
          z.strictObject({
            itemId: Id,
            response: Response,
            version: z.int().min(1).max(1_000_000),
            /** Milliseconds from the start of the attempt until the answer was given, by the device's clock. */
            elapsedMs: z.int().min(0),
            spentMs: SpentMs.optional(),
          }),
        )
        .min(1)
        .max(60),
    }),
    answers: {
      200: z.object({
        attempt: Attempt,
        /** Items whose answer was taken now; the others are not newer, came too late or do not fit. */
        taken: z.array(Id),
      }),
    },
    refusals: ['not-found', 'late-proof-invalid', 'late-not-taken', 'attempt-still-open', 'conflict'],
  }),
  reviewAttempt: route({
    method: 'GET',
    path: '/v1/attempts/{attemptId}/review',
    roles: ['learner'],
    summary: 'What the review policy shows of a submitted attempt: points, explanations, right responses',
    params: z.object({ attemptId: Id }),
    answers: { 200: Review },
    refusals: ['not-found', 'not-submitted', 'conflict'],
  }),
};
