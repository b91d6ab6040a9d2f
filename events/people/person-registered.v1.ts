import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const PersonRegisteredV1 = defineEvent({
  name: 'PersonRegistered',
  version: 1,
  source: 'hocvuso.people',
  summary: 'A person has been entered in the register',
  data: {
    personId: z.string(),
    roles: z.array(z.string()),
    ageBand: z.enum(['under-16', '16-29', '30-44', '45-59', '60-plus', 'unknown']),
  },
  example: {
    personId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    roles: ['learner'],
    ageBand: '45-59',
  },
});
