import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const ClassMemberAddedV1 = defineEvent({
  name: 'ClassMemberAdded',
  version: 1,
  source: 'hocvuso.people',
  summary: 'A person now belongs to a class, as a learner or as its teacher',
  data: {
    classId: z.string(),
    personId: z.string(),
    as: z.enum(['learner', 'teacher']),
  },
  example: {
    classId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    as: 'learner',
  },
});
