import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const TranscodeFailedV1 = defineEvent({
  name: 'TranscodeFailed',
  version: 1,
  source: 'hocvuso.media',
  summary: 'A recording could not be turned into renditions',
  data: {
    assetId: z.string(),
    jobId: z.string(),
    /** Stable code, for example UNRECOGNISED or TRUNCATED. */
    reason: z.string(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
    jobId: '01K9ZB3V7Q8M2N4P6R8S0T2V4X',
    reason: 'TRUNCATED',
  },
});
