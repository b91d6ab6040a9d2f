import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const TranscodeSucceededV1 = defineEvent({
  name: 'TranscodeSucceeded',
  version: 1,
  source: 'hocvuso.media',
  summary: 'All renditions of a recording are written',
  data: {
    assetId: z.string(),
    jobId: z.string(),
    renditions: z.array(z.object({ name: z.string(), height: z.int(), bytes: z.int() })),
    durationMs: z.int().nonnegative(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    jobId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    renditions: [{ name: '480p', height: 480, bytes: 2097152 }],
    durationMs: 6000,
  },
});
