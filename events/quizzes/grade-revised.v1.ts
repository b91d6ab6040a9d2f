import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { attemptReference, attemptReferenceExample } from './attempt-reference.ts';

export const GradeRevisedV1 = defineEvent({
  name: 'GradeRevised',
  version: 1,
  source: 'hocvuso.quizzes',
  summary:
    'The mark of an attempt was changed after its first; the mark itself is in AttemptGraded of the same number',
  data: {
    ...attemptReference,
    /** Of the new mark. */
    gradeNo: z.int().min(2),
    fromHundredths: z.int().min(0).max(1000),
    toHundredths: z.int().min(0).max(1000),
    reason: z.enum(['confirmed', 'item-corrected', 'late-answers', 'marked-by-person', 'sheet-corrected']),
    /** Reference of whoever decided it. */
    decidedBy: z.string(),
  },
  example: {
    ...attemptReferenceExample,
    gradeNo: 2,
    fromHundredths: 450,
    toHundredths: 550,
    reason: 'item-corrected',
    decidedBy: '01K9ZB3V7Q8M2N4P6R8S0T2V50',
  },
});
