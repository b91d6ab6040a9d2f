import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const AttemptSubmittedV1 = defineEvent({
  name: 'AttemptSubmitted',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'An attempt was handed in, by the person or by its deadline',
  data: {
    attemptId: z.string(),
    quizId: z.string(),
    courseId: z.string(),
    runId: z.string(),
    personId: z.string(),
    /** First attempt is 1. */
    attemptNo: z.int().positive(),
    submittedBy: z.enum(['person', 'deadline']),
  },
  example: {
    attemptId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    quizId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    attemptNo: 1,
    submittedBy: 'person',
  },
});
