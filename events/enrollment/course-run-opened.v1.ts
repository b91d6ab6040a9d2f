import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const CourseRunOpenedV1 = defineEvent({
  name: 'CourseRunOpened',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A course run takes enrolments',
  data: {
    runId: z.string(),
    courseId: z.string(),
    mode: z.enum(['in-person', 'online', 'blended']),
    seats: z.int().positive(),
    startsOn: z.iso.date(),
    endsOn: z.iso.date(),
  },
  example: {
    runId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    mode: 'blended',
    seats: 30,
    startsOn: '2026-11-30',
    endsOn: '2027-01-15',
  },
});
