import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const EnrolmentCancelledV1 = defineEvent({
  name: 'EnrolmentCancelled',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person gave up a seat or a place in the queue',
  data: {
    enrolmentId: z.string(),
    runId: z.string(),
    courseId: z.string(),
    personId: z.string(),
    heldSeat: z.boolean(),
  },
  example: {
    enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    heldSeat: true,
  },
});
