import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { attemptReference, attemptReferenceExample } from './attempt-reference.ts';

export const AttemptStartedV1 = defineEvent({
  name: 'AttemptStarted',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'A person has opened an attempt at a quiz',
  data: {
    ...attemptReference,
    quizVersion: z.int().positive(),
    /** Server time after which answers are refused. Absent on quizzes without a limit. */
    deadline: z.iso.datetime().optional(),
  },
  example: {
    ...attemptReferenceExample,
    quizVersion: 1,
    deadline: '2026-11-23T02:30:00.000Z',
  },
});
