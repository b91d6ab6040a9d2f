import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const MediaReadyV1 = defineEvent({
  name: 'MediaReady',
  version: 1,
  source: 'hocvuso.media',
  summary: 'A recording can be watched',
  data: {
    assetId: z.string(),
    courseId: z.string().optional(),
    durationMs: z.int().nonnegative(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    courseId: '01K9ZB3V7Q8M2N4P6R8S0T2V4Y',
    durationMs: 6000,
  },
});
