import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { enrolmentReference, enrolmentReferenceExample } from './enrolment-reference.ts';

export const EnrolmentWaitlistedV1 = defineEvent({
  name: 'EnrolmentWaitlisted',
  version: 1,
  source: 'hocvuso.enrollment',
  summary: 'A person waits for a seat in a full course run',
  data: {
    ...enrolmentReference,
    /** Place in the order of arrival; smaller is earlier. */
    ticket: z.int().positive(),
  },
  example: {
    ...enrolmentReferenceExample,
    ticket: 3,
  },
});
