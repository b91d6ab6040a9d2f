import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { attemptReferenceExample } from './attempt-reference.ts';

/**
 * An attempt that belongs to no course's run: a placement. Version 1 names course and run, which its consumers complete
 * enrolments by, so it stays the one of quizzes.
 */
export const AttemptGradedV2 = defineEvent({
  name: 'AttemptGraded',
  version: 2,
  source: 'hocvuso.quizzes',
  summary: 'A placement has a level in each domain of the competence framework',
  data: {
    attemptId: z.string(),
    /** The diagnostic that was taken. */
    quizId: z.string(),
    personId: z.string(),
    /** First attempt is 1. */
    attemptNo: z.int().positive(),
    purpose: z.literal('placement'),
    gradeNo: z.int().positive(),
    provisional: z.boolean(),
    submittedBy: z.enum(['person', 'deadline']),
    /** What each component of the framework earned, as in version 1. */
    byCompetence: z.array(z.object({ code: z.string(), earned: z.int(), total: z.int() })),
    byDomain: z.array(
      z.object({
        domain: z.string(),
        asked: z.int().min(0),
        /** False when too little was answered to say anything. */
        measured: z.boolean(),
        /** Step of circular 02/2025/TT-BGDĐT, CB1 to CS2; absent below the first. */
        level: z.string().optional(),
        /** Rasch scale, thousandths of a logit. */
        ability: z.int(),
        standardError: z.int().min(0),
      }),
    ),
  },
  example: {
    attemptId: attemptReferenceExample.attemptId,
    quizId: attemptReferenceExample.quizId,
    personId: attemptReferenceExample.personId,
    attemptNo: 1,
    purpose: 'placement',
    gradeNo: 1,
    provisional: false,
    submittedBy: 'person',
    byCompetence: [{ code: '4.2', earned: 200, total: 300 }],
    byDomain: [{ domain: '4', asked: 5, measured: true, level: 'CB2', ability: -1640, standardError: 790 }],
  },
});
