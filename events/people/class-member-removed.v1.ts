import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const ClassMemberRemovedV1 = defineEvent({
  name: 'ClassMemberRemoved',
  version: 1,
  source: 'hocvuso.people',
  summary: 'A person no longer belongs to a class',
  data: {
    classId: z.string(),
    personId: z.string(),
  },
  example: {
    classId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  },
});
