import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { enrolmentReference, enrolmentReferenceExample } from './enrolment-reference.ts';

export const EnrolmentConfirmedV1 = defineEvent({
  name: 'EnrolmentConfirmed',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person holds a seat in a course run, at once or after waiting',
  data: {
    ...enrolmentReference,
    /** The campaign touch that led here, when the person came by a tracked link. */
    touchId: z.string().optional(),
  },
  example: {
    ...enrolmentReferenceExample,
    touchId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  },
});
