import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const AttemptStartedV1 = defineEvent({
  name: 'AttemptStarted',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'A person has opened an attempt at a quiz',
  data: {
    attemptId: z.string(),
    quizId: z.string(),
    courseId: z.string(),
    runId: z.string(),
    personId: z.string(),
    /** First attempt is 1. */
    attemptNo: z.int().positive(),
    quizVersion: z.int().positive(),
    /** Server time after which answers are refused. Absent on quizzes without a limit. */
    deadline: z.iso.datetime().optional(),
  },
  example: {
    attemptId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    quizId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    attemptNo: 1,
    quizVersion: 1,
    deadline: '2026-11-23T02:30:00.000Z',
  },
});
