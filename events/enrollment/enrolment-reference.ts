import * as z from 'zod';

/** Which enrolment an event is about, and whose. */
export const enrolmentReference = {
  enrolmentId: z.string(),
  runId: z.string(),
  courseId: z.string(),
  personId: z.string(),
};

export const enrolmentReferenceExample = {
  enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
  courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
  personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
};
