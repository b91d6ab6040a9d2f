import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const EnrolmentWaitlistedV1 = defineEvent({
  name: 'EnrolmentWaitlisted',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person waits for a seat in a full course run',
  data: {
    enrolmentId: z.string(),
    runId: z.string(),
    courseId: z.string(),
    personId: z.string(),
    /** Place in the order of arrival; smaller is earlier. */
    ticket: z.int().positive(),
  },
  example: {
    enrolmentId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Z',
    ticket: 3,
  },
});
