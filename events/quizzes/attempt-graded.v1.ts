import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { attemptReference, attemptReferenceExample } from './attempt-reference.ts';

export const AttemptGradedV1 = defineEvent({
  name: 'AttemptGraded',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'An attempt has a mark',
  data: {
    ...attemptReference,
    /** Counts the marks of one attempt; a regrade is the next number. */
    gradeNo: z.int().positive(),
    scoreHundredths: z.int().min(0).max(1000),
    passed: z.boolean(),
    /** True until a teacher has confirmed what a machine could not decide. */
    provisional: z.boolean(),
    /** What the mark before this one counted for; absent on the first. Lets sums be kept in any order of events. */
    before: z.object({ passed: z.boolean(), provisional: z.boolean() }).optional(),
    byCompetence: z.array(z.object({ code: z.string(), earned: z.int(), total: z.int() })),
  },
  example: {
    ...attemptReferenceExample,
    gradeNo: 1,
    scoreHundredths: 850,
    passed: true,
    provisional: false,
    byCompetence: [{ code: '4.2', earned: 5, total: 6 }],
  },
});
