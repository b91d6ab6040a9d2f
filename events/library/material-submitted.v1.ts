import * as z from 'zod';
import { defineEvent } from '../define-event.ts';
import { MaterialKind } from './material-reference.ts';

export const MaterialSubmittedV1 = defineEvent({
  name: 'MaterialSubmitted',
  version: 1,
  source: 'hocvuso.library',
  summary: 'A version of a material waits for a second person to appraise it',
  data: {
    materialId: z.string(),
    /** Counts the versions of this material from 1. */
    version: z.int().positive(),
    kind: MaterialKind,
  },
  example: { materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W', version: 1, kind: 'video' },
});
