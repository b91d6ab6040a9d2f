import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const CaptionsWithdrawnV1 = defineEvent({
  name: 'CaptionsWithdrawn',
  version: 1,
  source: 'hocvuso.media',
  summary: 'A recording has no captions of this language any more',
  data: {
    assetId: z.string(),
    /** BCP 47. */
    language: z.string(),
  },
  example: { assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W', language: 'vi' },
});
