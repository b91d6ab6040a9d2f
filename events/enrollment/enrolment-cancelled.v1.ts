import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { enrolmentReference, enrolmentReferenceExample } from './enrolment-reference.ts';

export const EnrolmentCancelledV1 = defineEvent({
  name: 'EnrolmentCancelled',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person gave up a seat or a place in the queue',
  data: {
    ...enrolmentReference,
    heldSeat: z.boolean(),
  },
  example: {
    ...enrolmentReferenceExample,
    heldSeat: true,
  },
});
