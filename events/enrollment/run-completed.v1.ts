import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const RunCompletedV1 = defineEvent({
  name: 'RunCompleted',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person has met what the course run asks',
  data: {
    enrolmentId: z.string(),
    runId: z.string(),
    courseId: z.string(),
    personId: z.string(),
    /** Best mark so far, hundredths of the 10-point scale. */
    resultHundredths: z.int().min(0).max(1000),
  },
  example: {
    enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    resultHundredths: 850,
  },
});
