import * as z from 'zod';
import { route } from '#shared/contract/route.ts';
import { Id, IdempotencyKey, Instant, Line } from '#shared/contract/values.ts';
import { Response, SeenItem } from './contract-items.ts';

/** A domain of the framework in circular 02/2025/TT-BGDĐT, and the steps of its levels. */
const Domain = z.enum(['1', '2', '3', '4', '5', '6']);
const Level = z.enum(['CB1', 'CB2', 'TC1', 'TC2', 'NC1', 'NC2', 'CS1', 'CS2']);

/** What the training office decides about a diagnostic. */
const rules = {
  domains: z.array(Domain).min(1).max(6),
  /** At most; fewer are asked once the level is sure. */
  questionsPerDomain: z.int().min(3).max(10),
  /** From the start of a placement until it closes with what was answered. */
  hoursOpen: z.int().min(1).max(168),
  /** Days until the same person may take it again. */
  repeatAfterDays: z.int().min(0).max(365),
};

const Diagnostic = z
  .object({
    diagnosticId: Id,
    title: z.string(),
    /** Whose banks it asks from; of one that was published long ago nobody knows. */
    courseIds: z.array(Id).optional(),
    ...rules,
    publishedAt: Instant,
  })
  .meta({ id: 'Diagnostic' });

const DomainLevel = z
  .object({
    domain: Domain,
    /** False for a domain of which too little was answered to say anything. */
    isMeasured: z.boolean(),
    /** The highest that was reached; absent below the first. */
    level: Level.optional(),
  })
  .meta({ id: 'DomainLevel' });
export type DomainLevel = z.infer<typeof DomainLevel>;

const Placement = z
  .object({
    placementId: Id,
    diagnosticId: Id,
    placementNo: z.int(),
    status: z.enum(['open', 'finished']),
    startedAt: Instant,
    /** It closes then with what was answered. */
    deadline: Instant,
    /** Number of the question that waits; the first is 1. An answer names it, so that one sent twice counts once. */
    step: z.int(),
    domains: z.array(Domain),
    /** The question that waits, and its domain; none once finished. Nothing tells what was right before. */
    waiting: z.object({ domain: Domain, item: SeenItem }).optional(),
    finishedAt: Instant.optional(),
    finishedBy: z.enum(['answers', 'deadline']).optional(),
    levels: z.array(DomainLevel).optional(),
    /** From when the person may take another. */
    repeatableFrom: Instant.optional(),
  })
  .meta({ id: 'Placement' });
export type Placement = z.infer<typeof Placement>;

/** Adaptive placement by competence domain; a function of its own, beside `quizRoutes`. */
export const diagnosticRoutes = {
  publishDiagnostic: route({
    method: 'POST',
    path: '/v1/diagnostics',
    roles: ['training-head'],
    summary:
      'Publish a diagnostic from the approved items of some banks; it takes the place of the one before for whoever starts from now on',
    headers: IdempotencyKey,
    body: z.strictObject({
      title: Line(120),
      /** Whose banks it may ask from. */
      courseIds: z.array(Id).min(1).max(30),
      domains: rules.domains.default(['1', '2', '3', '4', '5', '6']),
      questionsPerDomain: rules.questionsPerDomain.default(6),
      hoursOpen: rules.hoursOpen.default(24),
      repeatAfterDays: rules.repeatAfterDays.default(14),
    }),
    answers: { 201: Diagnostic },
    refusals: ['diagnostic-too-thin'],
  }),
  getCurrentDiagnostic: route({
    method: 'GET',
    path: '/v1/diagnostics/current',
    roles: 'public',
    summary: 'The diagnostic that people take now, without its questions',
    answers: { 200: z.object({ diagnostic: Diagnostic.optional() }) },
  }),
  listMyPlacements: route({
    method: 'GET',
    path: '/v1/my/placements',
    roles: ['learner'],
    summary: 'The caller’s placements, newest first, without questions',
    answers: { 200: z.object({ placements: z.array(Placement.omit({ waiting: true })) }) },
    refusals: ['conflict'],
  }),
  startPlacement: route({
    method: 'POST',
    path: '/v1/placements',
    roles: ['learner'],
    summary:
      'Start a placement, or go on with the one that is open; at most one is, so the same again changes nothing',
    answers: { 200: Placement },
    refusals: ['not-found', 'placed-recently', 'questions-withdrawn', 'conflict'],
  }),
  getPlacement: route({
    method: 'GET',
    path: '/v1/placements/{placementId}',
    roles: ['learner'],
    summary: 'One of the caller’s placements: the question that waits, or the levels',
    params: z.object({ placementId: Id }),
    answers: { 200: Placement },
    refusals: ['not-found', 'conflict'],
  }),
  answerPlacement: route({
    method: 'PUT',
    path: '/v1/placements/{placementId}/answers/{step}',
    roles: ['learner'],
    summary:
      'Answer the question that waits and get the next one; the same again gives the same, and a question is answered once',
    params: z.object({ placementId: Id, step: z.coerce.number().int().min(1).max(60) }),
    /** Without a response the person does not know, which is better than a guess. */
    body: z.strictObject({ response: Response.optional() }),
    answers: { 200: Placement },
    refusals: ['not-found', 'other-question-now', 'placement-over', 'response-does-not-fit', 'conflict'],
  }),
  listClassPlacements: route({
    method: 'GET',
    path: '/v1/classes/{classId}/placements',
    roles: ['teacher', 'training-head'],
    summary:
      'The latest levels of each learner of a class; teachers see their own classes only. Every call is logged as access',
    params: z.object({ classId: Id }),
    answers: {
      200: z.object({
        placements: z.array(
          z.object({
            personId: Id,
            placementId: Id,
            placementNo: z.int(),
            finishedAt: Instant,
            levels: z.array(DomainLevel),
          }),
        ),
      }),
    },
    refusals: ['not-found'],
  }),
};
