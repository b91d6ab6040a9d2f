import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const QuizPublishedV1 = defineEvent({
  name: 'QuizPublished',
  version: 1,
  source: 'hocvuso.quizzes',
  summary: 'A quiz can be taken by those enrolled in its course',
  data: {
    quizId: z.string(),
    courseId: z.string(),
    version: z.int().positive(),
    itemCount: z.int().positive(),
  },
  example: {
    quizId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    version: 1,
    itemCount: 10,
  },
});
