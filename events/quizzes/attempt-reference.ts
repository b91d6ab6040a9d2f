import * as z from 'zod';

/** Which attempt an event is about, and whose. */
export const attemptReference = {
  attemptId: z.string(),
  quizId: z.string(),
  courseId: z.string(),
  runId: z.string(),
  personId: z.string(),
  /** First attempt is 1. */
  attemptNo: z.int().positive(),
};

export const attemptReferenceExample = {
  attemptId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  quizId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
  courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
  runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
  personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
  attemptNo: 1,
};
