import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { enrolmentReference, enrolmentReferenceExample } from './enrolment-reference.ts';

export const RunCompletedV1 = defineEvent({
  name: 'RunCompleted',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person has met what the course run asks',
  data: {
    ...enrolmentReference,
    /** Best mark so far, hundredths of the 10-point scale. */
    resultHundredths: z.int().min(0).max(1000),
  },
  example: {
    ...enrolmentReferenceExample,
    resultHundredths: 850,
  },
});
