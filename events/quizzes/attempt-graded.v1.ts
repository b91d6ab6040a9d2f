import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const AttemptGradedV1 = defineEvent({
  name: 'AttemptGraded',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'An attempt has a mark',
  data: {
    attemptId: z.string(),
    quizId: z.string(),
    courseId: z.string(),
    runId: z.string(),
    personId: z.string(),
    /** First attempt is 1. */
    attemptNo: z.int().positive(),
    /** Counts the marks of one attempt; a regrade is the next number. */
    gradeNo: z.int().positive(),
    scoreHundredths: z.int().min(0).max(1000),
    passed: z.boolean(),
    /** True until a teacher has confirmed what a machine could not decide. */
    provisional: z.boolean(),
    byCompetence: z.array(z.object({ code: z.string(), earned: z.int(), total: z.int() })),
  },
  example: {
    attemptId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    quizId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    attemptNo: 1,
    gradeNo: 1,
    scoreHundredths: 850,
    passed: true,
    provisional: false,
    byCompetence: [{ code: '4.2', earned: 5, total: 6 }],
  },
});
