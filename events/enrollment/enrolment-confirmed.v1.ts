import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const EnrolmentConfirmedV1 = defineEvent({
  name: 'EnrolmentConfirmed',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person holds a seat in a course run, at once or after waiting',
  data: {
    enrolmentId: z.string(),
    runId: z.string(),
    courseId: z.string(),
    personId: z.string(),
    /** The campaign touch that led here, when the person came by a tracked link. */
    touchId: z.string().optional(),
  },
  example: {
    enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    touchId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  },
});
