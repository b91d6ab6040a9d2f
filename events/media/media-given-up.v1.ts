import * as z from 'zod';
import { defineEvent } from '../define-event.ts';

export const MediaGivenUpV1 = defineEvent({
  name: 'MediaGivenUp',
  version: 1,
  source: 'hocvuso.media',
  summary:
    'Whoever acted wants a file no more; it is deleted half an hour later unless it was issued meanwhile',
  data: {
    assetId: z.string(),
  },
  example: {
    assetId: '01K9ZB3V7Q8M2N4P6R8S0T2V4W',
  },
});
