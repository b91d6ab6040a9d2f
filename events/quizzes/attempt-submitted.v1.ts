import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { attemptReference, attemptReferenceExample } from './attempt-reference.ts';

export const AttemptSubmittedV1 = defineEvent({
  name: 'AttemptSubmitted',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'An attempt was handed in, by the person or by its deadline',
  data: {
    ...attemptReference,
    submittedBy: z.enum(['person', 'deadline']),
  },
  example: {
    ...attemptReferenceExample,
    submittedBy: 'person',
  },
});
