import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const MaterialWithdrawnV1 = defineEvent({
  name: 'MaterialWithdrawn',
  version: 1,
  source: 'hocvuso.library',
  summary: 'A material, or the file of a version that was replaced, is not to be shown any more',
  data: {
    materialId: z.string(),
    assetId: z.string().optional(),
    reason: z.enum(['licence', 'consent', 'wrong', 'outdated', 'replaced', 'other']),
  },
  example: {
    materialId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    reason: 'licence',
  },
});
